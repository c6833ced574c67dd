'use client';

import { useEffect, useRef } from 'react';
import type { Account } from '../domain/account.ts';
import type { AtriumError } from '../domain/errors.ts';
import type { Institution } from '../domain/institution.ts';
import type { Member } from '../domain/member.ts';
import type { ReportedStatus } from '../domain/status.ts';
import type { Connection } from '../hooks/use-connection.ts';

/** A connection that was made, with the accounts found. */
export interface ConnectSuccess {
  readonly memberGuid: string;
  /** `null` only if the member could not be read. */
  readonly member: Member | null;
  readonly accounts: readonly Account[];
}

/**
 * How the widget was left: `success` after connecting; `user` before that, of their own accord;
 * `status` from a status that offers nothing more; `error` from a failure.
 */
export interface ConnectExit {
  readonly reason: 'success' | 'user' | 'status' | 'error';
  /** The member, if there is one: pass it to the widget to carry on another time. */
  readonly memberGuid: string | null;
  readonly error: AtriumError | null;
}

/** A member's status has changed, or was read for the first time (`previous` undefined). */
export interface StatusChange {
  readonly memberGuid: string;
  readonly status: ReportedStatus;
  readonly previous: ReportedStatus | undefined;
}

/** What the person was about to connect. */
export interface ConnectSubject {
  readonly institution: Institution | null;
  readonly memberGuid: string | null;
}

/** What a host can listen to. Each is called once a transition, and always in its latest form. */
export interface ConnectionCallbacks {
  /** Connected, and all data of this aggregation is there. */
  onSuccess?: ((success: ConnectSuccess) => void) | undefined;
  /** The person leaves. Without it, the ways out lead back to the search. */
  onExit?: ((exit: ConnectExit) => void) | undefined;
  onStatusChange?: ((change: StatusChange) => void) | undefined;
  /** Offered where the API's message suggests a manual account. Without it, it is not offered. */
  onManualAccount?: ((subject: ConnectSubject) => void) | undefined;
  /** Offered where the API's message says "contact us". Without it, it is not offered. */
  onContactSupport?: ((subject: ConnectSubject) => void) | undefined;
}

/** Tells the host of what has happened: a status that changed, a connection that was made. */
export function useConnectionEvents(
  connection: Connection,
  { onStatusChange, onSuccess }: ConnectionCallbacks,
): void {
  const { memberGuid, watch } = connection;
  const told = useRef<{ key: string; status?: ReportedStatus; isDone: boolean }>({
    key: '',
    isDone: false,
  });

  // Runs after every render, and tells only what it has not told: also twice under StrictMode.
  useEffect(() => {
    if (memberGuid === null || watch?.reading == null) {
      return;
    }
    if (told.current.key !== memberGuid) {
      told.current = { key: memberGuid, isDone: false };
    }
    const status = watch.reading.connectionStatus;
    const previous = told.current.status;
    if (!('status' in told.current) || status !== previous) {
      told.current.status = status;
      onStatusChange?.({ memberGuid, status, previous });
    }
    const success = successOf(connection, memberGuid);
    if (success === null) {
      told.current.isDone = told.current.isDone && connection.kind === 'connected';
    } else if (!told.current.isDone) {
      told.current.isDone = true;
      onSuccess?.(success);
    }
  });
}

function successOf(connection: Connection, memberGuid: string): ConnectSuccess | null {
  if (
    connection.kind !== 'connected' ||
    connection.isArriving ||
    connection.accounts.kind === 'loading'
  ) {
    return null;
  }
  const { accounts, member } = connection;
  return { memberGuid, member, accounts: accounts.kind === 'ready' ? accounts.value : [] };
}
