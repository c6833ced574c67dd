'use client';

import { parseConnectionStatus, statusRow, type ReportedStatus } from '../../domain/status.ts';
import { useSay } from '../words.tsx';

/** The end-user message of a status, in the language in force; `null` where it has none. */
export function useStatusMessage(): (
  status: ReportedStatus | number | string,
  institution: string | null | undefined,
) => string | null {
  const say = useSay();
  return (status, institution) => {
    const { name, message } = statusRow(parseConnectionStatus(status));
    return message && say(`status.${name}`, message, { institution });
  };
}
