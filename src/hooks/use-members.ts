'use client';

import { useQuery } from '@tanstack/react-query';
import type { AtriumError } from '../domain/errors.ts';
import type { Member } from '../domain/member.ts';
import { polledMembersOptions } from '../queries/member-list.ts';
import { useAtrium } from './atrium-context.tsx';

/** What is known of the members of the user. */
export type Members =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AtriumError; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly value: readonly Member[];
      /** Why the last read failed: what is shown is from before. `null` if it did not. */
      readonly error: AtriumError | null;
      /** Reads at once. */
      readonly retry: () => void;
    };

/**
 * All members of the user, kept up to date by one request for all of them, however many
 * components use this: every few seconds while a member moves, once a minute while none does, and
 * when the person comes back to the page. A member that has not changed stays the same object.
 */
export function useMembers(): Members {
  const { client, queryClient } = useAtrium();
  const { data, error, refetch } = useQuery(polledMembersOptions(client, queryClient), queryClient);
  const retry = () => void refetch();
  if (data !== undefined) {
    return { kind: 'ready', value: data, error, retry };
  }
  return error === null ? { kind: 'loading' } : { kind: 'failed', error, retry };
}
