'use client';

import { useEffect, useRef } from 'react';
import type { Account } from '../domain/account.ts';
import type { Member } from '../domain/member.ts';
import type { AccountNumbers, AccountOwner } from '../domain/mode.ts';
import type { ConnectionStep } from '../domain/step.ts';
import { tell } from './events.tsx';

interface SuccessBase {
  readonly memberGuid: string;
  /** `null` only if the member could not be read. */
  readonly member: Member | null;
  readonly accounts: readonly Account[];
}

/**
 * A connection that was made, with what its mode is for. Numbers and owners are `null` where the
 * proxy has not been told to let them pass. They are handed over once and kept nowhere here.
 */
export type ConnectSuccess =
  | (SuccessBase & { readonly mode: 'aggregation' })
  | (SuccessBase & {
      readonly mode: 'verification';
      /** The account that the person has chosen, or the only one there is. */
      readonly account: Account;
      /** Its numbers. */
      readonly accountNumbers: readonly AccountNumbers[] | null;
    })
  | (SuccessBase & {
      readonly mode: 'identification';
      /** The owners of all accounts. */
      readonly accountOwners: readonly AccountOwner[] | null;
    });

/** Hears of a connection that was made. */
export type SuccessListener = (success: ConnectSuccess) => void;

/** Tells of an aggregation once its accounts are read. The other modes hand over their result. */
export function useAggregationSuccess(
  step: ConnectionStep,
  memberGuid: string | null,
  member: Member | null,
  onSuccess: SuccessListener | undefined,
): void {
  const told = useRef<string | null>(null);

  // Runs after every render, and tells only what it has not told: also twice under StrictMode.
  useEffect(() => {
    if (step.kind !== 'connected' || memberGuid !== told.current) {
      told.current = null;
    }
    if (
      memberGuid !== null &&
      told.current === null &&
      step.kind === 'connected' &&
      step.mode === 'aggregation' &&
      !step.isArriving &&
      step.accounts.kind !== 'loading'
    ) {
      told.current = memberGuid;
      const accounts = step.accounts.kind === 'ready' ? step.accounts.value : [];
      tell(onSuccess, { mode: 'aggregation', memberGuid, member, accounts });
    }
  });
}
