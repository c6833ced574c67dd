import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';
import type { Challenge } from '../domain/challenge.ts';
import { AtriumError } from '../domain/errors.ts';
import type { MemberStatus } from '../domain/member.ts';
import { DEFAULT_POLL_POLICY, nextPollDelay, type PollPolicy } from '../domain/polling.ts';
import {
  expectJob,
  observe,
  observeFailure,
  restartWatch,
  startWatch,
  type ExpectedJob,
  type MemberWatch,
} from '../domain/watch.ts';
import type { Atrium } from './jobs.ts';
import { listedMember, memberWatchKey, tellTheList } from './member-list.ts';
import { freshFor, readPolicy, setData, type AtriumQuery } from './query.ts';

/** The options of the query that follows one member. */
export type MemberWatchQuery = AtriumQuery<
  MemberWatch,
  readonly [string, 'member', string, 'watch']
>;

/**
 * Follows the status of a member and keeps asking as long as that can tell anything new. Any
 * number of components may use this at once, with the same policy: one poll a member. `isLive`: a
 * stream of events says when to read, and reading is a net.
 *
 * The query never fails: failed reads are counted in its data, so that what was known stays on
 * the screen and the policy sees how many failed in a row.
 */
export function memberWatchOptions(
  client: AtriumClient,
  guid: string,
  policy: PollPolicy = DEFAULT_POLL_POLICY,
  isLive = false,
): MemberWatchQuery {
  return queryOptions({
    ...readPolicy,
    queryKey: memberWatchKey(client, guid),
    queryFn: async ({ client: queryClient, queryKey, signal }) => {
      const startedAt = performance.now();
      const outcome = await readStatus(client, guid, signal);
      signal.throwIfAborted();
      const watch = queryClient.getQueryData<MemberWatch>(queryKey) ?? startWatch(guid, startedAt);
      if (outcome instanceof AtriumError) {
        return observeFailure(watch, outcome, performance.now());
      }
      const next = observe(watch, outcome, performance.now());
      const isFromBefore = next.job !== null;
      tellTheList(
        queryClient,
        client,
        isFromBefore ? { ...outcome, isBeingAggregated: true } : outcome,
      );
      return next;
    },
    retry: false,
    staleTime: freshFor(policy.fastMs),
    gcTime: 60_000,
    refetchOnWindowFocus: true,
    refetchOnReconnect: 'always',
    // The person may be at the institution's own page, in another tab.
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) =>
      state.data ? nextPollDelay(state.data, policy, isLive) : false,
  });
}

async function readStatus(
  client: AtriumClient,
  guid: string,
  signal: AbortSignal,
): Promise<MemberStatus | AtriumError> {
  try {
    const status = await client.readMemberStatus(guid, { signal });
    return status.connectionStatus === 'CHALLENGED' && status.challenges.length === 0
      ? { ...status, challenges: await client.listChallenges(guid, { signal }).catch(notTheMember) }
      : status;
  } catch (error) {
    signal.throwIfAborted();
    return AtriumError.from(error);
  }
}

/** The member was just read. A list of its questions that is not found says nothing about it. */
function notTheMember(error: unknown): never {
  throw AtriumError.from(error).kind === 'not-found'
    ? new AtriumError('server', 'listChallenges: not found.')
    : error;
}

/**
 * A job was just started on the member: what is reported is doubted until its end is seen. A read
 * that is under way is dropped, for it tells of the time before.
 */
export async function expectMemberJob(
  queryClient: QueryClient,
  client: AtriumClient,
  guid: string,
  job: ExpectedJob,
): Promise<void> {
  await changeWatch(queryClient, client, guid, (watch) => {
    const known = listedMember(queryClient, client, guid);
    return expectJob(watch, performance.now(), { known, ...job });
  });
}

/** The questions of a member that were last read. */
export const questionsOf = (
  { client, queryClient }: { readonly client: AtriumClient; readonly queryClient: QueryClient },
  guid: string,
): readonly Challenge[] =>
  queryClient.getQueryData(memberWatchOptions(client, guid).queryKey)?.reading?.challenges ?? [];

/** The member has just been made without a job: this is what is known of it. */
export async function meetMember(
  queryClient: QueryClient,
  client: AtriumClient,
  guid: string,
  reading: MemberStatus,
): Promise<void> {
  await changeWatch(queryClient, client, guid, (watch) =>
    observe(watch, reading, performance.now()),
  );
}

/** Reads at once and goes on with a fresh deadline and a fresh error budget. */
export async function checkMemberAgain(
  queryClient: QueryClient,
  client: AtriumClient,
  guid: string,
): Promise<void> {
  await changeWatch(queryClient, client, guid, (watch) => restartWatch(watch, performance.now()));
  await queryClient.refetchQueries({ queryKey: memberWatchOptions(client, guid).queryKey });
}

async function changeWatch(
  queryClient: QueryClient,
  client: AtriumClient,
  guid: string,
  change: (watch: MemberWatch) => MemberWatch,
): Promise<void> {
  await queryClient.cancelQueries({ queryKey: memberWatchKey(client, guid) });
  setWatch({ client, queryClient }, guid, change);
}

/** Changes what is known of a member, also before anything was read. */
export function setWatch(
  { client, queryClient }: Atrium,
  guid: string,
  change: (watch: MemberWatch) => MemberWatch,
): void {
  setData(queryClient, memberWatchOptions(client, guid), (watch) =>
    change(watch ?? startWatch(guid, performance.now())),
  );
}
