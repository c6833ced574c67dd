import { Problem } from '../problem.ts';
import type { AtriumStore } from '../store.ts';
import { isSameUser } from '../proxy-user.ts';
import type { ProxyUser } from '../proxy-user.ts';
import { createEventStream } from './event-stream.ts';
import type { EventStream, StreamEnd } from './event-stream.ts';
import type { CheckedStreamOptions } from './options.ts';
import { createRounds } from './rounds.ts';
import type { Turns } from './rounds.ts';

/** Who wants to be told, and from where on. */
export interface StreamVisit {
  /** As `resolveUser` returned it. */
  readonly user: ProxyUser;
  readonly userGuid: string;
  /** Whether the session is still that of the same user. Never rejects. */
  readonly isSignedIn: () => Promise<boolean>;
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
  /** Ends all of them, so that the server can stop. */
  readonly close: () => void;
}

const CLOSED = { retryAfter: '3', reason: 'This server is about to stop.' };
/** How much sooner than its time a stream may end, as a part of that. */
const SPREAD = 0.2;
/** Multiples of it fall far from one another in every part of the circle. */
const GOLDEN = 0.618_033_988_749_895;

export function createStreams(store: AtriumStore, options: CheckedStreamOptions): Streams {
  const { heartbeatMs, maxAgeMs } = options;
  const streams = new Set<EventStream>();
  const rounds = createRounds();
  const take = createSeats(options);
  let opened = 0;
  let isClosed = false;
  let heart: ReturnType<typeof setInterval> | undefined;

  /** How many beats a stream lives for. Counted, since a clock can be set. */
  const lifetime = (share: number): number =>
    Math.max(1, Math.floor((maxAgeMs * (1 - SPREAD * share)) / heartbeatMs));

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
    async open({ user, userGuid, lastEventId, signal, isSignedIn }) {
      signal.throwIfAborted();
      const giveBack = take(userGuid);
      opened += 1;
      const share = (opened * GOLDEN) % 1;
      const stream = createEventStream(lifetime(share));
      const turns = rounds.join(share);
      const leave = (): void => stream.end('left');
      add(stream);
      signal.addEventListener('abort', leave);
      const ended = stream.ended.then((why) => {
        signal.removeEventListener('abort', leave);
        turns.leave();
        remove(stream);
        giveBack();
        return why;
      });
      void watchSession(stream, turns, isSignedIn);
      const unsubscribe = await store.subscribe(userGuid, lastEventId, (news) => {
        switch (news.kind) {
          case 'closed':
            isClosed = true;
            return stream.end('closed');
          case 'ended':
            return isSameUser(news.user, user, userGuid) ? stream.end('session-ended') : undefined;
          default:
            return stream.send(news);
        }
      });
      void ended.then(unsubscribe);
      signal.throwIfAborted();
      if (isClosed) throw new Problem('server', { status: 503, ...CLOSED });
      return { body: stream.body, ended };
    },
    size: () => streams.size,
    close() {
      isClosed = true;
      streams.forEach((stream) => stream.end('closed'));
    },
  };
}

/** Gives out as many streams as there may be. The function that it returns gives one back. */
function createSeats({ perUser, total }: CheckedStreamOptions): (userGuid: string) => () => void {
  const taken = new Map<string, number>();
  let all = 0;

  const giveBack = (userGuid: string): void => {
    const own = (taken.get(userGuid) ?? 0) - 1;
    if (own > 0) taken.set(userGuid, own);
    else taken.delete(userGuid);
    all -= 1;
  };

  return (userGuid) => {
    const own = taken.get(userGuid) ?? 0;
    if (own >= perUser || all >= total) {
      const reason =
        own >= perUser
          ? 'The user has as many streams of events open as `streams.perUser` allows.'
          : 'This process holds as many streams of events as `streams.total` allows.';
      throw new Problem('throttled', { retryAfter: '30', reason });
    }
    taken.set(userGuid, own + 1);
    all += 1;
    return () => giveBack(userGuid);
  };
}

/** Ends a stream whose session is over, or cannot be looked up within a minute. */
async function watchSession(
  stream: EventStream,
  turns: Turns,
  isSignedIn: () => Promise<boolean>,
): Promise<void> {
  let turn = turns.next();
  while (await turn) {
    turn = turns.next();
    const isOver = turn.then(() => false);
    // Awaited here and not in the timer, so that it runs in the async context of its own request.
    if (!(await Promise.race([isSignedIn(), isOver]))) stream.end('session-ended');
  }
}
