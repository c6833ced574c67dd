'use client';

import { directionOf, isolate } from '../../domain/direction.ts';
import { apiMessage, memberError, type StatusDetail } from '../../domain/member-error.ts';
import { statusAtRest } from '../../domain/status-at-rest.ts';
import {
  parseConnectionStatus,
  statusRow,
  type ReportedStatus,
  type Tone,
} from '../../domain/status.ts';
import { statusTitles } from '../../locales/en/status-titles.ts';
import { useLocale, useSay, useWords } from '../words.tsx';

/**
 * The end-user message of a status, in the language in force; `null` where it has none. That of
 * an error beside it says more, and takes its place.
 */
export function useStatusMessage(): (
  status: ReportedStatus | number | string,
  institution: string | null | undefined,
  detail?: StatusDetail,
) => string | null {
  const say = useSay();
  const locale = useLocale();
  return (status, institution, detail) => {
    const { name, message } = statusRow(parseConnectionStatus(status));
    const known = detail?.error ? memberError(detail.error.code) : null;
    if (known !== null) {
      return say(`error.${known.name}.message`, known.message, { institution });
    }
    const theirs = detail && apiMessage(name, detail, locale);
    return theirs
      ? isolate(theirs, directionOf(locale))
      : message && say(`status.${name}`, message, { institution });
  };
}

/** The heading of a status, or of an error beside it. */
export function useStatusTitle(): (
  status: ReportedStatus,
  institution: string | null | undefined,
  detail?: StatusDetail,
) => string {
  const say = useSay();
  const title = useWords(statusTitles);
  return (status, institution, detail) => {
    const known = detail?.error ? memberError(detail.error.code) : null;
    return known === null
      ? title(`title.${status ?? 'null'}`, { institution })
      : say(`error.${known.name}.title`, known.title, { institution });
  };
}

/** How a status feels, with what is said besides. */
export const toneOf = (connectionStatus: ReportedStatus, detail: StatusDetail | undefined): Tone =>
  statusAtRest({ connectionStatus, ...detail }).status.tone;
