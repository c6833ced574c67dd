import type { AtriumClient } from '../api/client.ts';
import { AtriumError, isRetryable } from '../domain/errors.ts';
import { reopenDelay, type MemberEvent, type Resumption } from '../domain/live.ts';

/** A stream that has been there for so long was not opened in vain, in milliseconds. */
const LASTING_MS = 10_000;

/** What becomes of a stream that is kept open. */
export interface StreamListener {
  /** It is there. `isResumed`: what has happened since the one before is told first. */
  readonly onOpen: (isResumed: boolean) => void;
  readonly onEvent: (event: MemberEvent) => void;
  /** It is gone, and will be opened again. */
  readonly onLost: () => void;
  /** It would be refused again, and is given up. */
  readonly onRefused: (error: AtriumError) => void;
}

/** A stream that is opened again whenever it ends. */
export interface KeptStream {
  /** Opens it anew at once, whether it is waiting to be or seems to be there. */
  readonly wake: () => void;
  readonly close: () => void;
}

/** Keeps the stream of events open. `key` sets the gaps of one page apart from those of another. */
export function keepOpen(
  client: AtriumClient,
  key: () => string,
  listener: StreamListener,
): KeptStream {
  let attempt = new AbortController();
  let isClosed = false;
  let resumption: Resumption = {};

  /** Follows one stream to its end: what has ended it, and whether it was worth opening. */
  const follow = async (signal: AbortSignal) => {
    const { lastEventId } = resumption;
    let openedAt: number | null = null;
    let error: AtriumError | null = null;
    try {
      for await (const event of client.openEvents?.({ lastEventId, signal }) ?? []) {
        if (signal.aborted) {
          break;
        }
        resumption = {
          lastEventId: event.lastEventId ?? resumption.lastEventId,
          retryMs: event.retryMs ?? resumption.retryMs,
        };
        if (openedAt === null) {
          openedAt = performance.now();
          listener.onOpen(lastEventId !== undefined);
        }
        listener.onEvent(event);
      }
    } catch (thrown) {
      error = AtriumError.from(thrown);
    }
    return { error, hasLasted: openedAt !== null && performance.now() - openedAt >= LASTING_MS };
  };

  const keep = async () => {
    let failures = 0;
    for (;;) {
      attempt = new AbortController();
      const { signal } = attempt;
      const { error, hasLasted } = await follow(signal);
      if (isClosed) {
        return;
      }
      if (error !== null && !isRetryable[error.kind]) {
        listener.onRefused(error);
        return;
      }
      listener.onLost();
      failures = hasLasted ? Number(error !== null) : failures + 1;
      await pause(reopenDelay({ error, failures, retryMs: resumption.retryMs }, key()), signal);
      failures = signal.aborted ? 0 : failures;
    }
  };
  void keep();

  return {
    wake: () => attempt.abort(),
    close() {
      isClosed = true;
      attempt.abort();
    },
  };
}

/** Not at all once it is aborted. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, signal.aborted ? 0 : ms);
    signal.addEventListener('abort', end, { once: true });
  });
