'use client';

import { deleteMember } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** Deletes the member with that guid, with its accounts and their history. */
export function useDeleteMember(): SealedMutation<string, void> {
  const atrium = useAtrium();
  return useSealedMutation((guid) => deleteMember(atrium, guid));
}
