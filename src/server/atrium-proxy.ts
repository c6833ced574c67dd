import type { ProxyUser } from './proxy-user.ts';

export interface ShutdownOptions {
  /**
   * How long to wait for requests that are being answered, in milliseconds. Keep it below the
   * time that your platform waits before it ends the process.
   *
   * @default 25_000
   */
  readonly timeoutMs?: number;
}

/** Answers a browser's request. The promise never rejects. */
export interface AtriumProxy {
  (request: Request): Promise<Response>;
  /**
   * Ends all event streams of one user now, in every process that shares the store. Call it when
   * the user signs out, after the session is gone: the page then tries to open a new stream and
   * gets 401. Without it, a stream ends within a minute.
   *
   * @param user - As `resolveUser` returns the user.
   * @throws TypeError when it names no user.
   */
  readonly endStreams: (user: ProxyUser) => Promise<void>;
  /**
   * Lets the server stop: new requests get 503 with `Retry-After`, streams end, and requests that
   * are being answered finish. Resolves when they have, or after `timeoutMs`, with the number of
   * requests that are still not answered. Close the server and the store afterwards.
   *
   * @throws TypeError when `timeoutMs` is wrong.
   */
  readonly shutdown: (options?: ShutdownOptions) => Promise<number>;
}
