import type { AtriumError } from '../domain/errors.ts';
import { NO_JOB, type ConnectionMode, type ModeJob } from '../domain/mode.ts';
import type { OauthProblem } from '../domain/oauth.ts';
import type { Action, OauthVisit, Target } from '../domain/step.ts';

/** Where a connection starts: at the search, at an institution, or at a member to repair. */
export interface ConnectionOrigin {
  readonly institutionCode?: string | undefined;
  readonly memberGuid?: string | undefined;
  /** Default `aggregation`. */
  readonly mode?: ConnectionMode | undefined;
}

/** The little that only the browser knows. Everything else is read from the server. */
export interface ConnectionState {
  readonly origin: string;
  readonly target: Target;
  readonly action: Action;
  readonly oauth: OauthVisit;
  readonly job: ModeJob;
  /** The person has said yes to what the host wants the data for. */
  readonly hasConsented: boolean;
}

export type ConnectionEvent =
  | { readonly type: 'started'; readonly origin: ConnectionOrigin }
  | { readonly type: 'targeted'; readonly target: Target }
  | { readonly type: 'acted'; readonly action: Action }
  | { readonly type: 'consented' }
  | { readonly type: 'job-moved'; readonly progress: ModeJob['progress'] }
  | { readonly type: 'account-chosen'; readonly guid: string }
  /** A new window URI is wanted: the last one is used up, or came to nothing. */
  | { readonly type: 'oauth-renewed'; readonly problem: OauthProblem | null }
  | { readonly type: 'oauth-opened' }
  /** Told of the present attempt, which goes on. */
  | { readonly type: 'oauth-noticed'; readonly problem: OauthProblem };

const IDLE = { kind: 'idle' } as const;
const NO_VISIT: OauthVisit = { attempt: 0, isAway: false, problem: null };

/** What tells one origin from another. */
export function originKey({ institutionCode, memberGuid, mode }: ConnectionOrigin): string {
  const start =
    memberGuid ?? (institutionCode === undefined ? '' : `institution ${institutionCode}`);
  return `${mode ?? 'aggregation'} ${start}`;
}

/** The state in which a connection starts. */
export function startConnection(origin: ConnectionOrigin): ConnectionState {
  return {
    origin: originKey(origin),
    target: targetOf(origin),
    action: IDLE,
    oauth: NO_VISIT,
    job: NO_JOB,
    hasConsented: false,
  };
}

function targetOf({ institutionCode, memberGuid }: ConnectionOrigin): Target {
  if (memberGuid !== undefined) {
    return { kind: 'member', guid: memberGuid };
  }
  return institutionCode === undefined
    ? { kind: 'nothing' }
    : { kind: 'institution', code: institutionCode };
}

export function reduceConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  const { oauth } = state;
  switch (event.type) {
    case 'started':
      return startConnection(event.origin);
    case 'targeted':
      return targeted(state, event.target);
    case 'acted':
      return { ...state, action: event.action };
    case 'consented':
      return { ...state, hasConsented: true };
    case 'job-moved':
      return { ...state, job: { ...state.job, progress: event.progress } };
    case 'account-chosen':
      return { ...state, job: { ...state.job, account: event.guid } };
    case 'oauth-renewed':
      return {
        ...state,
        action: IDLE,
        oauth: { attempt: oauth.attempt + 1, isAway: false, problem: event.problem },
      };
    case 'oauth-opened':
      return { ...state, oauth: { ...oauth, isAway: true, problem: null } };
    case 'oauth-noticed':
      return { ...state, oauth: { ...oauth, problem: event.problem } };
    default:
      return event satisfies never;
  }
}

/**
 * A member that is arrived at from an institution is one that the person has asked for. What they
 * have consented to goes for that institution, and for no other.
 */
function targeted(state: ConnectionState, target: Target): ConnectionState {
  const isMember = target.kind === 'member';
  return {
    ...state,
    target,
    action: IDLE,
    oauth: NO_VISIT,
    job: isMember ? { ...NO_JOB, progress: 'wanted' } : NO_JOB,
    hasConsented: isMember && state.hasConsented,
  };
}

/** The state after a request failed. */
export const failed = (error: AtriumError): ConnectionEvent => ({
  type: 'acted',
  action: { kind: 'failed', error },
});
