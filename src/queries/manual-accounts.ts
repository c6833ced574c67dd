import { queryOptions } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';
import { withDeadline } from '../api/deadline.ts';
import type { Account } from '../domain/account.ts';
import { AtriumError } from '../domain/errors.ts';
import type { NewManualAccount, ServerFeatures } from '../domain/manual-account.ts';
import type { Atrium } from './jobs.ts';
import { membersOptions } from './member-list.ts';
import { ifAllowed } from './members.ts';
import { PATIENCE_MS, readPolicy, type AtriumQuery } from './query.ts';

/** What the server offers; `null` where it does not say. It does not change while a page is open. */
export function featuresOptions(
  client: AtriumClient,
): AtriumQuery<ServerFeatures | null, readonly [string, 'features']> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'features'] as const,
    queryFn: ({ signal }): Promise<ServerFeatures | null> =>
      ifAllowed(
        withDeadline(
          async (deadline) => (await client.readFeatures?.({ signal: deadline })) ?? null,
          PATIENCE_MS,
          () => new AtriumError('timeout', 'readFeatures: no answer in time.'),
          signal,
        ),
      ),
    // The page waits for the answer, and does without an extra that would hold it up for longer.
    retry: (failures, error) => error.kind !== 'timeout' && readPolicy.retry(failures, error),
    staleTime: Infinity,
  });
}

/**
 * Keeps an account by hand. All such accounts belong to one member, which the API makes with the
 * first of them: the list is read anew.
 */
export async function createManualAccount(
  { client, queryClient }: Atrium,
  account: NewManualAccount,
): Promise<Account> {
  if (client.createManualAccount === undefined) {
    throw new AtriumError('not-found', 'This client cannot keep an account by hand.');
  }
  const created = await client.createManualAccount(account);
  void queryClient.invalidateQueries({ queryKey: membersOptions(client).queryKey });
  return created;
}
