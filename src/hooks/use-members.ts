'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { AtriumError } from '../domain/errors.ts';
import type { Member } from '../domain/member.ts';
import { followedMembers, polledMembersOptions } from '../queries/member-list.ts';
import type { Atrium } from '../queries/jobs.ts';
import { useAtrium, useIsLive } from './atrium-context.tsx';

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
  const atrium = useAtrium();
  const { client, queryClient } = atrium;
  const { data, error, refetch } = useQuery(
    polledMembersOptions(client, useFollowed(atrium), useIsLive()),
    queryClient,
  );
  const retry = () => void refetch();
  if (data !== undefined) {
    return { kind: 'ready', value: data, error, retry };
  }
  return error === null ? { kind: 'loading' } : { kind: 'failed', error, retry };
}

/** Renders again when another member is followed, or one no longer: the list is then read anew. */
function useFollowed({ client, queryClient }: Atrium): readonly string[] {
  const subscribe = useCallback(
    (onChange: () => void) => queryClient.getQueryCache().subscribe(onChange),
    [queryClient],
  );
  const read = () => followedMembers(queryClient, client).join(' ');
  return useSyncExternalStore(subscribe, read, read).split(' ');
}
