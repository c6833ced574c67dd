import { format } from './format.ts';
import {
  parseConnectionStatus,
  statusRow,
  type ConnectionStatusName,
  type ReportedStatus,
} from './status.ts';

/** The catalog keys of the words that a status message is made of. */
export type StatusMessageKey = `status.${ConnectionStatusName | 'UNKNOWN'}` | 'institution.unnamed';

/** How to word a status message. */
export interface StatusMessageOptions {
  /** Takes the place of `[...]` in the API's message. Default: "your institution". */
  readonly institutionName?: string | null | undefined;
  /** Words in place of the English ones, key by key, such as a catalog of another language. */
  readonly messages?: Readonly<Partial<Record<StatusMessageKey, string>>> | undefined;
}

/** What stands in the message when the institution has no name, so that it stays a sentence. */
export const UNNAMED_INSTITUTION = 'your institution';

/**
 * The end-user message of a status given by name or integer id, verbatim from the API's
 * documentation; `null` for the statuses that have none (`null` and `PENDING`). Never throws.
 */
export function statusMessage(
  status: ReportedStatus | number | string,
  { institutionName, messages = {} }: StatusMessageOptions = {},
): string | null {
  const { name, message } = statusRow(parseConnectionStatus(status));
  if (name === null || message === null) {
    return null;
  }
  return format(messages[`status.${name}`] ?? message, {
    institution: institutionName || (messages['institution.unnamed'] ?? UNNAMED_INSTITUTION),
  });
}
