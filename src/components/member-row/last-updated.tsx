'use client';

import { useId, useSyncExternalStore, type ReactNode } from 'react';
import type { RelativeTime } from '../../domain/relative-time.ts';
import { members as words } from '../../locales/en/members.ts';
import { useLocale, useWords } from '../words.tsx';

interface LastUpdatedProps {
  /** ISO 8601. `null` if there never was any data. */
  readonly time: string | null;
  /** How long ago that was. Without it, the date alone is said. */
  readonly ago: RelativeTime | null;
}

/**
 * When there was new data last: how long ago, and the exact time for those who ask, be it by
 * pointer, by touch or by keyboard. Renders a `<details>`.
 */
export function LastUpdated({ time, ago }: LastUpdatedProps): ReactNode {
  const t = useWords(words);
  const locale = useLocale();
  const id = useId();
  // A server does not know the user's time zone: until hydration is done, both use UTC.
  const timeZone = useSyncExternalStore(neverChanges, ofTheBrowser, () => 'UTC');
  if (time === null) {
    return <p className="atrium-member-updated">{t('members.never')}</p>;
  }
  const date = new Date(time);
  const exact = format(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }, date);
  const when = ago
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ago.value, ago.unit)
    : format(locale, { dateStyle: 'medium', timeZone }, date);
  // A server may have other data for the locale than the browser.
  return (
    <details className="atrium-member-updated" aria-labelledby={id}>
      <summary id={id}>
        <time dateTime={time} title={exact} suppressHydrationWarning>
          {t('members.updated', { when })}
        </time>
      </summary>
      <span suppressHydrationWarning>{exact}</span>
    </details>
  );
}

const neverChanges = () => () => {};
const ofTheBrowser = () => undefined;

const format = (locale: string, options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat(locale, options).format(date);
