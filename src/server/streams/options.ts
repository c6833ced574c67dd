import { checkNames } from '../check.ts';
import type { Names } from '../check.ts';

/** How many streams of events there may be, and how long one lasts. */
export interface StreamOptions {
  /**
   * How far apart signs of life are on a quiet stream, in milliseconds, 30,000 at most: a page
   * takes one that is silent for longer for dead. Keep it below the idle timeout of whatever
   * stands in front. A reader who takes nothing for twice as long is let go, and ages are counted
   * in these.
   *
   * @default 15_000
   */
  readonly heartbeatMs?: number;
  /**
   * How many one user may have open in this process, one for each tab. One more answers 429.
   *
   * @default 10
   */
  readonly perUser?: number;
  /**
   * How many this process holds open in all. One more answers 429.
   *
   * @default 10_000
   */
  readonly total?: number;
  /**
   * How long a stream lasts, in milliseconds, up to a fifth less so that not all end at once. The
   * browser then opens the next one.
   *
   * @default 600_000
   */
  readonly maxAgeMs?: number;
}

export type CheckedStreamOptions = Required<StreamOptions>;

const DEFAULTS: CheckedStreamOptions = {
  heartbeatMs: 15_000,
  perUser: 10,
  total: 10_000,
  maxAgeMs: 600_000,
};

const NAMES = {
  heartbeatMs: true,
  perUser: true,
  total: true,
  maxAgeMs: true,
} satisfies Names<StreamOptions>;

const LONGEST_SILENCE_MS = 30_000;

/** @throws TypeError naming the option that is wrong. */
export function checkStreamOptions(options: StreamOptions = {}): CheckedStreamOptions {
  checkNames('streams', options, NAMES);
  const checked = { ...DEFAULTS, ...options };
  for (const [name, value] of Object.entries(checked)) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new TypeError(
        `\`streams.${name}\` must be a whole number above 0. Leave it out for the default.`,
      );
    }
  }
  if (checked.heartbeatMs > LONGEST_SILENCE_MS) {
    throw new TypeError(
      '`streams.heartbeatMs` must be 30,000 at most: a page gives up a stream that is silent for longer.',
    );
  }
  return checked;
}
