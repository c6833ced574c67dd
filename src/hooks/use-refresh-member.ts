'use client';

import type { Action } from '../domain/step.ts';
import { useEmit } from './events.tsx';
import { useAggregateMember } from './use-aggregate-member.ts';

/** Asking for new data of one member, and how that went. */
export interface Refreshing {
  /** `throttled`: the data is as new as it can be. That a job runs, the member itself tells. */
  readonly action: Action;
  readonly start: () => void;
}

/**
 * Asks for new data of one member because the person wants it. `onThrottled` is called when the
 * data is as new as it can be, and nothing was started.
 */
export function useRefreshMember(guid: string, onThrottled?: () => void): Refreshing {
  const emit = useEmit();
  const { mutateAsync, data, error, isPending } = useAggregateMember();
  const ask = async () => {
    const { outcome } = await mutateAsync(guid);
    if (outcome === 'throttled') {
      onThrottled?.();
    }
  };
  return {
    action: isPending
      ? { kind: 'running' }
      : error !== null
        ? { kind: 'failed', error }
        : { kind: data?.outcome === 'throttled' ? 'throttled' : 'idle' },
    start: () => {
      emit({ type: 'refresh-requested', memberGuid: guid });
      // A failure is in the action.
      ask().catch(() => {});
    },
  };
}
