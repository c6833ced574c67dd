'use client';

import { deleteMember } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useEmit } from './events.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** Deletes the member with that guid, with its accounts and their history. */
export function useDeleteMember(): SealedMutation<string, void> {
  const atrium = useAtrium();
  const emit = useEmit();
  return useSealedMutation(async (guid) => {
    await deleteMember(atrium, guid);
    emit({ type: 'member-removed', memberGuid: guid });
  });
}
