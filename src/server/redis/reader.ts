import type { Place } from '../event-log.ts';
import { ignore } from './client.ts';
import type { RedisClient, RedisConnection } from './client.ts';
import { entriesOf, entriesRead } from './replies.ts';
import type { StreamEntry } from './replies.ts';
import { pause, within } from './pause.ts';

/** How long Redis may hold a read back when nothing is new. */
const BLOCK_MS = 2_000;
/** How much longer the answer may take before the connection counts as dead. */
const GRACE_MS = 5_000;
const MAX_AT_ONCE = 1_000;
/** Between attempts, up to the longest. */
const SHORTEST_GAP_MS = 50;
const LONGEST_GAP_MS = 2_000;

/** Where a stream begins that has nothing yet. */
const BEFORE_ALL: Place = { id: '0-0', notice: undefined };

export interface StreamReaderOptions {
  readonly client: RedisClient;
  readonly key: string;
  readonly maxEvents: number;
  /** Everything that is known, the last place included. What was known before may have gaps. */
  readonly onBegin: (places: readonly Place[]) => void;
  readonly onEntry: (entry: StreamEntry) => void;
}

export interface StreamReader {
  /** Resolves once there is something to go on from. */
  readonly begun: Promise<void>;
  stop(): void;
}

/**
 * Follows a stream of Redis on a connection of its own, since one that waits for news takes no
 * other command. Whatever happens to the connection, it opens another and goes on where it was.
 */
export function startStreamReader(options: StreamReaderOptions): StreamReader {
  const { client, key, maxEvents, onBegin, onEntry } = options;
  let position: string | undefined;
  const stopping = new AbortController();
  let gapMs = SHORTEST_GAP_MS;
  let connection: RedisConnection | undefined;
  let tellBegun: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });

  /** Redis may have lost what it had, or let go what was not read: then it is a new beginning. */
  const begin = async (on: RedisConnection): Promise<string> => {
    const isKnown = async (id: string): Promise<boolean> =>
      entriesOf(await ask(on, 'XRANGE', key, id, id)).length > 0;
    if (position !== undefined && (await isKnown(position))) return position;
    const newest = await ask(on, 'XREVRANGE', key, '+', '-', 'COUNT', String(maxEvents));
    const places = entriesOf(newest).toReversed();
    onBegin(places.length > 0 ? places : [BEFORE_ALL]);
    return places.at(-1)?.position ?? BEFORE_ALL.id;
  };

  const readOn = async (on: RedisConnection, after: string): Promise<string> => {
    const limits = ['COUNT', String(MAX_AT_ONCE), 'BLOCK', String(BLOCK_MS)];
    const places = entriesRead(await ask(on, 'XREAD', ...limits, 'STREAMS', key, after));
    places.forEach(onEntry);
    return places.at(-1)?.position ?? after;
  };

  const follow = async (on: RedisConnection): Promise<void> => {
    await on.connect();
    position = await begin(on);
    gapMs = SHORTEST_GAP_MS;
    tellBegun?.();
    while (!stopping.signal.aborted) position = await readOn(on, position);
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      connection = client.duplicate();
      connection.on('error', ignore);
      await follow(connection).catch(() => {});
      destroy(connection);
      await pause(gapMs);
      gapMs = Math.min(gapMs * 2, LONGEST_GAP_MS);
    }
  };
  void run();

  return {
    begun,
    stop() {
      stopping.abort();
      if (connection) destroy(connection);
    },
  };
}

function ask(on: RedisConnection, ...args: readonly string[]): Promise<unknown> {
  return within(BLOCK_MS + GRACE_MS, on.sendCommand(args));
}

/** One that is not open refuses to be destroyed. */
function destroy(connection: RedisConnection): void {
  try {
    connection.destroy();
  } catch {
    // It is closed already.
  }
}
