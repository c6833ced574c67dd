'use client';

import { useEffect, useRef } from 'react';
import { choiceOf } from '../domain/mode-step.ts';
import type { ConnectionFacts } from '../domain/step.ts';
import { statusAtRest } from '../domain/status-at-rest.ts';
import { statusRow } from '../domain/status.ts';
import { isSettled, type MemberWatch } from '../domain/watch.ts';
import type { ConnectSuccess, SuccessListener } from './connection-success.ts';
import { tell } from './events.tsx';
import type { ResultRequest } from './mode-actions.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/**
 * What a premium mode does by itself: starts the job that the person has asked for once no other
 * runs, and hands its result to the host.
 */
export function useModeJob(
  known: KnownConnection,
  onSuccess: SuccessListener | undefined,
  startJob: () => void,
  handOver: (request: ResultRequest, onResult: (success: ConnectSuccess) => void) => void,
): void {
  const latest = useRef<SuccessListener | undefined>(undefined);
  const { facts } = known;
  const isFree = facts.action.kind === 'idle' || facts.action.kind === 'throttled';

  // The result goes to the listener of the last render, and to none once this is gone.
  useEffect(() => {
    latest.current = onSuccess;
    return () => {
      latest.current = undefined;
    };
  }, [onSuccess]);

  // Runs after every render: what it does moves the job on, so that it is done once.
  useEffect(() => {
    const request = isFree ? requestOf(known) : null;
    if (request !== null) {
      handOver(request, (success) => tell(latest.current, success));
    } else if (isFree && isWanted(facts)) {
      startJob();
    }
  });
}

function isWanted({ mode, job, watch }: ConnectionFacts): boolean {
  return mode !== 'aggregation' && job.progress === 'wanted' && watch !== null && isAtRest(watch);
}

/** Nothing runs, and nothing is needed before something may. */
function isAtRest(watch: MemberWatch): boolean {
  const { reading, job } = watch;
  if (reading === null || job !== null || reading.isBeingAggregated) {
    return false;
  }
  const { name, aggregate } = statusRow(reading.connectionStatus);
  return name === 'CONNECTED' || aggregate === 'when-present';
}

function requestOf({ facts, member }: KnownConnection): ResultRequest | null {
  const { mode, job, watch, accounts } = facts;
  const isDone =
    watch?.reading &&
    isSettled(watch) &&
    statusAtRest(watch.reading, mode).status.turn === 'done' &&
    job.progress === 'started';
  if (mode === 'aggregation' || !isDone || accounts?.kind !== 'ready') {
    return null;
  }
  const choice = choiceOf(facts, mode);
  return choice.kind === 'made'
    ? {
        mode,
        memberGuid: watch.guid,
        member,
        accounts: accounts.value,
        account: choice.account,
      }
    : null;
}
