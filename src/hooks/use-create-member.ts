'use client';

import type { NewMember } from '../api/client.ts';
import type { Member } from '../domain/member.ts';
import { createMember } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** Creates a member. The credentials go into one request and leave no trace in any cache. */
export function useCreateMember(): SealedMutation<NewMember, Member> {
  const atrium = useAtrium();
  return useSealedMutation((member) => createMember(atrium, member));
}
