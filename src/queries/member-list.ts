import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';
import { keepUnchanged, nextListDelay } from '../domain/member-list.ts';
import { withStatus, type Member, type MemberStatus } from '../domain/member.ts';
import { isNewsOf, type MemberWatch } from '../domain/watch.ts';
import { freshFor, readPolicy, type AtriumQuery } from './query.ts';

/** The options of the query that lists all members. */
export type MembersQuery = AtriumQuery<readonly Member[], readonly [string, 'members']>;

/**
 * All members of the user. A member that has not changed stays the same object from one read to
 * the next. While a job that this page has started leaves no trace in what is read, the member
 * counts as being aggregated: what it reports is from before.
 */
export function membersOptions(client: AtriumClient): MembersQuery {
  return queryOptions({
    ...readPolicy,
    queryKey: [client.scope, 'members'] as const,
    queryFn: async ({ client: queryClient, signal }): Promise<readonly Member[]> => {
      const members = await client.listMembers({ signal });
      return members.map((member) => withOwnJob(queryClient, client, member));
    },
    structuralSharing: (before, now) =>
      keepUnchanged(before as readonly Member[] | undefined, now as readonly Member[]),
    staleTime: freshFor(3_000),
  });
}

/** The same list, read again and again. One request however many use it. */
export function polledMembersOptions(
  client: AtriumClient,
  followed: readonly string[],
  isLive: boolean,
): MembersQuery {
  return {
    ...membersOptions(client),
    refetchOnWindowFocus: true,
    refetchOnReconnect: 'always',
    refetchInterval: ({ state }) => {
      const readAt = seenAt(state);
      return nextListDelay({
        members: state.data,
        unchangedMs: (member) => Math.max(readAt - seenAt(member), 0),
        error: state.error,
        followed,
        isLive,
      });
    },
  };
}

const firstSeen = new WeakMap<object, number>();

/**
 * When an object was first seen here, by the monotonic clock. A query has a new state after each
 * read, and a member is a new object only when it has changed.
 */
function seenAt(object: object): number {
  const at = firstSeen.get(object) ?? performance.now();
  firstSeen.set(object, at);
  return at;
}

/** The key of the query that follows one member. */
export const memberWatchKey = (
  client: AtriumClient,
  guid: string,
): readonly [string, 'member', string, 'watch'] => [client.scope, 'member', guid, 'watch'];

/** The guids of the members whose own status is being followed. */
export function followedMembers(
  queryClient: QueryClient,
  { scope }: AtriumClient,
): readonly string[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: [scope, 'member'], type: 'active' })
    .flatMap(({ queryKey: [, , guid, kind] }) =>
      kind === 'watch' && typeof guid === 'string' ? [guid] : [],
    );
}

function withOwnJob(queryClient: QueryClient, client: AtriumClient, member: Member): Member {
  const watch = queryClient.getQueryData<MemberWatch>(memberWatchKey(client, member.guid));
  return watch === undefined || isNewsOf(watch, member, performance.now())
    ? member
    : { ...member, isBeingAggregated: true };
}

/** A member as it was last listed. */
export function listedMember(
  queryClient: QueryClient,
  client: AtriumClient,
  guid: string,
): Member | undefined {
  const members = queryClient.getQueryData(membersOptions(client).queryKey);
  return members?.find((member) => member.guid === guid);
}

/** What is shown of all members must not contradict what was just learned of one. */
export function tellTheList(
  queryClient: QueryClient,
  client: AtriumClient,
  status: MemberStatus,
): void {
  changeList(queryClient, client, (members) =>
    members.map((member) => (member.guid === status.guid ? withStatus(member, status) : member)),
  );
}

/** Changes the list, if it has been read, by what was just learned. */
export function changeList(
  queryClient: QueryClient,
  client: AtriumClient,
  change: (members: readonly Member[]) => readonly Member[],
): void {
  queryClient.setQueryData(membersOptions(client).queryKey, (members) => {
    const changed = members && keepUnchanged(members, change(members));
    // To set the same again would put off the next read.
    return changed === members ? undefined : changed;
  });
}
