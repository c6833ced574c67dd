import {
  infiniteQueryOptions,
  queryOptions,
  type DataTag,
  type InfiniteData,
} from '@tanstack/react-query';
import type { AtriumClient, Page } from '../api/client.ts';
import type { Credential } from '../domain/credential.ts';
import type { AtriumError } from '../domain/errors.ts';
import type { Institution } from '../domain/institution.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { freshFor, INSTITUTION_STALE_MS, readPolicy, type AtriumQuery } from './query.ts';

type SearchKey = readonly [scope: string, 'institutions', name: string, mode: ConnectionMode];

/** By the function: how many parameters its options' own type has is not the same in all of 5.x. */
type SearchOptions = ReturnType<
  typeof infiniteQueryOptions<
    Page<Institution>,
    AtriumError,
    InfiniteData<Page<Institution>>,
    SearchKey,
    number
  >
>;

/** The options of an institution search, page by page. */
export type InstitutionsQuery = Omit<SearchOptions, 'queryKey'> & {
  queryKey: DataTag<SearchKey, InfiniteData<Page<Institution>>, AtriumError>;
};

/**
 * Institutions with `name` in their name, page by page; all of them for the empty string. A mode
 * other than `aggregation` leaves out those that lack its product.
 */
export function institutionsOptions(
  client: AtriumClient,
  name: string,
  mode: ConnectionMode = 'aggregation',
): InstitutionsQuery {
  return infiniteQueryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'institutions', name, mode] as SearchKey,
    queryFn: ({ pageParam, signal }) =>
      client.listInstitutions(
        {
          name: name || undefined,
          mode: mode === 'aggregation' ? undefined : mode,
          page: pageParam,
        },
        { signal },
      ),
    initialPageParam: 1,
    getNextPageParam: ({ page, totalPages }: Page<Institution>) =>
      page < totalPages ? page + 1 : undefined,
    staleTime: freshFor(INSTITUTION_STALE_MS),
  });
}

/** One institution. */
export function institutionOptions(
  client: AtriumClient,
  code: string,
): AtriumQuery<Institution, readonly [string, 'institution', string]> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'institution', code] as const,
    queryFn: ({ signal }) => client.readInstitution(code, { signal }),
    staleTime: freshFor(INSTITUTION_STALE_MS),
  });
}

/** The fields that a new member of the institution needs. */
export function institutionCredentialsOptions(
  client: AtriumClient,
  code: string,
): AtriumQuery<readonly Credential[], readonly [string, 'institution', string, 'credentials']> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'institution', code, 'credentials'] as const,
    queryFn: ({ signal }) => client.listInstitutionCredentials(code, { signal }),
    staleTime: freshFor(INSTITUTION_STALE_MS),
  });
}
