import type { QueryClient } from '@tanstack/react-query';
import type { AtriumClient, MemberChanges, NewMember } from '../api/client.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import { statusOf, type Member } from '../domain/member.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { changeList, membersOptions } from './member-list.ts';
import { memberOptions } from './members.ts';
import { setData, STALE } from './query.ts';
import { visitedMember } from './visit.ts';
import { expectMemberJob, meetMember, questionsOf } from './watch.ts';

/** The client, and the cache that its answers fill. */
export interface Atrium {
  readonly client: AtriumClient;
  readonly queryClient: QueryClient;
}

/** What became of asking for an aggregation. */
export interface Aggregation {
  readonly member: Member;
  /** `throttled`: the data is as new as the API's throttle window allows, and nothing was started. */
  readonly outcome: 'running' | 'throttled';
}

/** Creates a member and expects its first job, unless it has to sign in elsewhere first. */
export async function createMember(
  { client, queryClient }: Atrium,
  newMember: NewMember,
): Promise<Member> {
  const member = await client.createMember(newMember);
  visitedMember(queryClient, client, member.guid).set('asked');
  const reading = statusOf(member);
  await (newMember.skipAggregation
    ? meetMember(queryClient, client, member.guid, reading)
    : expectMemberJob(queryClient, client, member.guid, { reading }));
  remember({ client, queryClient }, member);
  return member;
}

/** Changes a member, and expects a job if its credentials changed. */
export async function updateMember(
  { client, queryClient }: Atrium,
  guid: string,
  changes: MemberChanges,
): Promise<Member> {
  const member = await client.updateMember(guid, changes);
  if (changes.credentials) {
    visitedMember(queryClient, client, guid).set('asked');
  }
  if (changes.credentials && !changes.skipAggregation) {
    await expectMemberJob(queryClient, client, guid, { reading: statusOf(member) });
  }
  remember({ client, queryClient }, member);
  return member;
}

/** Answers the open questions and expects the job to go on. */
export async function resumeMember(
  { client, queryClient }: Atrium,
  guid: string,
  answers: readonly Answer[],
): Promise<Member> {
  const guids = answers.map((answer) => answer.guid);
  const answered = questionsOf({ client, queryClient }, guid).filter((question) =>
    guids.includes(question.guid),
  );
  const member = await client.resumeMember(guid, answers);
  await expectMemberJob(queryClient, client, guid, { answered, reading: statusOf(member) });
  remember({ client, queryClient }, member);
  return member;
}

/** Starts an aggregation and expects it to run, unless the answer says that nothing was started. */
export async function aggregateMember(
  { client, queryClient }: Atrium,
  guid: string,
): Promise<Aggregation> {
  const member = await client.aggregateMember(guid);
  const outcome = outcomeOf(member);
  if (outcome === 'running') {
    await expectMemberJob(queryClient, client, guid, {});
  }
  remember({ client, queryClient }, member);
  return { member, outcome };
}

/** The API accepts a job that it does not start, and then reports that none is running. */
const outcomeOf = ({ isBeingAggregated }: Member): Aggregation['outcome'] =>
  isBeingAggregated === false ? 'throttled' : 'running';

/** What became of asking for the job of a mode. `busy`: another job runs, and has to end first. */
export interface StartedJob {
  readonly outcome: Aggregation['outcome'] | 'busy';
}

/**
 * Starts the job of a mode and expects it to run. While a job of another kind runs, the API
 * refuses to start one: then that one is followed to its end, with the time that has passed
 * `since` counted, however often it is refused. Without `since`, the person waits from now on.
 */
export async function startJob(
  atrium: Atrium,
  guid: string,
  mode: ConnectionMode,
  since?: number,
): Promise<StartedJob> {
  if (mode === 'aggregation') {
    return aggregateMember(atrium, guid);
  }
  const { client, queryClient } = atrium;
  try {
    const member = await (mode === 'verification'
      ? client.verifyMember(guid)
      : client.identifyMember(guid));
    const outcome = outcomeOf(member);
    if (outcome === 'running') {
      await expectMemberJob(queryClient, client, guid, {});
    }
    remember(atrium, member);
    return { outcome };
  } catch (error) {
    if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
      throw error;
    }
    await expectMemberJob(queryClient, client, guid, { since });
    return { outcome: 'busy' };
  }
}

/** Deletes a member and everything known of it. One that is gone already is not a failure. */
export async function deleteMember(atrium: Atrium, guid: string): Promise<void> {
  const { client, queryClient } = atrium;
  try {
    await client.deleteMember(guid);
  } catch (error) {
    if (!(error instanceof AtriumError) || error.kind !== 'not-found') {
      throw error;
    }
    await ensureGone(atrium, guid);
  }
  queryClient.removeQueries({ queryKey: memberOptions(client, guid).queryKey });
  changeList(queryClient, client, (members) => members.filter((member) => member.guid !== guid));
  await queryClient.invalidateQueries({ queryKey: membersOptions(client).queryKey });
}

/** A server that leads a removal astray says "not found" too, of a member that is still there. */
async function ensureGone({ client, queryClient }: Atrium, guid: string): Promise<void> {
  const members = await queryClient.fetchQuery({ ...membersOptions(client), staleTime: STALE });
  if (members.some((member) => member.guid === guid)) {
    throw new AtriumError('server', 'deleteMember: not found, though it is listed.');
  }
}

function remember({ client, queryClient }: Atrium, answered: Member): void {
  // A window URI works once, so it is handed on and not kept with the member.
  const member = { ...answered, oauthWindowUri: null };
  setData(queryClient, memberOptions(client, member.guid), member);
  changeList(queryClient, client, (members) =>
    members.some(({ guid }) => guid === member.guid)
      ? members.map((each) => (each.guid === member.guid ? member : each))
      : [...members, member],
  );
  void queryClient.invalidateQueries({ queryKey: membersOptions(client).queryKey });
}
