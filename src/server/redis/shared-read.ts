import { isJsonObject, parseJson } from '../json.ts';
import { isRepeatable, MIN_INTERVAL_MS } from '../status-reads.ts';
import type { LoadStatus } from '../store.ts';
import type { UpstreamAnswer } from '../upstream.ts';
import type { RedisLink } from './link.ts';
import { textOf } from './replies.ts';

/** How long a write is remembered. */
export const GENERATION_MS = 60_000;
/** The age at which a read may have missed a write, and its answer is not shared. */
export const SHAREABLE_MS = GENERATION_MS - MIN_INTERVAL_MS;

/** How long the lock of a process that has died is in the way. One that lives renews it. */
const LOCK_MS = 2_000;

/** Lets go of a lock that is still ours: one that has lapsed may be another's by now. */
const UNLOCK = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1])";

/** One path in one generation: its answer, and the lock of the process that reads it. */
export interface SharedRead {
  readonly key: string;
  /** The answer that some process has read, for as long as it may be repeated. */
  answer(): Promise<UpstreamAnswer | undefined>;
  /** Whether it is for us to read it now. */
  lock(): Promise<boolean>;
  unlock(): void;
  /** Reads it, shares what comes, and unlocks. */
  load(load: LoadStatus, signal: AbortSignal): Promise<UpstreamAnswer>;
}

export function createSharedRead(link: RedisLink, key: string): SharedRead {
  const lockKey = `${key}:lock`;
  const holder = crypto.randomUUID();
  const startedAt = performance.now();
  const isShareable = (): boolean => performance.now() - startedAt < SHAREABLE_MS;
  const unlock = (): void => link.attempt('EVAL', UNLOCK, '1', lockKey, holder);
  const share = (answer: UpstreamAnswer): void =>
    link.attempt('SET', key, JSON.stringify(answer), 'PX', String(MIN_INTERVAL_MS));

  return {
    key,
    async answer() {
      return answerIn(textOf(await link.send('GET', key)));
    },
    async lock() {
      return (await link.send('SET', lockKey, holder, 'NX', 'PX', String(LOCK_MS))) !== null;
    },
    unlock,
    async load(load, signal) {
      const lapses = link.lapses();
      const renewal = setInterval(
        () => link.attempt('PEXPIRE', lockKey, String(LOCK_MS)),
        LOCK_MS / 3,
      );
      try {
        const answer = await load(signal);
        if (isRepeatable(answer) && link.lapses() === lapses && isShareable()) share(answer);
        return answer;
      } finally {
        clearInterval(renewal);
        unlock();
      }
    },
  };
}

function answerIn(text: string): UpstreamAnswer | undefined {
  const answer = parseJson(text);
  return isJsonObject(answer) && answer['status'] === 200 ? { ...answer, status: 200 } : undefined;
}
