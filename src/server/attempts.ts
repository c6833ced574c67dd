import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { AttemptRate } from './limits.ts';

/** Users who are counted at one time, about 4 MB with 20 attempts each. */
const MAX_USERS = 10_000;

/** Counts the attempts of each user in this process. */
export interface AttemptLog {
  /** Counts an attempt and returns 0, or returns how long to wait in milliseconds. */
  readonly count: (user: string, rate: AttemptRate) => number;
}

export function createAttemptLog(now: () => number): AttemptLog {
  /** The times of the last attempts, oldest first. Users with the oldest attempts come first. */
  const attempts = new Map<string, readonly number[]>();

  return {
    count(user, { max, windowMs }) {
      const last = attempts.get(user) ?? [];
      const time = now();
      const waitMs = (last.at(-max) ?? Number.NEGATIVE_INFINITY) + windowMs - time;
      if (waitMs > 0) return waitMs;
      attempts.delete(user);
      attempts.set(user, [...last, time].slice(-max));
      const oldest = attempts.keys().next();
      if (attempts.size > MAX_USERS && !oldest.done) attempts.delete(oldest.value);
      return 0;
    },
  };
}

/** Whether a request's body holds credentials or answers, so that MX tries them at the bank. */
export function isAttempt(body: JsonObject | undefined): boolean {
  const member = body?.['member'];
  return isJsonObject(member) && ('credentials' in member || 'challenges' in member);
}
