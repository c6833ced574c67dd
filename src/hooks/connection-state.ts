import type { AtriumError } from '../domain/errors.ts';
import type { ManualEntry } from '../domain/manual-account.ts';
import { NO_JOB, type ConnectionMode, type ModeJob } from '../domain/mode.ts';
import type { OauthOutcome, OauthProblem } from '../domain/oauth.ts';
import type { Action, OauthVisit, Target } from '../domain/step.ts';

/** Where a connection starts: at the search, at an institution, or at a member to repair. */
export interface ConnectionOrigin {
  readonly institutionCode?: string | undefined;
  readonly memberGuid?: string | undefined;
  /** What `completeOAuthReturn` has found: the person is back from the institution's page. */
  readonly oauthReturn?: OauthOutcome | undefined;
  /** Default `aggregation`. */
  readonly mode?: ConnectionMode | undefined;
  /** Start where an account is typed in that is kept by hand. Default false. */
  readonly addsManually?: boolean | undefined;
}

/** A member that was left at a failure. Who chooses its institution again carries on with it. */
export interface LeftMember {
  readonly guid: string;
  readonly institutionCode: string;
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
  readonly manual: ManualEntry;
  readonly left: LeftMember | null;
}

export type ConnectionEvent =
  | { readonly type: 'started'; readonly origin: ConnectionOrigin }
  | { readonly type: 'targeted'; readonly target: Target }
  | { readonly type: 'left'; readonly member: LeftMember | null }
  | { readonly type: 'acted'; readonly action: Action }
  | { readonly type: 'consented' }
  | { readonly type: 'job-moved'; readonly progress: ModeJob['progress'] }
  | { readonly type: 'account-chosen'; readonly guid: string }
  | { readonly type: 'manual-moved'; readonly manual: ManualEntry }
  /** A new window URI is wanted: the last one is used up, or could not be had. */
  | { readonly type: 'oauth-renewed' }
  | { readonly type: 'oauth-opened' }
  | { readonly type: 'oauth-returned'; readonly outcome: OauthOutcome }
  /** Told of the present attempt, which goes on. */
  | { readonly type: 'oauth-noticed'; readonly problem: OauthProblem };

const IDLE = { kind: 'idle' } as const;
const WANTED: ModeJob = { ...NO_JOB, progress: 'wanted' };
const OPEN: ManualEntry = { kind: 'open' };
const CLOSED: ManualEntry = { kind: 'closed' };
const NO_VISIT: OauthVisit = { attempt: 0, stage: 'here', problem: null };

/** What tells one origin from another. */
export function originKey({
  institutionCode,
  memberGuid,
  oauthReturn,
  mode = 'aggregation',
  addsManually,
}: ConnectionOrigin): string {
  const start = memberGuid ?? ['institution', institutionCode];
  return JSON.stringify([mode, start, oauthReturn, addsManually]);
}

/** The state in which a connection starts. */
export function startConnection(origin: ConnectionOrigin): ConnectionState {
  const { oauthReturn, addsManually } = origin;
  const start = {
    origin: originKey(origin),
    target: targetOf(origin),
    action: IDLE,
    oauth: NO_VISIT,
    job: NO_JOB,
    hasConsented: false,
    manual: addsManually ? OPEN : CLOSED,
    left: null,
  };
  // Who comes back has asked for the member before leaving, and consented where that was asked.
  return oauthReturn === undefined
    ? start
    : {
        ...start,
        oauth: visitAfter(NO_VISIT, oauthReturn),
        job: WANTED,
        hasConsented: true,
      };
}

function targetOf({ institutionCode, memberGuid, oauthReturn }: ConnectionOrigin): Target {
  // The person may have signed in with a login that another member has.
  const guid = oauthReturn?.memberGuid ?? memberGuid;
  if (guid !== undefined) {
    return { kind: 'member', guid };
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
    case 'left':
      return { ...targeted(state, { kind: 'nothing' }), left: event.member };
    case 'acted':
      return { ...state, action: event.action };
    case 'consented':
      return { ...state, hasConsented: true };
    case 'job-moved':
      return { ...state, job: { ...state.job, progress: event.progress } };
    case 'account-chosen':
      return { ...state, job: { ...state.job, account: event.guid } };
    case 'manual-moved':
      return manualMoved(state, event.manual);
    case 'oauth-renewed':
      return {
        ...state,
        action: IDLE,
        oauth: { attempt: oauth.attempt + 1, stage: 'here', problem: null },
      };
    case 'oauth-opened':
      return {
        ...state,
        action: IDLE,
        oauth: { attempt: oauth.attempt + 1, stage: 'away', problem: null },
      };
    case 'oauth-returned':
      return returned(state, event.outcome);
    case 'oauth-noticed': {
      // The return page closes the popup. What it reported must stay.
      const isLate = event.problem === 'CLOSED' && oauth.stage !== 'away';
      return isLate ? state : { ...state, oauth: { ...oauth, problem: event.problem } };
    }
    default:
      return event satisfies never;
  }
}

/** What comes of a form that has been left meanwhile takes nobody back to it. */
function manualMoved(state: ConnectionState, manual: ManualEntry): ConnectionState {
  const isLate = manual.kind === 'added' && state.manual.kind !== 'open';
  return isLate ? state : { ...state, action: IDLE, manual };
}

const visitAfter = ({ attempt }: OauthVisit, outcome: OauthOutcome): OauthVisit =>
  outcome.kind === 'success'
    ? { attempt, stage: 'back', problem: null }
    : { attempt, stage: 'here', problem: outcome.problem };

/** What is told twice of one visit, by a message and by another, is no more than told once. */
function returned(state: ConnectionState, outcome: OauthOutcome): ConnectionState {
  const { oauth, target } = state;
  const guid = outcome.kind === 'success' ? outcome.memberGuid : null;
  const isOther = guid !== null && !(target.kind === 'member' && target.guid === guid);
  const next = isOther ? targeted(state, { kind: 'member', guid }) : state;
  return { ...next, action: IDLE, oauth: visitAfter(oauth, outcome) };
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
    job: isMember ? WANTED : NO_JOB,
    hasConsented: isMember && state.hasConsented,
    manual: CLOSED,
    left: isMember ? null : state.left,
  };
}

/** The state after a request failed. */
export const failed = (error: AtriumError): ConnectionEvent => ({
  type: 'acted',
  action: { kind: 'failed', error },
});
