'use client';

import type { MemberChanges } from '../api/client.ts';
import type { Member } from '../domain/member.ts';
import { updateMember } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** What to change of which member. */
export interface MemberUpdate extends MemberChanges {
  readonly guid: string;
}

/** Changes a member. New credentials start an aggregation and leave no trace in any cache. */
export function useUpdateMember(): SealedMutation<MemberUpdate, Member> {
  const atrium = useAtrium();
  return useSealedMutation(({ guid, ...changes }) => updateMember(atrium, guid, changes));
}
