import { queryOptions } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';
import type { OauthRequest, OauthWay } from '../api/oauth-way.ts';
import type { Member } from '../domain/member.ts';
import { isNewer } from '../domain/freshness.ts';
import { beginVisit, expectReturn } from '../domain/watch.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { skipsAggregation, type FoundMember } from './connect.ts';
import { createMember, type Atrium } from './jobs.ts';
import { memberWatchKey } from './member-list.ts';
import { readPolicy, setData, type AtriumQuery } from './query.ts';
import { setWatch } from './watch.ts';

/**
 * The institution's sign-in page for one attempt: an address works once, so each has its own, and
 * so has each way back.
 */
export function oauthWindowOptions(
  client: AtriumClient,
  guid: string,
  attempt: number,
  { schemes, returnUrl, skipAggregation }: OauthRequest = {},
): AtriumQuery<string, readonly [string, 'member', string, 'oauth-window', number, string]> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid, 'oauth-window', attempt, returnUrl ?? ''] as const,
    queryFn: ({ signal }) =>
      client.readOauthWindowUri(guid, { signal, schemes, returnUrl, skipAggregation }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Carries on with a member that still waits for this institution's page, or creates one. */
export async function connectByOauth(
  atrium: Atrium,
  institutionCode: string,
  mode: ConnectionMode,
  { schemes, returnUrl }: OauthWay = {},
): Promise<FoundMember> {
  const { client, queryClient } = atrium;
  const members = await client.listMembers();
  const waiting = members.find(
    (member) => member.institutionCode === institutionCode && member.connectionStatus === 'PENDING',
  );
  if (waiting) {
    return { guid: waiting.guid, isNew: false };
  }
  const way = { schemes, returnUrl };
  const member = await createMember(atrium, {
    institutionCode,
    isOauth: true,
    oauth: way,
    skipAggregation: skipsAggregation(mode),
  });
  if (member.oauthWindowUri !== null) {
    // Kept until the page of this member asks for it.
    const options = { ...oauthWindowOptions(client, member.guid, 0, way), gcTime: 60_000 };
    setData(queryClient, options, member.oauthWindowUri);
  }
  return { guid: member.guid, isNew: true };
}

/** The person leaves for the institution's page. */
export function beginMemberVisit(atrium: Atrium, guid: string): void {
  setWatch(atrium, guid, (watch) => beginVisit(watch, performance.now()));
}

/** The institution's page says that it went well. The status is read at once. */
export async function expectMemberReturn(atrium: Atrium, guid: string): Promise<void> {
  const { client, queryClient } = atrium;
  const queryKey = memberWatchKey(client, guid);
  await queryClient.cancelQueries({ queryKey });
  setWatch(atrium, guid, (watch) => expectReturn(watch, performance.now()));
  await queryClient.refetchQueries({ queryKey });
}

/** The members of the user when the person left, and as they are now. */
interface MembersMeanwhile {
  readonly before: readonly Member[];
  readonly now: readonly Member[];
}

/** How often to look, where no message and no focus tells. */
const LOOK_MS = 30_000;

/**
 * Looks for another member that a visit may have brought to life: who signs in with a login that
 * is connected already gets its member, and the one that was started is left to expire.
 */
export function visitOptions(
  client: AtriumClient,
  guid: string,
  attempt: number,
): AtriumQuery<MembersMeanwhile, readonly [string, 'member', string, 'visit', number]> {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'member', guid, 'visit', attempt] as const,
    queryFn: async ({ client: queryClient, queryKey, signal }) => {
      const now = await client.listMembers({ signal });
      const known = queryClient.getQueryData<MembersMeanwhile>(queryKey);
      return { before: known?.before ?? now, now };
    },
    gcTime: 0,
    refetchInterval: LOOK_MS,
    refetchIntervalInBackground: true,
  });
}

/**
 * Reads at once what shows that the user is back from the institution's page: the status (`watch`),
 * and whether another member was aggregated (`visit`).
 */
export function lookForReturn(
  { client, queryClient }: Atrium,
  guid: string,
  kinds: readonly ('watch' | 'visit')[],
): void {
  for (const kind of kinds) {
    const queryKey = [client.scope, 'member', guid, kind];
    void queryClient.refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false });
  }
}

/** The guid of the one member that was aggregated instead of `own`, at the same institution. */
export function aggregatedInstead({ before, now }: MembersMeanwhile, own: Member): string | null {
  const aggregated = now.filter((member) => {
    const last = before.find(({ guid }) => guid === member.guid);
    return (
      last !== undefined &&
      member.guid !== own.guid &&
      member.isOauth &&
      member.institutionCode === own.institutionCode &&
      member.connectionStatus !== 'PENDING' &&
      isNewer(member, last)
    );
  });
  return aggregated.length === 1 ? (aggregated[0]?.guid ?? null) : null;
}
