/** A time as seen from another, as `Intl.RelativeTimeFormat` takes it. */
export interface RelativeTime {
  /** Negative in the past. */
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The largest first. A month and a year are near enough. */
const UNITS = [
  { unit: 'year', ms: 365 * DAY_MS },
  { unit: 'month', ms: 30 * DAY_MS },
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

/**
 * How long ago `then` was at `now`, both in epoch milliseconds, in the largest unit of which a
 * whole one has gone by. Less than a minute is "now", and so is the future: it did not happen
 * later than now, one of the clocks is wrong.
 */
export function relativeTime(then: number, now: number): RelativeTime {
  const ago = now - then;
  const reached = UNITS.find(({ ms }) => ago >= ms);
  return reached
    ? { value: -Math.floor(ago / reached.ms), unit: reached.unit }
    : { value: 0, unit: 'second' };
}
