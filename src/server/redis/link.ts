import { MIN_INTERVAL_MS } from '../status-reads.ts';
import { ignore } from './client.ts';
import type { RedisClient } from './client.ts';

/** Redis did not do what it was asked, or not in time. What depends on it goes on without. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

/** The host's client, which never keeps anybody waiting. */
export interface RedisLink {
  /** @throws RedisAway at once while Redis is known to be away, otherwise in a short time. */
  readonly send: (...args: readonly string[]) => Promise<unknown>;
  /** The same, for what may just as well not happen. */
  readonly attempt: (...args: readonly string[]) => void;
  /** Whether a command would be refused without being sent. */
  readonly isAway: () => boolean;
  /** False for as long as what Redis holds may be from before a write that it never heard of. */
  readonly isTrusted: () => boolean;
  /** Call when Redis was not told of a write. */
  readonly distrust: () => void;
  /** How often it was not to be trusted so far. What was begun before is not to be shared after. */
  readonly lapses: () => number;
  readonly close: () => void;
}

export function createRedisLink(
  client: RedisClient,
  timeoutMs: number,
  now: () => number,
): RedisLink {
  let wasReady = client.isReady;
  /** Commands that are late. Until they are settled, others would be late as well. */
  let late = 0;
  let lapses = 0;
  let lapsedAt = Number.NEGATIVE_INFINITY;

  const isAway = (): boolean => !client.isReady || late > 0;

  const distrust = (): void => {
    lapses += 1;
    lapsedAt = now();
  };

  const onReady = (): void => {
    // It may have restarted with what it had saved before the last writes.
    if (wasReady) distrust();
    wasReady = true;
  };
  client.on('ready', onReady);
  client.on('error', ignore);

  const send = (...args: readonly string[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isAway()) return reject(new RedisAway());
      let isLate = false;
      const giveUp = (): void => {
        isLate = true;
        late += 1;
        reject(new RedisAway());
      };
      // If it was this process that was held up, the answer is there and only has to be read.
      let timer = setTimeout(() => {
        timer = setTimeout(giveUp);
      }, timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        if (isLate) late -= 1;
      };
      void ask(client, args)
        .then(resolve, () => reject(new RedisAway()))
        .finally(settle);
    });

  return {
    send,
    isAway,
    attempt(...args) {
      send(...args).catch(() => {});
    },
    isTrusted() {
      const lapsedForMs = now() - lapsedAt;
      // A clock that was set back must not keep it out.
      return !isAway() && !(lapsedForMs >= 0 && lapsedForMs < MIN_INTERVAL_MS);
    },
    distrust,
    lapses: () => lapses,
    close() {
      client.off('ready', onReady);
      client.off('error', ignore);
    },
  };
}

async function ask(client: RedisClient, args: readonly string[]): Promise<unknown> {
  return client.sendCommand(args);
}
