import { createWaiting } from './waiting.ts';
import { encodeNews, HEARTBEAT, OPENING } from './wire.ts';
import type { StreamNews } from './wire.ts';

/**
 * Why a stream ended: its reader left, or was too slow; its time was up; the server is stopping;
 * or the user's session is over.
 */
export type StreamEnd = 'left' | 'slow' | 'expired' | 'closed' | 'session-ended';

/** More members than any user of MX has. */
const MAX_WAITING = 100;

/** One reader of server-sent events. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly ended: Promise<StreamEnd>;
  send(news: StreamNews): void;
  /** Sends a sign of life, or ends a stream whose time is up or whose reader does not read. */
  beat(): void;
  end(why: StreamEnd): void;
}

/**
 * Sends at once what its reader is ready for, and holds back little of what it is not. A reader who
 * has taken nothing for two beats is too slow.
 */
export function createEventStream(lifetimeBeats: number): EventStream {
  const waiting = createWaiting();
  /** Goes before all that waits. */
  let first: Uint8Array | undefined = OPENING;
  let isAsking = false;
  let beatsLeft = lifetimeBeats;
  let beatsUnread = 0;
  let hasEnded = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let tellEnd: ((why: StreamEnd) => void) | undefined;

  const next = (): Uint8Array | undefined => {
    const news = first ? undefined : waiting.next();
    const bytes = news ? encodeNews(news) : first;
    first = undefined;
    return bytes;
  };

  const flush = (): void => {
    const bytes = isAsking ? next() : undefined;
    if (!bytes) return;
    isAsking = false;
    controller?.enqueue(bytes);
  };

  const finish = (why: StreamEnd): void => {
    hasEnded = true;
    tellEnd?.(why);
  };

  const end = (why: StreamEnd): void => {
    if (hasEnded) return;
    // A reader who does not read would not notice a proper end either.
    if (why === 'slow') controller?.error(new Error('The reader of an event stream was too slow.'));
    else controller?.close();
    finish(why);
  };

  return {
    ended: new Promise((resolve) => {
      tellEnd = resolve;
    }),
    body: new ReadableStream<Uint8Array>(
      {
        start(own) {
          controller = own;
        },
        pull() {
          isAsking = true;
          beatsUnread = 0;
          flush();
        },
        cancel() {
          if (!hasEnded) finish('left');
        },
      },
      // Nothing is made before it is asked for.
      { highWaterMark: 0 },
    ),
    send(news) {
      if (hasEnded) return;
      waiting.add(news);
      flush();
      if (waiting.size() > MAX_WAITING) end('slow');
    },
    beat() {
      beatsLeft -= 1;
      if (beatsLeft <= 0) return end('expired');
      if (!isAsking) beatsUnread += 1;
      if (beatsUnread > 1) return end('slow');
      if (waiting.size() === 0) first ??= HEARTBEAT;
      flush();
    },
    end,
  };
}
