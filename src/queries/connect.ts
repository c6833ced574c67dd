import type { AtriumClient, MemberChanges } from '../api/client.ts';
import { answersNow, type Challenge } from '../domain/challenge.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError, type AtriumErrorKind } from '../domain/errors.ts';
import { loginsAt } from '../domain/member-list.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { statusRow } from '../domain/status.ts';
import type { Member } from '../domain/member.ts';
import { createMember, resumeMember, updateMember, type Atrium } from './jobs.ts';
import { membersOptions } from './member-list.ts';
import { STALE } from './query.ts';
import { isMaybeDone, unansweredOf } from './unanswered.ts';
import { checkMemberAgain, memberWatchOptions, questionsOf } from './watch.ts';

/** A form open for longer is checked for being still wanted before it is sent. */
const FORM_AGE_MS = 30_000;

/** A member to carry on with. */
export interface FoundMember {
  readonly guid: string;
  /** It was created just now. */
  readonly isNew: boolean;
}

/**
 * Creates the member, or finds the one that has these credentials if it is certain which one. MX
 * refuses a second member only if its credentials are the same, so after a create whose response
 * was lost, the next one first looks for the member that it may have made.
 */
export async function connectByCredentials(
  atrium: Atrium,
  institutionCode: string,
  credentials: readonly Answer[],
  mode: ConnectionMode,
): Promise<FoundMember> {
  const { client, queryClient } = atrium;
  const changes = { credentials, skipAggregation: skipsAggregation(mode) };
  const unanswered = unansweredOf(queryClient);
  const key = `${client.scope} ${institutionCode}`;
  const before = unanswered.get(key) ?? listedGuids(atrium);
  const made = unanswered.has(key) && (await memberMadeSince(client, before, institutionCode));
  try {
    const { guid } = made
      ? await repaired(atrium, made, changes)
      : await createMember(atrium, { institutionCode, ...changes });
    unanswered.delete(key);
    return { guid, isNew: true };
  } catch (error) {
    if (before && isMaybeDone(error)) {
      unanswered.set(key, before);
    }
    const existing = await duplicateOf(atrium, institutionCode, error);
    if (existing === null) {
      throw error;
    }
    return { guid: existing, isNew: false };
  }
}

function listedGuids({ client, queryClient }: Atrium): ReadonlySet<string> | undefined {
  const members = queryClient.getQueryData(membersOptions(client).queryKey);
  return members && new Set(members.map(({ guid }) => guid));
}

async function memberMadeSince(
  client: AtriumClient,
  before: ReadonlySet<string> | undefined,
  institutionCode: string,
): Promise<Member | undefined> {
  const logins = loginsAt(institutionCode, await client.listMembers());
  return logins.find(({ guid }) => !before?.has(guid));
}

/** The member, with the credentials if MX waits for others than it got. */
async function repaired(atrium: Atrium, member: Member, changes: MemberChanges): Promise<Member> {
  const { aggregate } = statusRow(member.connectionStatus);
  return aggregate === 'after-credentials' ? updateMember(atrium, member.guid, changes) : member;
}

/** A premium job comes in place of the aggregation: while one runs, the other cannot start. */
export const skipsAggregation = (mode: ConnectionMode): true | undefined =>
  mode === 'aggregation' ? undefined : true;

/**
 * The member that exists already, read just now. Without its guid in the response, it is certain
 * only if the user has a single login at this institution.
 */
async function duplicateOf(
  { client, queryClient }: Atrium,
  institutionCode: string,
  error: unknown,
): Promise<string | null> {
  if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
    return null;
  }
  const members = await queryClient
    .fetchQuery({ ...membersOptions(client), staleTime: STALE })
    .catch(() => []);
  const [only, another] = loginsAt(institutionCode, members);
  const guid = error.memberGuid ?? (another ? undefined : only?.guid);
  if (guid === undefined) {
    return null;
  }
  const watch = await queryClient.fetchQuery({
    ...memberWatchOptions(client, guid),
    staleTime: STALE,
  });
  return watch.error === null ? guid : null;
}

/**
 * Answers the questions of a member, each under the guid that it has by now. Questions that are no
 * longer `asked` are not answered: the status shows what came of them, or which have replaced
 * them. Rejects if the answers are refused while their questions are still asked.
 */
export async function answerChallenges(
  atrium: Atrium,
  guid: string,
  answers: readonly Answer[],
  asked: readonly Challenge[],
): Promise<void> {
  const { client, queryClient } = atrium;
  await refreshForm(atrium, guid);
  const answered = answersNow(answers, asked, questionsOf(atrium, guid));
  if (answered === null) {
    return;
  }
  try {
    await resumeMember(atrium, guid, answered);
  } catch (error) {
    if (!(error instanceof AtriumError) || !REFUSED.includes(error.kind)) {
      throw error;
    }
    await checkMemberAgain(queryClient, client, guid);
    const again = answersNow(answers, asked, questionsOf(atrium, guid));
    if (again?.some((answer, index) => answer.guid !== answered[index]?.guid)) {
      await resumeMember(atrium, guid, again);
    } else if (again !== null) {
      throw new AtriumError('invalid', 'resumeMember: refused, and still asked.', error);
    }
  }
}

const REFUSED: readonly AtriumErrorKind[] = ['conflict', 'invalid'];

/** Reads the questions again if the form has been open for long. */
async function refreshForm({ client, queryClient }: Atrium, guid: string): Promise<void> {
  const options = memberWatchOptions(client, guid);
  const watch = queryClient.getQueryData(options.queryKey);
  if (watch === undefined || performance.now() - watch.at >= FORM_AGE_MS) {
    await queryClient.fetchQuery({ ...options, staleTime: STALE });
  }
}
