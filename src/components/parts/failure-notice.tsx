'use client';

import type { ReactNode } from 'react';
import { offersRetry, type AtriumError } from '../../domain/errors.ts';
import { failure } from '../../locales/en/failure.ts';
import { useLocale, useWords } from '../words.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** The words for a request that failed, the way out first. */
export interface FailureWords {
  readonly title: string;
  readonly message: string;
}

/** Puts a failed request into words. `during`: what was read, where that changes them. */
export function useFailureWords(): (error: AtriumError, during?: string) => FailureWords {
  const t = useWords(failure);
  const locale = useLocale();
  return ({ kind, retryAfterMs }, during) => {
    const key = during === 'oauth-return' ? during : kind;
    // A user who tries to sign in waits for minutes, not for the last second.
    const shortestMs = kind === 'throttled' ? 0 : MINUTE_MS;
    return {
      title: t(`failure.${key}.title`),
      message: t(`failure.${key}.message`, {
        when:
          retryAfterMs === undefined
            ? t('failure.throttled.soon')
            : soon(Math.max(retryAfterMs, shortestMs), locale),
      }),
    };
  };
}

const MINUTE_MS = 60_000;

function soon(ms: number, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale);
  return ms < MINUTE_MS
    ? relative.format(Math.ceil(ms / 1_000), 'second')
    : relative.format(Math.ceil(ms / MINUTE_MS), 'minute');
}

/** Props of {@link FailureNotice}. */
export interface FailureNoticeProps {
  readonly error: AtriumError;
  /** Offered if trying again can help. */
  readonly onRetry?: (() => void) | undefined;
  /** What else the user can do. */
  readonly children?: ReactNode;
}

/** Says beside a form or a button why it did not work. Read aloud when it appears. Renders a `<div>`. */
export function FailureNotice({ error, onRetry, children }: FailureNoticeProps): ReactNode {
  const t = useWords(failure);
  const { title, message } = useFailureWords()(error);
  return (
    <Notice tone="danger" role="alert">
      <p className="atrium-notice-title">{title}</p>
      <p>{message}</p>
      {onRetry && offersRetry[error.kind] && (
        <Button onClick={onRetry}>{t('failure.retry')}</Button>
      )}
      {children}
    </Notice>
  );
}
