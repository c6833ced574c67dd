'use client';

import { parseConnectionStatus, statusRow, type ReportedStatus } from '../../domain/status.ts';
import { statusMessages } from '../../locales/en/status-messages.ts';
import { useWords } from '../words.tsx';

/** The end-user message of a status, in the language in force; `null` where it has none. */
export function useStatusMessage(): (
  status: ReportedStatus | number | string,
  institution: string | null | undefined,
) => string | null {
  const t = useWords(statusMessages);
  return (status, institution) => {
    const { name, message } = statusRow(parseConnectionStatus(status));
    return name === null || name === 'PENDING' || message === null
      ? null
      : t(`status.${name}`, { institution });
  };
}
