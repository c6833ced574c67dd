'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listenForReturn } from '../api/oauth-channel.ts';
import type { Member } from '../domain/member.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { aggregatedInstead, lookForReturn, visitOptions } from '../queries/oauth.ts';
import { useAtrium } from './atrium-context.tsx';

/** A member whose person may be at the institution's page. */
interface Visit {
  readonly memberGuid: string | null;
  readonly member: Member | null;
  readonly attempt: number;
  readonly isAway: boolean;
}

/**
 * Notices what the status of the member cannot tell: the return page says how it went, in another
 * tab, or another member was brought to life in the place of this one.
 */
export function useOauthVisit(
  { memberGuid, member, attempt, isAway }: Visit,
  onReturned: (outcome: OauthOutcome) => void,
): void {
  const atrium = useAtrium();
  const { client, queryClient } = atrium;
  const latest = useRef(onReturned);
  useEffect(() => {
    latest.current = onReturned;
  });

  // Not only while the person is away: the status may have told sooner, and the return page asks
  // whether anybody knows.
  useEffect(
    () =>
      memberGuid === null
        ? undefined
        : listenForReturn(memberGuid, (outcome) => latest.current(outcome)),
    [memberGuid],
  );

  // A popup that closes or loses the focus leaves this page visible throughout, so that no change of
  // visibility says that the user is back.
  useEffect(() => {
    if (!isAway || memberGuid === null) {
      return undefined;
    }
    const look = () => lookForReturn(atrium, memberGuid, ['watch', 'visit']);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [atrium, memberGuid, isAway]);

  const meanwhile = useQuery(
    { ...visitOptions(client, memberGuid ?? '', attempt), enabled: isAway },
    queryClient,
  ).data;
  const other = isAway && member && meanwhile ? aggregatedInstead(meanwhile, member) : null;
  useEffect(() => {
    if (other !== null) {
      latest.current({ kind: 'success', memberGuid: other });
    }
  }, [other]);
}
