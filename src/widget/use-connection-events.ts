'use client';

import type { AtriumError } from '../domain/errors.ts';
import type { ConnectEventListener, ExitReason } from '../domain/events.ts';
import type { Institution } from '../domain/institution.ts';
import type { Member } from '../domain/member.ts';
import type { ReportedStatus } from '../domain/status.ts';
import type { ConnectionStepKind } from '../domain/step.ts';
import type { SuccessListener } from '../hooks/connection-success.ts';
import { tell, useEmit } from '../hooks/events.tsx';

/**
 * How the widget was left: `success` after connecting; `user` before that, of their own accord;
 * `status` from a status that offers nothing more; `error` from a failure.
 */
export interface ConnectExit {
  readonly reason: ExitReason;
  /** The member, if there is one: pass it to the widget to carry on another time. */
  readonly memberGuid: string | null;
  /** The same member whole; `null` also if it could not be read. */
  readonly member: Member | null;
  /** What failed, with the reason `error`. */
  readonly error: AtriumError | null;
}

/** A member's status has changed, or was read for the first time (`previous` undefined). */
export interface StatusChange {
  readonly memberGuid: string;
  readonly status: ReportedStatus;
  readonly previous: ReportedStatus | undefined;
}

/** The widget can be seen. */
export interface ConnectReady {
  readonly step: ConnectionStepKind;
}

/** What the person was about to connect. */
export interface ConnectSubject {
  readonly institution: Institution | null;
  readonly memberGuid: string | null;
}

/** What a host can listen to. Each is called once a transition, and always in its latest form. */
export interface ConnectionCallbacks {
  /** The first step can be seen. Once for each widget. */
  onReady?: ((ready: ConnectReady) => void) | undefined;
  /** Connected, and all data of this job is there, with the result of the mode. */
  onSuccess?: SuccessListener | undefined;
  /** The person leaves. Without it, the ways out lead back to the search. */
  onExit?: ((exit: ConnectExit) => void) | undefined;
  onStatusChange?: ((change: StatusChange) => void) | undefined;
  /**
   * Called when the user comes back from an institution's page with a member that their account
   * does not have: it may belong to another user. The guid comes from the address of the page, so
   * check it on your server before you delete the member.
   */
  onOAuthMemberNotFound?: ((memberGuid: string) => void) | undefined;
  /**
   * Offered where the API's message suggests a manual account. Without it, an account can be typed
   * in here, if the server allows that.
   */
  onManualAccount?: ((subject: ConnectSubject) => void) | undefined;
  /** Offered where the API's message says "contact us". Without it, it is not offered. */
  onContactSupport?: ((subject: ConnectSubject) => void) | undefined;
}

/** A listener that hears every event, and with it the callbacks that tell of one event each. */
export function listenerOf(
  onEvent: ConnectEventListener | undefined,
  { onReady, onStatusChange, onOAuthMemberNotFound }: ConnectionCallbacks,
): ConnectEventListener {
  return (event) => {
    tell(onEvent, event);
    if (event.type === 'ready') {
      tell(onReady, { step: event.step });
    } else if (event.type === 'status-changed') {
      const { memberGuid, status, previous } = event;
      tell(onStatusChange, { memberGuid, status, previous });
    } else if (event.type === 'oauth-member-not-found') {
      tell(onOAuthMemberNotFound, event.memberGuid);
    }
  };
}

/** `onExit`, and with it the event that tells the same. */
export function useToldExit({
  onExit,
  onEvent,
}: {
  onExit?: ConnectionCallbacks['onExit'];
  onEvent?: ConnectEventListener | undefined;
}): ConnectionCallbacks['onExit'] {
  const emit = useEmit(onEvent);
  return (
    onExit &&
    ((exit) => {
      emit({ type: 'exited', reason: exit.reason, memberGuid: exit.memberGuid });
      onExit(exit);
    })
  );
}

/** How a step leads out of the widget. */
export interface WaysOut {
  /** Tells the host; a host that does not listen gets the search back. */
  readonly leave: (reason: ConnectExit['reason']) => (() => void) | undefined;
  readonly search: (() => void) | undefined;
  /** One step back, to the search or out. */
  readonly back: (() => void) | undefined;
}
