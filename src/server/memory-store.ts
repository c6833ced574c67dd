import { createEventLog } from './event-log.ts';
import { statusPath } from './member-status.ts';
import { createStatusReads } from './status-reads.ts';
import type { AtriumStore } from './store.ts';

/** Some megabytes at most. */
const MAX_EVENTS = 10_000;

export interface MemoryStoreOptions {
  /**
   * The clock, in milliseconds.
   *
   * @default Date.now
   */
  readonly now?: () => number;
}

/**
 * A store in the memory of this process: give the same one to the proxy and to the receiver of
 * MX's webhooks. It keeps successful status answers for three seconds (they may hold a bank's
 * question, never an answer or a credential), and the last 10,000 notices (a user's guid, a
 * member's guid and what may be new).
 *
 * With more than one process, a webhook reaches only one of them: use `createRedisStore`.
 *
 * @example
 * const store = createMemoryStore();
 * const proxy = createAtriumProxy({ …, store });
 * const webhooks = createWebhookReceiver({ store, credentials });
 */
export function createMemoryStore({
  now = () => Date.now(),
}: MemoryStoreOptions = {}): AtriumStore {
  const reads = createStatusReads(now);
  const log = createEventLog(MAX_EVENTS);
  let run: number | undefined;
  let events = 0;

  /** Ids of another run are told from ours by when it began. */
  const nextId = (): string => `${(run ??= now())}-${events++}`;
  /** Not at once: there is no clock yet where a Worker loads its modules. */
  const start = (): void => {
    if (run === undefined) log.begin([{ id: nextId(), notice: undefined }]);
  };

  return {
    health: async () => 'memory',
    readStatus: (path, load, signal) => reads.read(path, load, signal),
    forgetStatus: async (path) => reads.forget(path),
    publish: async (notice) => {
      start();
      reads.forget(statusPath(notice));
      log.append({ id: nextId(), notice });
    },
    subscribe: async (userGuid, lastEventId, listener) => {
      start();
      return log.subscribe(userGuid, lastEventId, listener);
    },
    close: async () => log.close(),
  };
}
