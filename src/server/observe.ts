import type { ProxyErrorKind } from './problem.ts';
import type { StreamEnd } from './streams/event-stream.ts';

/**
 * One finished request; of a stream of events, its opening and then its end. Holds nothing that a person typed, no key, no user or member guid,
 * and no URL: it is fit for any log.
 */
export interface ProxyEvent {
  readonly method: string;
  /** The route's pattern, such as `/members/:member/status`; `null` when no route matched. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  /**
   * Also sent to the browser, as `x-request-id`. It is that of the request if it has one of at
   * most 128 letters, digits, `.`, `-` and `_`, and a new UUID otherwise.
   */
  readonly requestId: string;
  /** The HTTP status that Atrium gave, when it was asked. */
  readonly upstreamStatus?: number;
  /** Atrium's own id for the call: quote it to MX support. */
  readonly upstreamRequestId?: string;
  /** True when another request's answer served this one too. */
  readonly coalesced?: boolean;
  /** `aborted` when the browser went away before the answer. */
  readonly error?: ProxyErrorKind | 'aborted';
  /** Of a stream of events, whose `durationMs` at its end is how long it was open. */
  readonly stream?: 'opened' | 'ended';
  /** Why it has ended. */
  readonly streamEnd?: StreamEnd;
  /** How many streams this proxy holds open now: a gauge for metrics. */
  readonly openStreams?: number;
  /** In words, when the error's kind alone would leave an operator guessing. */
  readonly reason?: string;
}

/** An event that is still being filled in. */
export type Trace = { -readonly [Key in keyof ProxyEvent]?: ProxyEvent[Key] };

export type ObserveProxy = (event: ProxyEvent) => void;

/**
 * Calls a listener of the host. Its errors, sync or async, must not become the request's.
 *
 * @param onError - Called when it failed.
 */
export async function notify<T>(
  listener: ((event: T) => void | Promise<void>) | undefined,
  event: T,
  onError?: () => void,
): Promise<void> {
  try {
    await listener?.(event);
  } catch {
    onError?.();
  }
}
