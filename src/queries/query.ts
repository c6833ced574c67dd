import type { DataTag, QueryClient, QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { isRetryable, type AtriumError } from '../domain/errors.ts';

/**
 * The options of one query. Annotated by hand wherever one is exported: the inferred type would
 * name packages that a host need not have.
 */
export type AtriumQuery<Data, Key extends QueryKey> = Omit<
  UseQueryOptions<Data, AtriumError, Data, Key>,
  'queryKey'
> & { queryKey: DataTag<Key, Data, AtriumError> };

/** A person had better be told than be kept waiting for longer, in milliseconds. */
export const PATIENCE_MS = 3_000;

/**
 * Options of queries and mutations that this library depends on and leaves unset. An explicit
 * `undefined` wins over the default options of the host's `QueryClient`.
 */
export const unset: object = Object.fromEntries(
  (
    'enabled throwOnError suspense select persister placeholderData initialData subscribed gcTime ' +
    'staleTime refetchInterval refetchIntervalInBackground refetchOnMount refetchOnWindowFocus ' +
    'retryOnMount structuralSharing notifyOnChangeProps maxPages scope onMutate onSuccess onSettled'
  )
    .split(' ')
    .map((name) => [name, undefined] as const),
);

/**
 * Reads are tried once more if that can help soon, fail aloud when the network is away, and what
 * has failed is read again when it is back.
 */
export const readPolicy = {
  ...unset,
  meta: { library: 'react-atrium-connect' },
  networkMode: 'always',
  retry: (failures: number, error: AtriumError) =>
    failures < 1 && isRetryable[error.kind] && (error.retryAfterMs ?? 0) <= PATIENCE_MS,
  refetchOnReconnect: ({ state }: { state: { status: string } }) => state.status === 'error',
  retryDelay: (_: number, error: AtriumError) => error.retryAfterMs ?? 1_000,
} as const;

/** For data that is stale at any age, also if the clock was set back since it was read. */
export const STALE = -Infinity;

/** How long data counts as fresh. Data that is newer than now is stale. */
export const freshFor =
  (ms: number) =>
  ({ state }: { state: { dataUpdatedAt: number } }): number =>
    state.dataUpdatedAt > Date.now() ? STALE : ms;

/** MX asks that institutions be cached for a day at the most. */
export const INSTITUTION_STALE_MS = 60 * 60 * 1_000;

/**
 * Sets the data of a query that may not have been read yet. `setQueryData` alone would create it
 * with the host's defaults, such as a `gcTime` of 0.
 */
export function setData<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: AtriumQuery<Data, Key>,
  data: Data | ((previous: Data | undefined) => Data),
): void {
  const { queryKey } = options;
  queryClient.getQueryCache().build(queryClient, queryClient.defaultQueryOptions({ ...options }));
  queryClient.setQueryData<Data>(queryKey, data);
}
