import { createAttemptLog } from '../attempts.ts';
import type { AttemptLog } from '../attempts.ts';
import type { AttemptRate } from '../limits.ts';
import type { RedisLink } from './link.ts';

/**
 * A list of the last attempts, newest first. Returns 0 if it counted this one, or how long to
 * wait. It reads the clock of Redis, which is the same for every process.
 */
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local max, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = redis.call('LINDEX', KEYS[1], max - 1)
local age = oldest and now - oldest or window
if age >= 0 and age < window then return window - age end
redis.call('LPUSH', KEYS[1], now)
redis.call('LTRIM', KEYS[1], 0, max - 1)
redis.call('PEXPIRE', KEYS[1], window)
return 0`;

/** Counts in Redis for all processes. */
export interface SharedAttempts {
  /** Never rejects: while Redis is away, this process counts on its own. */
  readonly count: (user: string, rate: AttemptRate) => Promise<number>;
}

export function createSharedAttempts(
  link: RedisLink,
  prefix: string,
  now: () => number,
): SharedAttempts {
  const own: AttemptLog = createAttemptLog(now);

  const countShared = async (user: string, { max, windowMs }: AttemptRate): Promise<number> => {
    const key = `${prefix}attempts:${user}`;
    return Number(await link.send('EVAL', COUNT, '1', key, String(max), String(windowMs)));
  };

  return {
    async count(user, rate) {
      const waitMs = await countShared(user, rate).catch(() => 0);
      // Counted here as well, so that Redis can go away, or lose what it had, in the meantime.
      return waitMs > 0 ? waitMs : own.count(user, rate);
    },
  };
}
