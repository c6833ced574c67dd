import { checkFunctions, checkNames, isSet } from '../check.ts';
import type { Names } from '../check.ts';
import { createEventLog } from '../event-log.ts';
import { statusPath } from '../member-status.ts';
import type { AtriumStore } from '../store.ts';
import type { RedisClient } from './client.ts';
import { createHealthCheck } from './health.ts';
import { createRedisLink } from './link.ts';
import { within } from './pause.ts';
import { createPublisher } from './publisher.ts';
import { startStreamReader } from './reader.ts';
import type { StreamReader } from './reader.ts';
import { createSharedAttempts } from './shared-attempts.ts';
import { createSharedReads } from './shared-reads.ts';

export interface RedisStoreOptions {
  /**
   * A client of node-redis (`redis` or `@redis/client`, version 5 or later), which the host
   * connects and closes. A second connection, for what is waited for, is made from it.
   */
  readonly client: RedisClient;
  /**
   * What every key begins with. All processes of one app must agree on it, and no other app on
   * the same Redis may use it.
   *
   * @default 'atrium:'
   */
  readonly prefix?: string | undefined;
  /**
   * How long a request may wait for Redis, in milliseconds, before it goes on without.
   *
   * @default 500
   */
  readonly timeoutMs?: number | undefined;
  /**
   * About how many notices are kept for readers who come back.
   *
   * @default 10_000
   */
  readonly maxEvents?: number | undefined;
  /**
   * The clock, in milliseconds.
   *
   * @default performance.now
   */
  readonly now?: (() => number) | undefined;
}

/**
 * A store for several processes. A webhook that reaches one of them is told to the pages of all,
 * a page that comes back may come to any of them, and a member's status is read from MX once in
 * three seconds by all of them together.
 *
 * Kept in Redis, below `prefix`: successful status answers, for three seconds (they may hold a
 * bank's question, never an answer or a credential); which of them are out of date, for a minute;
 * who is reading one, for two seconds; when a user last sent credentials or answers, for as long
 * as the limit on them; and the last notices (a user's guid, a member's guid and what may be new),
 * until an hour after the last one.
 *
 * While Redis is away each process works as if alone, and no request waits for it. What could not
 * be told to the others is told when it is back, and pages that may have missed something look
 * again.
 *
 * @example
 * const client = createClient({ url: process.env.REDIS_URL });
 * client.on('error', (error) => log(error));
 * await client.connect();
 * const store = createRedisStore({ client });
 *
 * @throws TypeError when an option is missing or wrong.
 */
export function createRedisStore(options: RedisStoreOptions): AtriumStore {
  const { client, prefix, timeoutMs, maxEvents, now } = checkOptions(options);
  const eventsKey = `${prefix}events`;
  const log = createEventLog(maxEvents);
  const link = createRedisLink(client, timeoutMs, now);
  const reads = createSharedReads(link, prefix, now);
  const attempts = createSharedAttempts(link, prefix, now);
  const publisher = createPublisher(link, reads, eventsKey, maxEvents, log.tell);
  let reader: StreamReader | undefined;

  const startReader = (): StreamReader =>
    startStreamReader({
      client,
      key: eventsKey,
      maxEvents,
      onBegin: log.begin,
      onEntry: (place) => {
        if (place.notice) reads.forgetHere(statusPath(place.notice));
        log.append(place);
        if (place.ended) log.end(place.ended);
      },
    });

  return {
    health: createHealthCheck(link),
    readStatus: reads.read,
    forgetStatus: reads.forget,
    countAttempt: attempts.count,
    publish: publisher.publish,
    subscribe: async (userGuid, lastEventId, listener) => {
      // Not sooner: a process that only receives webhooks, or only builds, follows nothing.
      reader ??= startReader();
      await within(timeoutMs, reader.begun).catch(() => {});
      return log.subscribe(userGuid, lastEventId, listener);
    },
    endStreams: async (user) => {
      log.end(user);
      await publisher.endStreams(user);
    },
    close: async () => {
      reader?.stop();
      publisher.stop();
      log.close();
      link.close();
    },
  };
}

type CheckedOptions = { [Key in keyof RedisStoreOptions]-?: NonNullable<RedisStoreOptions[Key]> };

const NAMES = {
  client: true,
  prefix: true,
  timeoutMs: true,
  maxEvents: true,
  now: true,
} satisfies Names<RedisStoreOptions>;

function checkOptions(options: RedisStoreOptions): CheckedOptions {
  checkNames('createRedisStore', options, NAMES);
  checkFunctions({ now: options.now });
  const { client, prefix = 'atrium:', timeoutMs = 500, maxEvents = 10_000 } = options;
  if (typeof client?.sendCommand !== 'function' || typeof client.duplicate !== 'function') {
    throw new TypeError('`client` must be a client of node-redis, version 5 or later.');
  }
  if (!isSet(prefix)) {
    throw new TypeError('`prefix` must be text that only this app begins its keys with.');
  }
  for (const [name, value] of Object.entries({ timeoutMs, maxEvents })) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new TypeError(`\`${name}\` must be a whole number above 0.`);
    }
  }
  return { client, prefix, timeoutMs, maxEvents, now: options.now ?? (() => performance.now()) };
}
