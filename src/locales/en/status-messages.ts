import { UNKNOWN_STATUS, statusTable } from '../../domain/status.ts';
import type { StatusMessageKey } from '../../domain/status-message.ts';

/** The catalog keys of the statuses that have a message. PENDING has none. */
export type StatusMessages = Readonly<
  Record<Exclude<StatusMessageKey, 'status.PENDING' | 'institution.unnamed'>, string>
>;

/** The messages of the status table, which is where their words are kept. */
export const statusMessages: StatusMessages = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ [...Object.values(statusTable), UNKNOWN_STATUS].flatMap(({ name, message }) =>
    message === null ? [] : [[`status.${name}`, message]],
  ),
) as StatusMessages;
