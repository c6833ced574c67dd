'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { relativeTime, type RelativeTime } from '../domain/relative-time.ts';

/** Finer than the smallest unit, so that no minute is more than half a minute late. */
const TICK_MS = 30_000;

/**
 * How long ago a time was, kept up to date. Renders again only when its words would change.
 * `null` without a time, and on a server, which does not know when its page will be read.
 */
export function useRelativeTime(time: string | null): RelativeTime | null {
  const read = useCallback(() => {
    const { value, unit } = relativeTime(Date.parse(time ?? ''), Date.now());
    return `${value} ${unit}`;
  }, [time]);
  const [value, unit] = useSyncExternalStore(subscribe, read, () => '').split(' ');
  return time === null || !value
    ? null
    : { value: Number(value), unit: unit as RelativeTime['unit'] };
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}
