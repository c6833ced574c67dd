'use client';

import { useQuery } from '@tanstack/react-query';
import type { AtriumError } from '../domain/errors.ts';
import type { MemberStatus } from '../domain/member.ts';
import {
  DEFAULT_POLL_POLICY,
  isHopeless,
  isOverdue,
  isSlow,
  isUnreachable,
  type PollPolicy,
} from '../domain/polling.ts';
import { isSettled } from '../domain/watch.ts';
import { checkMemberAgain, memberWatchOptions } from '../queries/watch.ts';
import { useAtrium, useIsLive } from './atrium-context.tsx';

/** What is known of a member's status. */
export type FollowedStatus =
  | { readonly kind: 'loading' }
  /** It cannot be read and nothing is known of it. */
  | { readonly kind: 'failed'; readonly error: AtriumError; readonly checkAgain: () => void }
  | {
      readonly kind: 'ready';
      readonly status: MemberStatus;
      /**
       * `moving`: the machine is at work and the status may still change; `slow`: for longer than
       * usual; `stalled`: for so long that reading has stopped; `unreachable`: reading fails;
       * `settled`: this is the result.
       */
      readonly progress: 'moving' | 'slow' | 'stalled' | 'unreachable' | 'settled';
      /** Reads at once and goes on with a fresh deadline. */
      readonly checkAgain: () => void;
    };

/** Follows one member until it is no longer the machine's turn. One poll, however many use it. */
export function useMemberStatus(
  guid: string,
  policy: PollPolicy = DEFAULT_POLL_POLICY,
): FollowedStatus {
  const { client, queryClient } = useAtrium();
  const { data: watch } = useQuery(
    memberWatchOptions(client, guid, policy, useIsLive()),
    queryClient,
  );
  const checkAgain = () => void checkMemberAgain(queryClient, client, guid);

  if (watch === undefined) {
    return { kind: 'loading' };
  }
  if (
    watch.error !== null &&
    (isHopeless(watch) || (watch.reading === null && watch.failures > 0))
  ) {
    return { kind: 'failed', error: watch.error, checkAgain };
  }
  if (watch.reading === null) {
    return { kind: 'loading' };
  }
  const progress = isUnreachable(watch, policy)
    ? 'unreachable'
    : isSettled(watch)
      ? 'settled'
      : isOverdue(watch, policy)
        ? 'stalled'
        : isSlow(watch, policy)
          ? 'slow'
          : 'moving';
  return { kind: 'ready', status: watch.reading, progress, checkAgain };
}
