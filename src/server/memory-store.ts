import { createAttemptLog } from './attempts.ts';
import { checkFunctions, checkNames } from './check.ts';
import type { Names } from './check.ts';
import { createEventLog, newEventId } from './event-log.ts';
import { statusPath } from './member-status.ts';
import { createStatusReads } from './status-reads.ts';
import type { AtriumStore } from './store.ts';

/** Some megabytes at most. */
const MAX_EVENTS = 10_000;

export interface MemoryStoreOptions {
  /**
   * The clock, in milliseconds.
   *
   * @default performance.now
   */
  readonly now?: (() => number) | undefined;
}

/**
 * A store in the memory of this process: give the same one to the proxy and to the receiver of
 * MX's webhooks. It keeps successful status answers for three seconds (they may hold a bank's
 * question, never an answer or a credential), the last 10,000 notices (a user's guid, a member's
 * guid and what may be new), and when each of 10,000 users last sent credentials or answers.
 *
 * With more than one process, a webhook reaches only one of them: use `createRedisStore`.
 *
 * @example
 * const store = createMemoryStore();
 * const proxy = createAtriumProxy({ …, store });
 * const webhooks = createWebhookReceiver({ store, credentials });
 *
 * @throws TypeError when an option is wrong.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): AtriumStore {
  checkNames('createMemoryStore', options, { now: true } satisfies Names<MemoryStoreOptions>);
  checkFunctions({ now: options.now });
  const { now = () => performance.now() } = options;
  const reads = createStatusReads(now);
  const attempts = createAttemptLog(now);
  const log = createEventLog(MAX_EVENTS);
  let hasStarted = false;

  /** Not when it is created: a Worker has no random numbers while it loads its modules. */
  const start = (): void => {
    if (!hasStarted) log.begin([{ id: newEventId(), notice: undefined }]);
    hasStarted = true;
  };

  return {
    health: async () => 'memory',
    readStatus: (path, load, signal) => reads.read(path, load, signal),
    forgetStatus: async (path) => reads.forget(path),
    countAttempt: async (user, rate) => attempts.count(user, rate),
    publish: async (notice) => {
      start();
      reads.forget(statusPath(notice));
      log.append({ id: newEventId(), notice });
    },
    subscribe: async (userGuid, lastEventId, listener) => {
      start();
      return log.subscribe(userGuid, lastEventId, listener);
    },
    endStreams: async (user) => log.end(user),
    close: async () => log.close(),
  };
}
