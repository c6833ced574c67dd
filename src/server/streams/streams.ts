import { Problem } from '../problem.ts';
import type { AtriumStore } from '../store.ts';
import { createEventStream } from './event-stream.ts';
import type { EventStream, StreamEnd } from './event-stream.ts';
import type { CheckedStreamOptions } from './options.ts';

/** Who wants to be told, and from where on. */
export interface StreamVisit {
  readonly userGuid: string;
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
}

export interface OpenStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly ended: Promise<StreamEnd>;
}

/** Every stream of events that this process holds open. */
export interface Streams {
  /**
   * @throws Problem `throttled` when the user, or all together, have as many as they may; `server`
   *   when the store was closed; the signal's reason when it aborts.
   */
  open(visit: StreamVisit): Promise<OpenStream>;
  readonly size: () => number;
}

const CLOSED = { retryAfter: '3', reason: 'The store was closed: this server is about to stop.' };
/** How much sooner than its time a stream may end, as a part of that. */
const SPREAD = 0.2;
/** Multiples of it fall far from one another in every part of the circle. */
const GOLDEN = 0.618_033_988_749_895;

export function createStreams(
  store: AtriumStore,
  { heartbeatMs, perUser, total, maxAgeMs }: CheckedStreamOptions,
): Streams {
  const streams = new Set<EventStream>();
  const taken = new Map<string, number>();
  let opened = 0;
  let heart: ReturnType<typeof setInterval> | undefined;

  const take = (userGuid: string): void => {
    const own = taken.get(userGuid) ?? 0;
    if (own >= perUser || streams.size >= total) {
      const reason =
        own >= perUser
          ? 'The user has as many streams of events open as `streams.perUser` allows.'
          : 'This process holds as many streams of events as `streams.total` allows.';
      throw new Problem('throttled', { retryAfter: '30', reason });
    }
    taken.set(userGuid, own + 1);
  };

  const giveBack = (userGuid: string): void => {
    const own = (taken.get(userGuid) ?? 0) - 1;
    if (own > 0) taken.set(userGuid, own);
    else taken.delete(userGuid);
  };

  /** How many beats a stream lives for. Counted, since a clock can be set. */
  const lifetime = (): number => {
    opened += 1;
    const ageMs = maxAgeMs * (1 - SPREAD * ((opened * GOLDEN) % 1));
    return Math.max(1, Math.floor(ageMs / heartbeatMs));
  };

  /** One timer for all of them. */
  const beat = (): void => streams.forEach((stream) => stream.beat());

  const add = (stream: EventStream): void => {
    streams.add(stream);
    heart ??= setInterval(beat, heartbeatMs);
  };

  const remove = (stream: EventStream): void => {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(heart);
    heart = undefined;
  };

  return {
    async open({ userGuid, lastEventId, signal }) {
      signal.throwIfAborted();
      take(userGuid);
      const stream = createEventStream(lifetime());
      const leave = (): void => stream.end('left');
      add(stream);
      signal.addEventListener('abort', leave);
      const ended = stream.ended.then((why) => {
        signal.removeEventListener('abort', leave);
        remove(stream);
        giveBack(userGuid);
        return why;
      });
      let isClosed = false;
      const unsubscribe = await store.subscribe(userGuid, lastEventId, (news) => {
        if (news.kind !== 'closed') return stream.send(news);
        isClosed = true;
        stream.end('closed');
      });
      void ended.then(unsubscribe);
      signal.throwIfAborted();
      if (isClosed) throw new Problem('server', { status: 503, ...CLOSED });
      return { body: stream.body, ended };
    },
    size: () => streams.size,
  };
}
