import type { AttemptRate } from './limits.ts';
import type { ProxyUser } from './proxy-user.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** What may be new of a member: its status, its data, or the member itself. */
export type MemberChange = 'status' | 'data' | 'member';

/** Word that something about a member may be new. It never says what it is. */
export interface MemberNotice {
  readonly userGuid: string;
  readonly memberGuid: string;
  readonly change: MemberChange;
}

/** What a listener hears, in this order of ids. */
export type StoreNews =
  /** All that follows comes after `id`. Told first, to a listener that did not say where it was. */
  | { readonly kind: 'position'; readonly id: string }
  /** Without an id while the store cannot give it one; it may then be told twice. */
  | { readonly kind: 'member'; readonly id: string | null; readonly notice: MemberNotice }
  /** What came before `id` cannot be told any more. */
  | { readonly kind: 'missed'; readonly id: string | null }
  /** The host ended the streams of this user. Told to listeners of other users as well. */
  | { readonly kind: 'ended'; readonly user: ProxyUser }
  /** Nothing more follows: the store was closed. */
  | { readonly kind: 'closed' };

export type StoreListener = (news: StoreNews) => void;

export interface StatusRead {
  readonly answer: UpstreamAnswer;
  /** True when the answer was another request's. */
  readonly coalesced: boolean;
}

export type LoadStatus = (signal: AbortSignal) => Promise<UpstreamAnswer>;

/** Where the store keeps things, and whether it can at the moment. */
export type StoreHealth = 'memory' | 'redis' | 'redis-unreachable';

/**
 * What several proxies, and the receiver of MX's webhooks, have in common. Made by
 * `createMemoryStore` for one process and by `createRedisStore` for many.
 *
 * Nothing that it does makes a request fail, but what `load` throws.
 */
export interface AtriumStore {
  readonly health: () => Promise<StoreHealth>;
  /**
   * Lets many readers of one member's status, found by its path, share an upstream read, and
   * repeats the last successful answer for three seconds.
   */
  readonly readStatus: (path: string, load: LoadStatus, signal: AbortSignal) => Promise<StatusRead>;
  /**
   * Called after a write. A read that is under way may have seen the state from before the write:
   * it still answers those who wait for it, and nobody else.
   */
  readonly forgetStatus: (path: string) => Promise<void>;
  /**
   * Counts an attempt of a user with credentials or answers, and returns 0. If the user has made
   * as many as the rate allows, counts nothing and returns how long to wait, in milliseconds.
   */
  readonly countAttempt: (user: string, rate: AttemptRate) => Promise<number>;
  /** Forgets what was read of the member's status, everywhere, and then tells who listens. */
  readonly publish: (notice: MemberNotice) => Promise<void>;
  /**
   * Tells of one user's members, beginning after `lastEventId`, or from now on if that is null.
   * The function that it gives ends it.
   */
  readonly subscribe: (
    userGuid: string,
    lastEventId: string | null,
    listener: StoreListener,
  ) => Promise<() => void>;
  /**
   * Ends the streams of one user in every process. One that cannot be reached now checks the
   * sessions of its streams itself, within a minute.
   */
  readonly endStreams: (user: ProxyUser) => Promise<void>;
  /** Ends every stream that is fed from it, so that a server can stop. */
  readonly close: () => Promise<void>;
}

/** One word for two changes of a member: `member` says that all of it may be new. */
export function bothOf(one: MemberChange, other: MemberChange): MemberChange {
  return one === other ? one : 'member';
}
