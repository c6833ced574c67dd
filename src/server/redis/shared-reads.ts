import { orAbort } from '../abort.ts';
import { createFlights } from '../flights.ts';
import { createStatusReads } from '../status-reads.ts';
import type { LoadStatus, StatusRead } from '../store.ts';
import { RedisAway } from './link.ts';
import type { RedisLink } from './link.ts';
import { pause } from './pause.ts';
import { textOf } from './replies.ts';
import { createSharedRead, GENERATION_MS, SHAREABLE_MS } from './shared-read.ts';
import type { SharedRead } from './shared-read.ts';

/** Between two looks for the answer that another process is reading. */
const LOOK_EVERY_MS = 50;
/** How long to look for it before reading it oneself after all. */
const LOOK_FOR_MS = 10_000;

/** What a store promises of status reads, kept in Redis for all processes. */
export interface SharedReads {
  readonly read: (path: string, load: LoadStatus, signal: AbortSignal) => Promise<StatusRead>;
  /** Never rejects. */
  readonly forget: (path: string) => Promise<void>;
  /** Forgets what this process remembers by itself, for when Redis is away. */
  readonly forgetHere: (path: string) => void;
}

/**
 * An answer is kept under the generation that was current when its read began. To forget is to
 * begin another generation, so whatever a read that was under way brings home is not found.
 */
export function createSharedReads(link: RedisLink, prefix: string, now: () => number): SharedReads {
  const alone = createStatusReads(now);
  const flights = createFlights<StatusRead>();
  const generationKey = (path: string): string => `${prefix}generation:${path}`;

  const find = async (path: string): Promise<SharedRead> => {
    const generation = textOf(await link.send('GET', generationKey(path)));
    return createSharedRead(link, `${prefix}status:${path}:${generation}`);
  };

  const readShared: SharedReads['read'] = async (path, load, signal) => {
    const read = await find(path);
    const known = await read.answer();
    if (known) return { answer: known, coalesced: true };
    // A read that is too old to be shared is not joined either.
    const period = Math.floor(performance.now() / SHAREABLE_MS);
    const { answer, joined } = await flights.board(
      `${read.key} ${period}`,
      (own) => readOrWait(read, load, own),
      signal,
    );
    return joined ? { ...answer, coalesced: true } : answer;
  };

  return {
    async read(path, load, signal) {
      if (!link.isTrusted()) return alone.read(path, load, signal);
      try {
        return await readShared(path, load, signal);
      } catch (error) {
        if (!(error instanceof RedisAway)) throw error;
        return alone.read(path, load, signal);
      }
    },
    async forget(path) {
      alone.forget(path);
      const generation = crypto.randomUUID();
      const age = ['PX', String(GENERATION_MS)];
      await link.send('SET', generationKey(path), generation, ...age).catch(link.distrust);
    },
    forgetHere: (path) => alone.forget(path),
  };
}

/** Reads for all processes, or waits for the one that does. */
async function readOrWait(
  read: SharedRead,
  load: LoadStatus,
  signal: AbortSignal,
): Promise<StatusRead> {
  for (let waitedMs = 0; waitedMs < LOOK_FOR_MS; waitedMs += LOOK_EVERY_MS) {
    const isOurs = await read.lock();
    // With the lock as well: it is free as soon as another's answer is there.
    const answer = await read.answer();
    if (answer) {
      if (isOurs) read.unlock();
      return { answer, coalesced: true };
    }
    if (isOurs) return { answer: await read.load(load, signal), coalesced: false };
    await orAbort(pause(LOOK_EVERY_MS), signal);
  }
  throw new RedisAway();
}
