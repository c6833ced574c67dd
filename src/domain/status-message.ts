import { directionIn, isolate } from './direction.ts';
import { format } from './format.ts';
import {
  apiMessage,
  memberError,
  type MemberErrorName,
  type StatusDetail,
} from './member-error.ts';
import {
  parseConnectionStatus,
  statusRow,
  type ConnectionStatusName,
  type ReportedStatus,
} from './status.ts';

/** The catalog keys of the words that a status message is made of. */
export type StatusMessageKey =
  | `status.${ConnectionStatusName | 'UNKNOWN'}`
  | `error.${MemberErrorName}.message`
  | 'institution.unnamed';

/** How to word a status message. */
export interface StatusMessageOptions extends Partial<StatusDetail> {
  /** Takes the place of `[...]` in the API's message. Default: "your institution". */
  readonly institutionName?: string | null | undefined;
  /** Words in place of the English ones, key by key, such as a catalog of another language. */
  readonly messages?: Readonly<Partial<Record<StatusMessageKey, string>>> | undefined;
  /** The language of those words: the API's own are shown in no other. Default `en`. */
  readonly locale?: string | undefined;
}

/** What stands in the message when the institution has no name, so that it stays a sentence. */
export const UNNAMED_INSTITUTION = 'your institution';

/**
 * The end-user message of a status given by name or integer id, verbatim from the API's
 * documentation; `null` for the statuses that have none (`null` and `PENDING`). An error beside
 * it, if given, says more and takes its place. Never throws.
 */
export function statusMessage(
  status: ReportedStatus | number | string,
  { institutionName, messages = {}, locale = 'en', ...detail }: StatusMessageOptions = {},
): string | null {
  const { error = null, connectionStatusMessage = null } = detail;
  const { name, message } = statusRow(parseConnectionStatus(status));
  const known = error && memberError(error.code);
  if (known) {
    return filled(messages[`error.${known.name}.message`] ?? known.message);
  }
  return (
    apiMessage(name, { error, connectionStatusMessage }, locale) ??
    (name && message && filled(messages[`status.${name}`] ?? message))
  );

  function filled(template: string): string {
    const institution = institutionName || (messages['institution.unnamed'] ?? UNNAMED_INSTITUTION);
    return format(template, { institution: isolate(institution, directionIn(template)) });
  }
}
