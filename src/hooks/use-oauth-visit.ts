'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listenForReturn } from '../api/oauth-channel.ts';
import type { Member } from '../domain/member.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { aggregatedInstead, visitOptions } from '../queries/oauth.ts';
import { useAtrium } from './atrium-context.tsx';

/** A visit to the institution's page that is under way. */
interface Visit {
  readonly memberGuid: string;
  readonly member: Member | null;
  readonly attempt: number;
}

/**
 * Notices what the status of the member cannot tell: the return page says how it went, in another
 * tab, or another member was brought to life in the place of this one.
 */
export function useOauthVisit(
  visit: Visit | null,
  onReturned: (outcome: OauthOutcome) => void,
): void {
  const { client, queryClient } = useAtrium();
  const { memberGuid = null, member = null, attempt = 0 } = visit ?? {};
  const latest = useRef(onReturned);
  useEffect(() => {
    latest.current = onReturned;
  });

  useEffect(
    () =>
      memberGuid === null
        ? undefined
        : listenForReturn(memberGuid, (outcome) => latest.current(outcome)),
    [memberGuid],
  );

  const meanwhile = useQuery(
    { ...visitOptions(client, memberGuid ?? '', attempt), enabled: visit !== null },
    queryClient,
  ).data;
  const other = member && meanwhile ? aggregatedInstead(meanwhile, member) : null;
  useEffect(() => {
    if (other !== null) {
      latest.current({ kind: 'success', memberGuid: other });
    }
  }, [other]);
}
