import { challengeKey } from '../domain/challenge.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import { createMember, resumeMember, type Atrium } from './jobs.ts';
import { STALE } from './query.ts';
import { checkMemberAgain, memberWatchOptions } from './watch.ts';

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
 * Answers the questions of a member. One that is no longer asked is not answered, and an answer
 * that comes too late is not a failure: the status says what became of it. An answer that is
 * refused while its question still stands is one, for nothing else would tell the person.
 */
export async function answerChallenges(
  atrium: Atrium,
  guid: string,
  answers: readonly Answer[],
): Promise<void> {
  if (!(await isStillAsked(atrium, guid, answers))) {
    return;
  }
  try {
    await resumeMember(atrium, guid, answers);
  } catch (error) {
    if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
      throw error;
    }
    await checkMemberAgain(atrium.queryClient, atrium.client, guid);
    const { queryKey } = memberWatchOptions(atrium.client, guid);
    const reading = atrium.queryClient.getQueryData(queryKey)?.reading;
    if (reading && challengeKey(reading.challenges) === challengeKey(answers)) {
      throw new AtriumError('invalid', 'resumeMember: refused, and still asked.', error);
    }
  }
}

async function isStillAsked(
  { client, queryClient }: Atrium,
  guid: string,
  answers: readonly Answer[],
): Promise<boolean> {
  const options = memberWatchOptions(client, guid);
  const watch = queryClient.getQueryData(options.queryKey);
  if (watch !== undefined && performance.now() - watch.at < FORM_AGE_MS) {
    return true;
  }
  const { reading } = await queryClient.fetchQuery({ ...options, staleTime: STALE });
  return reading === null || challengeKey(reading.challenges) === challengeKey(answers);
}
