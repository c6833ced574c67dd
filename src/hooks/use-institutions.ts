'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AtriumError } from '../domain/errors.ts';
import type { Institution } from '../domain/institution.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { institutionsOptions } from '../queries/institutions.ts';
import { useAtrium } from './atrium-context.tsx';
import { useDebounced } from './use-debounced.ts';

/** How long the typing has to rest before it is searched for, in milliseconds. */
const REST_MS = 250;

/** What an institution search has found so far. */
export type Institutions =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AtriumError; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly institutions: readonly Institution[];
      readonly totalItems: number;
      /** The results are still those of an earlier query. */
      readonly isStale: boolean;
      readonly hasMore: boolean;
      readonly isLoadingMore: boolean;
      /** Why the next page could not be loaded; asking for it again is the way on. */
      readonly error: AtriumError | null;
      readonly loadMore: () => void;
    };

/**
 * Searches institutions by a part of their name; all of them for the empty string. Waits until
 * the typing rests, and keeps the last results while the next ones are on their way. A mode other
 * than `aggregation` leaves out those that lack its product.
 */
export function useInstitutions(query: string, mode: ConnectionMode = 'aggregation'): Institutions {
  const { client, queryClient } = useAtrium();
  const name = useDebounced(query.trim(), REST_MS);
  const search = useInfiniteQuery(
    { ...institutionsOptions(client, name, mode), placeholderData: keepPreviousData },
    queryClient,
  );

  if (search.data === undefined || (search.error !== null && search.isPlaceholderData)) {
    return search.error === null
      ? { kind: 'loading' }
      : { kind: 'failed', error: search.error, retry: () => void search.refetch() };
  }
  return {
    kind: 'ready',
    institutions: search.data.pages.flatMap(({ items }) => items),
    totalItems: search.data.pages[0]?.totalItems ?? 0,
    isStale: search.isPlaceholderData || name !== query.trim(),
    hasMore: search.hasNextPage,
    isLoadingMore: search.isFetchingNextPage,
    error: search.isFetchNextPageError ? search.error : null,
    loadMore: () => void search.fetchNextPage(),
  };
}
