'use client';

import { useEffect } from 'react';
import { isWaitingForPresence } from '../domain/member-standing.ts';
import { aggregateOnce } from '../queries/presence.ts';
import { useAtrium } from './atrium-context.tsx';
import { useMembers } from './use-members.ts';

/**
 * Aggregates the members that the API leaves alone until the person is there: those that are
 * CREATED, UPDATED or RECONNECTED. Use it where the person is signed in. Once a member and visit,
 * with several uses of it on a page and with the page open in two tabs too.
 */
export function useAggregateOnLogin(): void {
  const atrium = useAtrium();
  const members = useMembers();
  const waiting =
    members.kind === 'ready'
      ? members.value.filter(isWaitingForPresence).map(({ guid }) => guid)
      : [];

  // Starting a job is something done to the server, once it is known to be wanted.
  useEffect(() => {
    waiting.forEach((guid) => void aggregateOnce(atrium, guid));
  });
}
