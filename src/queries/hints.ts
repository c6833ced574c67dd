import type { Query } from '@tanstack/react-query';
import type { MemberEvent } from '../domain/live.ts';
import type { Atrium } from './jobs.ts';

/** Between two reads of one thing that events have asked for, in milliseconds. */
const APART_MS = 1_000;

/** What somebody looks at and is read again by itself: the status of a member, or the list. */
export function followedQueries({ client, queryClient }: Atrium): readonly Query[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: [client.scope], type: 'active' })
    .filter(({ observers }) => observers.some(({ options }) => options.refetchInterval));
}

/** Reads anew what events say may have changed. */
export interface Hints {
  readonly take: (event: MemberEvent) => void;
  /** All that is followed. */
  readonly readAll: () => void;
  /** The same without what has been read just now, or is being read. */
  readonly readStale: () => void;
  readonly stop: () => void;
}

export function createHints(atrium: Atrium): Hints {
  const { queryClient } = atrium;
  /** What is being read, and whether it was asked for once more since. */
  const reading = new Map<string, boolean>();

  /** However many ask, one read at a time, and one more once it has ended. */
  const read = async ({ queryHash, queryKey }: Query) => {
    if (reading.has(queryHash)) {
      reading.set(queryHash, true);
      return;
    }
    do {
      reading.set(queryHash, false);
      // A read that is under way may be answered with what was before the event.
      await queryClient.cancelQueries({ queryKey, exact: true });
      await queryClient.refetchQueries({ queryKey, exact: true, type: 'active' });
      await pause(APART_MS);
    } while (reading.get(queryHash));
    reading.delete(queryHash);
  };
  const readAll = (queries: readonly Query[]) => queries.forEach((query) => void read(query));

  return {
    take(event) {
      if (event.kind === 'member') {
        readAll(concerned(followedQueries(atrium), event));
      } else if (event.kind === 'missed') {
        readAll(followedQueries(atrium));
      }
    },
    readAll: () => readAll(followedQueries(atrium)),
    readStale: () =>
      readAll(
        followedQueries(atrium).filter(
          (query) => query.isStale() && query.state.fetchStatus === 'idle',
        ),
      ),
    stop: () => reading.clear(),
  };
}

/** The list hears from the member's own status if that is read, except of what it does not tell. */
function concerned(
  queries: readonly Query[],
  { memberGuid, change }: Extract<MemberEvent, { kind: 'member' }>,
): readonly Query[] {
  const own = queries.filter(
    ({ queryKey: [, noun, guid] }) => noun === 'member' && guid === memberGuid,
  );
  const lists = queries.filter(({ queryKey: [, noun] }) => noun === 'members');
  return own.length === 0 || change === 'member' ? [...own, ...lists] : own;
}

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
