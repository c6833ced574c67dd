import type { StoreHealth } from '../store.ts';
import type { RedisLink } from './link.ts';

const REMEMBERED_MS = 1_000;

/**
 * Says whether Redis answers. Anyone may ask, without a session, so Redis gets at most one PING a
 * second, and none while it is known to be away.
 */
export function createHealthCheck(link: RedisLink): () => Promise<StoreHealth> {
  let asked: Promise<StoreHealth> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (link.isAway()) return 'redis-unreachable';
    if (asked === undefined || performance.now() - askedAt >= REMEMBERED_MS) {
      askedAt = performance.now();
      asked = link.send('PING').then(
        () => 'redis',
        () => 'redis-unreachable',
      );
    }
    return asked;
  };
}
