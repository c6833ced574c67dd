import type { Query } from '@tanstack/react-query';
import type { AtriumError } from '../domain/errors.ts';
import type { MemberWatch } from '../domain/watch.ts';
import type { Atrium } from './jobs.ts';

/** How a read ended, if it did. A watch keeps its error in its data. */
interface Outcome {
  readonly type: string;
  readonly error?: AtriumError | null;
  readonly data?: Partial<MemberWatch>;
}

/**
 * Removes the user's data from the cache when a read fails with `unauthorized`, and shows that
 * failure wherever the data was on screen. Sends nothing: the user tries again once they have
 * signed in again. Returns a function that stops this.
 */
export function followSessionEnd(atrium: Atrium): () => void {
  return atrium.queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated') {
      const { action, query }: { action: Outcome; query: Pick<Query, 'queryKey'> } = event;
      if (query.queryKey[0] === atrium.client.scope) {
        endSession(atrium, action.error ?? action.data?.error, isOfUser);
      }
    }
  });
}

/** After an action: only balances are removed, so that a form keeps what the user typed. */
export const endSessionInAction = (atrium: Atrium, error: AtriumError): void =>
  endSession(atrium, error, isBalance);

/** Institutions are the same for every user. A watch without data finds out by its first read. */
const isOfUser = ({ queryKey: [, noun, , part], state }: Query) =>
  noun === 'members' || (noun === 'member' && (part !== 'watch' || state.data !== undefined));

const isBalance = ({ queryKey: [, , , part] }: Query) =>
  part === 'accounts' || part === 'numbered-accounts';

function endSession(
  { client, queryClient }: Atrium,
  error: AtriumError | null | undefined,
  predicate: (query: Query) => boolean,
): void {
  if (error?.kind === 'unauthorized') {
    const queries = queryClient.getQueryCache().findAll({ queryKey: [client.scope], predicate });
    queries.forEach((query) => {
      const { queryKey, state } = query;
      const isWatch = queryKey[3] === 'watch';
      void query.cancel({ silent: true });
      query.setState({
        // A step is derived from the error in the data of a watch.
        data: isWatch ? { ...(state.data as MemberWatch), reading: null, error } : undefined,
        error,
        status: isWatch ? 'success' : 'error',
        fetchStatus: 'idle',
      });
    });
  }
}
