import { queryOptions } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';
import type { Account } from '../domain/account.ts';
import type { Credential } from '../domain/credential.ts';
import { AtriumError, type AtriumErrorKind } from '../domain/errors.ts';
import type { Member } from '../domain/member.ts';
import { freshFor, readPolicy, type AtriumQuery } from './query.ts';

/** One member. Its status is followed by `memberWatchOptions`. */
export function memberOptions(
  client: AtriumClient,
  guid: string,
): AtriumQuery<Member, readonly [string, 'member', string]> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid] as const,
    queryFn: ({ signal }) => client.readMember(guid, { signal }),
    staleTime: freshFor(60_000),
  });
}

/** The fields that repairing this member needs: its own, not the institution's. */
export function memberCredentialsOptions(
  client: AtriumClient,
  guid: string,
): AtriumQuery<readonly Credential[], readonly [string, 'member', string, 'credentials']> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid, 'credentials'] as const,
    queryFn: ({ signal }) => client.listMemberCredentials(guid, { signal }),
    staleTime: freshFor(60_000),
  });
}

/** The accounts of a member. Read again when `asOf` changes, because more may have come in. */
export function memberAccountsOptions(
  client: AtriumClient,
  guid: string,
  asOf: string,
): AtriumQuery<readonly Account[], readonly [string, 'member', string, 'accounts', string]> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid, 'accounts', asOf] as const,
    queryFn: ({ signal }) => client.listMemberAccounts(guid, { signal }),
    staleTime: Infinity,
  });
}

/**
 * The guids of the accounts whose numbers a verification has read; `null` where the server does
 * not tell. The numbers themselves are not kept.
 */
export function numberedAccountsOptions(
  client: AtriumClient,
  guid: string,
  asOf: string,
): AtriumQuery<
  readonly string[] | null,
  readonly [string, 'member', string, 'numbered-accounts', string]
> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid, 'numbered-accounts', asOf] as const,
    queryFn: async ({ signal }): Promise<readonly string[] | null> =>
      (await ifAllowed(client.listAccountNumbers(guid, { signal })))?.map(
        ({ accountGuid }) => accountGuid,
      ) ?? null,
    staleTime: Infinity,
  });
}

/** What was read, or `null` where the server has not been told to allow it. */
export async function ifAllowed<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AtriumError && REFUSED.includes(error.kind)) {
      return null;
    }
    throw error;
  }
}

const REFUSED: readonly AtriumErrorKind[] = ['not-found', 'forbidden'];
