'use client';

import type { Answer } from '../domain/credential.ts';
import type { Member } from '../domain/member.ts';
import { resumeMember } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** The answers to all the open questions of a member. */
export interface MemberAnswers {
  readonly guid: string;
  readonly answers: readonly Answer[];
}

/** Answers the open questions of a member. The answers leave no trace in any cache. */
export function useResumeMember(): SealedMutation<MemberAnswers, Member> {
  const atrium = useAtrium();
  return useSealedMutation(({ guid, answers }) => resumeMember(atrium, guid, answers));
}
