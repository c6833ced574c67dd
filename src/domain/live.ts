import type { AtriumError } from './errors.ts';
import { spread } from './polling.ts';

/** What a stream of events says: that something may be new, and never what it is. */
export type MemberEvent = Resumption &
  (
    | {
        readonly kind: 'member';
        readonly memberGuid: string;
        /** `member`: it was made, changed or deleted, which its own status does not tell. */
        readonly change: 'status' | 'data' | 'member';
      }
    /** What has happened since the last stream cannot be told any more: all may be new. */
    | { readonly kind: 'missed' }
    /** Nothing is new, but the stream is there. The first of all events, if nothing else is. */
    | { readonly kind: 'alive' }
  );

/** How the next stream is to be opened once this one has ended. */
export interface Resumption {
  /** To be given to it, so that it goes on after this event. */
  readonly lastEventId?: string | undefined;
  /** How long the server asks us to wait before, in milliseconds. */
  readonly retryMs?: number | undefined;
}

/** Why a stream is no longer there. */
export interface Loss {
  /** `null`: the server has ended it, as it does from time to time. */
  readonly error: AtriumError | null;
  /** How many in a row, this one included, have not lasted. */
  readonly failures: number;
  readonly retryMs: number | undefined;
}

const RETRY_MS = 3_000;
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next stream is opened, in milliseconds. Up to half more by `key`, so
 * that not all who lose a server ask the next one at once.
 */
export function reopenDelay({ error, failures, retryMs = RETRY_MS }: Loss, key: string): number {
  const doubled = Math.max(retryMs, SHORTEST_MS) * 2 ** (failures - 1);
  const gap = failures === 0 ? 0 : Math.min(doubled, LONGEST_MS);
  return Math.round(Math.max(gap, error?.retryAfterMs ?? 0) * (1 + 5 * spread(key)));
}
