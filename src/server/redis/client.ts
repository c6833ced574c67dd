/**
 * The part of a node-redis client (`redis` or `@redis/client`, version 5 or later) that a store
 * uses. This package imports no Redis: which version, which address and which TLS are the host's.
 */
export interface RedisClient {
  readonly isReady: boolean;
  sendCommand(args: readonly string[]): Promise<unknown>;
  /** Another client of the same address, not connected yet. */
  duplicate(): RedisConnection;
  on(event: 'ready' | 'error', listener: () => void): unknown;
  off(event: 'ready' | 'error', listener: () => void): unknown;
}

export interface RedisConnection extends RedisClient {
  connect(): Promise<unknown>;
  destroy(): void;
}

/** For the errors of a client: without a listener, one of them would end the process. */
export function ignore(): void {}
