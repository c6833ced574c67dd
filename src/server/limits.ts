import { checkNames } from './check.ts';
import type { Names } from './check.ts';

/** How often one user may send credentials or answers. */
export interface AttemptLimit {
  /**
   * The number of attempts in one window, from 1 to 1,000.
   *
   * @default 20
   */
  readonly max?: number | undefined;
  /**
   * The length of the window in milliseconds, from a second to a day. It slides: an attempt
   * stops counting once it is this old.
   *
   * @default 600_000
   */
  readonly windowMs?: number | undefined;
}

/** How many calls to MX one user may cause at the same time, in one process. */
export interface ConcurrencyLimit {
  /**
   * The number of calls that may be open at once.
   *
   * @default 16
   */
  readonly max?: number | undefined;
  /**
   * The number of calls that may wait for one of those to end. 0 lets none wait.
   *
   * @default 32
   */
  readonly queued?: number | undefined;
}

/** What one user may ask of MX. `'unlimited'` switches a limit off. */
export interface LimitOptions {
  /**
   * Attempts with credentials or answers: creating or updating a member with credentials, and
   * answering challenges. One more returns 429 with `Retry-After`. Processes on one Redis store
   * count together.
   */
  readonly attempts?: AttemptLimit | 'unlimited' | undefined;
  /** Calls at the same time. One more than may wait returns 429 with `Retry-After`. */
  readonly concurrency?: ConcurrencyLimit | 'unlimited' | undefined;
}

/** A checked limit on attempts. */
export interface AttemptRate {
  readonly max: number;
  readonly windowMs: number;
}

/** Checked limits. One that is undefined is switched off. */
export interface CheckedLimits {
  readonly attempts: AttemptRate | undefined;
  readonly concurrency: { readonly max: number; readonly queued: number } | undefined;
}

const NAMES = { attempts: true, concurrency: true } satisfies Names<LimitOptions>;
const ATTEMPT_NAMES = { max: true, windowMs: true } satisfies Names<AttemptLimit>;
const CONCURRENCY_NAMES = { max: true, queued: true } satisfies Names<ConcurrencyLimit>;

const DAY_MS = 86_400_000;

/** @throws TypeError naming the option that is wrong. */
export function checkLimits(limits: LimitOptions = {}): CheckedLimits {
  checkNames('limits', limits, NAMES);
  const { attempts, concurrency } = limits;
  return {
    attempts: isOn('limits.attempts', attempts, ATTEMPT_NAMES)
      ? {
          max: wholeNumber('attempts.max', attempts?.max ?? 20, 1, 1_000),
          windowMs: wholeNumber('attempts.windowMs', attempts?.windowMs ?? 600_000, 1_000, DAY_MS),
        }
      : undefined,
    concurrency: isOn('limits.concurrency', concurrency, CONCURRENCY_NAMES)
      ? {
          max: wholeNumber('concurrency.max', concurrency?.max ?? 16, 1, 10_000),
          queued: wholeNumber('concurrency.queued', concurrency?.queued ?? 32, 0, 10_000),
        }
      : undefined,
  };
}

function isOn<Limit extends object>(
  name: string,
  limit: Limit | 'unlimited' | undefined,
  names: Names<Limit>,
): limit is Limit | undefined {
  if (limit === 'unlimited') return false;
  // A host without types may write `null` or `false`, and could mean either by it.
  if (limit !== undefined && (typeof limit !== 'object' || limit === null)) {
    throw new TypeError(
      `\`${name}\` must be an object such as \`{ max: 20 }\`, or 'unlimited' to switch it off.`,
    );
  }
  checkNames(name, limit ?? {}, names);
  return true;
}

function wholeNumber(name: string, value: number, lowest: number, highest: number): number {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw new TypeError(
    `\`limits.${name}\` must be a whole number from ${lowest} to ${highest}. Leave it out for the default.`,
  );
}
