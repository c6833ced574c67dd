import { answersNow, type Challenge } from '../domain/challenge.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError, type AtriumErrorKind } from '../domain/errors.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { createMember, resumeMember, type Atrium } from './jobs.ts';
import { STALE } from './query.ts';
import { checkMemberAgain, memberWatchOptions, questionsOf } from './watch.ts';

/** A form open for longer is checked for being still wanted before it is sent. */
const FORM_AGE_MS = 30_000;

/** A member to carry on with. */
export interface FoundMember {
  readonly guid: string;
  /** It was created just now. */
  readonly isNew: boolean;
}

/** Creates the member, or finds the one that already makes this very connection. */
export async function connectByCredentials(
  atrium: Atrium,
  institutionCode: string,
  credentials: readonly Answer[],
  mode: ConnectionMode,
): Promise<FoundMember> {
  try {
    const { guid } = await createMember(atrium, {
      institutionCode,
      credentials,
      skipAggregation: skipsAggregation(mode),
    });
    return { guid, isNew: true };
  } catch (error) {
    const existing = await duplicateOf(atrium, institutionCode, error);
    if (existing === null) {
      throw error;
    }
    return { guid: existing, isNew: false };
  }
}

/** A premium job comes in place of the aggregation: while one runs, the other cannot start. */
export const skipsAggregation = (mode: ConnectionMode): true | undefined =>
  mode === 'aggregation' ? undefined : true;

async function duplicateOf(
  { client }: Atrium,
  institutionCode: string,
  error: unknown,
): Promise<string | null> {
  if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
    return null;
  }
  if (error.memberGuid !== undefined) {
    return error.memberGuid;
  }
  const members = await client.listMembers();
  return members.find((member) => member.institutionCode === institutionCode)?.guid ?? null;
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
