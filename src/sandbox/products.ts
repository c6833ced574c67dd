import type { JobKind } from './facts.ts';
import { doesSupport, type Institution } from './institutions.ts';

/** Jobs that only some institutions support, and by which letter the table marks those. */
const letters: Partial<Record<JobKind, string>> = {
  verify: 'v',
  identify: 'i',
  extend_history: 'h',
  fetch_statements: 's',
};

/** Whether the institution can do a job of this kind. */
export function canDo(institution: Institution, kind: JobKind): boolean {
  const letter = letters[kind];
  return letter === undefined || doesSupport(institution, letter);
}
