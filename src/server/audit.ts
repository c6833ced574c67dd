import type { Trace } from './observe.ts';
import type { ProxyErrorKind } from './problem.ts';
import type { ProxyUser } from './proxy-user.ts';

/** What the proxy audits: everything that changes something at MX, and reads of sensitive data. */
export type AuditAction =
  | 'create-member'
  | 'update-member'
  | 'delete-member'
  | 'resume-member'
  | 'aggregate-member'
  | 'verify-member'
  | 'identify-member'
  | 'create-manual-account'
  | 'read-account-numbers'
  | 'read-account-owners';

/**
 * One audited request: who did what to which member, and what came of it. Never holds a
 * credential, an answer, or anything that MX returned but a guid.
 */
export interface AuditEvent {
  readonly action: AuditAction;
  /**
   * `refused`: nothing was done (signed out, not allowed, over a limit, not valid, or MX said no).
   * `failed`: something broke. After a `timeout`, `aborted` or `server` error MX may have done it.
   */
  readonly outcome: 'succeeded' | 'refused' | 'failed';
  /** As `resolveUser` returned it. `null` if the request was refused before. */
  readonly user: ProxyUser | null;
  /** `null` for a member that was not created, and for a manual account. */
  readonly memberGuid: string | null;
  /** The HTTP status of the response to the browser. */
  readonly status: number;
  readonly error?: ProxyErrorKind | 'aborted';
  /** The same as in `observe` and in the `x-request-id` response header. */
  readonly requestId: string;
  /** When the request arrived, in milliseconds since 1970. */
  readonly at: number;
}

export type AuditProxy = (event: AuditEvent) => void | Promise<void>;

/** What an audit needs to know of a request, filled in as soon as it is known. */
export interface AuditSubject {
  action?: AuditAction | undefined;
  user?: ProxyUser;
  memberGuid?: string | undefined;
}

type Answered = Pick<AuditEvent, 'status' | 'requestId' | 'at'>;

/** The event of a finished request, or `undefined` if it is not audited. */
export function auditEventOf(
  { action, user, memberGuid }: AuditSubject,
  { error }: Trace,
  answered: Answered,
): AuditEvent | undefined {
  if (action === undefined) return undefined;
  return {
    action,
    outcome: outcomeOf(answered.status),
    user: user ?? null,
    memberGuid: memberGuid ?? null,
    ...(error !== undefined && { error }),
    ...answered,
  };
}

/** 499 stands for a browser that left before the response. */
function outcomeOf(status: number): AuditEvent['outcome'] {
  if (status < 400) return 'succeeded';
  return status < 499 ? 'refused' : 'failed';
}
