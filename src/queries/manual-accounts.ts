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
import { isMaybeDone, unansweredOf } from './unanswered.ts';

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
 *
 * The API takes the same account twice. So after a request whose answer never came, the next one
 * looks first whether the account is there by now, and does not send it again if it is.
 */
export async function createManualAccount(
  { client, queryClient }: Atrium,
  account: NewManualAccount,
): Promise<Account> {
  if (client.createManualAccount === undefined) {
    throw new AtriumError('not-found', 'This client cannot keep an account by hand.');
  }
  const unanswered = unansweredOf(queryClient);
  const there = await listManualAccounts(client);
  const before = unanswered.get(client.scope) ?? new Set(there.map(({ guid }) => guid));
  const made = there.find((one) => !before.has(one.guid) && isAsTyped(one, account));
  try {
    const created = made ?? (await client.createManualAccount(account));
    unanswered.delete(client.scope);
    return created;
  } catch (error) {
    if (isMaybeDone(error)) {
      unanswered.set(client.scope, before);
    }
    throw error;
  } finally {
    void queryClient.invalidateQueries({ queryKey: membersOptions(client).queryKey });
  }
}

/** Past every cache: what is there now is what counts. */
async function listManualAccounts(client: AtriumClient): Promise<readonly Account[]> {
  const members = await client.listMembers();
  const manual = members.filter(({ isManual }) => isManual);
  return (await Promise.all(manual.map(({ guid }) => client.listMemberAccounts(guid)))).flat();
}

/** What was not told, the API has filled in as it likes. */
const isAsTyped = (there: Account, { name, type, ...told }: NewManualAccount): boolean =>
  there.name === name &&
  there.type === type &&
  (['subtype', 'balance', 'currencyCode'] as const).every(
    (field) => told[field] == null || told[field] === there[field],
  );
