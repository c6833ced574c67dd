import type { Account } from './account.ts';
import type { Challenge, ChallengeRound } from './challenge.ts';
import type { Credential } from './credential.ts';
import type { AtriumError } from './errors.ts';
import type { Institution } from './institution.ts';
import { MEMBER_LIMIT, type MemberStatus } from './member.ts';
import type { OauthProblem } from './oauth.ts';
import {
  isExpired,
  isHopeless,
  isOverdue,
  isSlow,
  isUnreachable,
  type PollPolicy,
} from './polling.ts';
import { statusRow, type StatusRow } from './status.ts';
import { challengeRound, isSettled, type MemberWatch } from './watch.ts';

/** Something that is read from the server. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: AtriumError };

/** What is being connected: nothing yet, an institution without a member, or a member. */
export type Target =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'institution'; readonly code: string }
  | { readonly kind: 'member'; readonly guid: string };

/** What the person has just asked for, and how it went. */
export type Action =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly error: AtriumError }
  /** The API accepted the request and started nothing: the data is as new as it can be. */
  | { readonly kind: 'throttled' };

/** How far the person is with the institution's own page. */
export interface OauthVisit {
  /** Each needs a window URI of its own, for one works only once. Counted from 0. */
  readonly attempt: number;
  /** The person has followed the link of this attempt. */
  readonly isAway: boolean;
  /** What came of the last attempt. */
  readonly problem: OauthProblem | null;
}

/** Everything that a step is derived from. `null`: not asked for, because not needed yet. */
export interface ConnectionFacts {
  readonly target: Target;
  readonly action: Action;
  readonly oauth: OauthVisit;
  /** The window URI of the present attempt. */
  readonly windowUri: Resource<string> | null;
  readonly institution: Resource<Institution> | null;
  /** The fields to fill in: the institution's for a new member, its own for an existing one. */
  readonly credentials: Resource<readonly Credential[]> | null;
  readonly accounts: Resource<readonly Account[]> | null;
  readonly memberCount: number | null;
  readonly watch: MemberWatch | null;
  /** Whether the member signs in at the institution's own page; `null` while that is being read. */
  readonly isOauth: boolean | null;
  readonly policy: PollPolicy;
}

/** Where a running job stands, as far as the API tells. */
export type ConnectingStage = 'signing-in' | 'fetching-accounts' | 'fetching-transactions';

/** How a running job is coming along, `stalled` and `unreachable` being the person's turn. */
export type ConnectingPace = 'usual' | 'slow' | 'stalled' | 'unreachable';

/** Where a connection stands, and all that is needed to show it. */
export type ConnectionStep =
  | { readonly kind: 'loading' }
  | { readonly kind: 'search' }
  | { readonly kind: 'limit'; readonly limit: number }
  | {
      readonly kind: 'credentials';
      /** `connect` makes a new member, `update` repairs this one. */
      readonly purpose: 'connect' | 'update';
      /** Why they are needed again; `null` for a new member. */
      readonly status: StatusRow | null;
      readonly credentials: readonly Credential[];
      readonly action: Action;
    }
  | {
      readonly kind: 'oauth';
      readonly phase: 'offer' | 'preparing' | 'ready' | 'away';
      /** Set in the phase `ready`. Good for one use. */
      readonly windowUri: string | null;
      readonly problem: OauthProblem | null;
      readonly error: AtriumError | null;
    }
  | {
      readonly kind: 'connecting';
      readonly status: StatusRow;
      readonly stage: ConnectingStage;
      readonly pace: ConnectingPace;
    }
  | {
      readonly kind: 'challenge';
      readonly status: StatusRow;
      readonly challenges: readonly Challenge[];
      /** What these questions say of the answers before them. */
      readonly round: ChallengeRound;
      readonly action: Action;
    }
  | {
      readonly kind: 'connected';
      readonly status: StatusRow;
      /** Data is still coming in. */
      readonly isArriving: boolean;
      readonly accounts: Resource<readonly Account[]>;
    }
  | { readonly kind: 'attention'; readonly status: StatusRow; readonly action: Action }
  | {
      readonly kind: 'failure';
      readonly during: 'institution' | 'credentials' | 'member' | 'job';
      readonly error: AtriumError;
    };

/** The name of a step. */
export type ConnectionStepKind = ConnectionStep['kind'];

/** Where the connection stands. Derived anew from the facts each time, so it cannot contradict them. */
export function deriveStep(facts: ConnectionFacts): ConnectionStep {
  switch (facts.target.kind) {
    case 'nothing':
      return isAtLimit(facts) ? atLimit : { kind: 'search' };
    case 'institution':
      return isAtLimit(facts) ? atLimit : newMemberStep(facts);
    case 'member':
      return facts.watch === null ? { kind: 'loading' } : memberStep(facts, facts.watch);
    default:
      return facts.target satisfies never;
  }
}

const atLimit = { kind: 'limit', limit: MEMBER_LIMIT } as const;

function isAtLimit({ memberCount, action }: ConnectionFacts): boolean {
  return (
    (memberCount ?? 0) >= MEMBER_LIMIT ||
    (action.kind === 'failed' && action.error.kind === 'member-limit')
  );
}

function newMemberStep(facts: ConnectionFacts): ConnectionStep {
  const { institution } = facts;
  if (institution?.kind === 'failed') {
    return { kind: 'failure', during: 'institution', error: institution.error };
  }
  if (institution?.kind !== 'ready') {
    return { kind: 'loading' };
  }
  return institution.value.supportsOauth ? oauthStep(facts) : credentialsStep(facts, null);
}

function credentialsStep(facts: ConnectionFacts, status: StatusRow | null): ConnectionStep {
  const { credentials, action } = facts;
  if (credentials?.kind === 'failed') {
    return { kind: 'failure', during: 'credentials', error: credentials.error };
  }
  if (credentials?.kind !== 'ready') {
    return { kind: 'loading' };
  }
  return {
    kind: 'credentials',
    purpose: status === null ? 'connect' : 'update',
    status,
    credentials: credentials.value,
    action,
  };
}

function oauthStep(facts: ConnectionFacts): ConnectionStep {
  const { oauth, action, windowUri, watch, policy } = facts;
  const error = watch !== null && isUnreachable(watch, policy) ? watch.error : null;
  const step = { kind: 'oauth', windowUri: null, problem: oauth.problem, error } as const;
  if (oauth.isAway) {
    return { ...step, phase: 'away' };
  }
  if (action.kind === 'running' || windowUri?.kind === 'loading') {
    return { ...step, phase: 'preparing' };
  }
  if (windowUri?.kind === 'ready') {
    return { ...step, phase: 'ready', windowUri: windowUri.value };
  }
  const failure = windowUri ?? action;
  return { ...step, phase: 'offer', error: failure.kind === 'failed' ? failure.error : error };
}

function memberStep(facts: ConnectionFacts, watch: MemberWatch): ConnectionStep {
  const { reading, error } = watch;
  if (isExpired(watch, facts.policy)) {
    return expiredStep(facts);
  }
  if (error !== null && (isHopeless(watch) || (reading === null && failed(watch, facts)))) {
    return { kind: 'failure', during: 'member', error };
  }
  if (reading === null) {
    return { kind: 'loading' };
  }
  if (reading.connectionStatus === 'PENDING') {
    return oauthStep(facts);
  }
  return isSettled(watch) ? settledStep(facts, watch, reading) : movingStep(facts, watch, reading);
}

/** What is known of the member does not matter any more: the person starts again. */
const expiredStep = (facts: ConnectionFacts) =>
  oauthStep({
    ...facts,
    watch: null,
    windowUri: null,
    oauth: { attempt: 0, isAway: false, problem: 'EXPIRED' },
  });

const failed = (watch: MemberWatch, { policy }: ConnectionFacts) => isUnreachable(watch, policy);

function movingStep(
  facts: ConnectionFacts,
  watch: MemberWatch,
  reading: MemberStatus,
): ConnectionStep {
  const reported = statusRow(reading.connectionStatus);
  // CONNECTED without a job that is seen to run may be from before: no success yet.
  const isNews =
    reported.turn === 'machine' || (reported.turn === 'done' && reading.isBeingAggregated);
  const status = isNews ? reported : statusRow('CREATED');
  if (status.name === 'CONNECTED' && reading.isAuthenticated && reading.hasProcessedAccounts) {
    return connectedStep(facts, status, true);
  }
  if (facts.action.kind === 'failed' && watch.job === null) {
    return { kind: 'failure', during: 'job', error: facts.action.error };
  }
  return {
    kind: 'connecting',
    status,
    stage: stageOf(reading),
    pace: paceOf(watch, facts.policy),
  };
}

function stageOf({ isBeingAggregated, ...flags }: MemberStatus): ConnectingStage {
  if (!isBeingAggregated || !flags.isAuthenticated) {
    return 'signing-in';
  }
  return flags.hasProcessedAccounts ? 'fetching-transactions' : 'fetching-accounts';
}

function paceOf(watch: MemberWatch, policy: PollPolicy): ConnectingPace {
  if (isUnreachable(watch, policy)) {
    return 'unreachable';
  }
  if (isOverdue(watch, policy)) {
    return 'stalled';
  }
  return isSlow(watch, policy) ? 'slow' : 'usual';
}

function settledStep(
  facts: ConnectionFacts,
  watch: MemberWatch,
  reading: MemberStatus,
): ConnectionStep {
  const status = statusRow(reading.connectionStatus);
  if (status.name === 'CONNECTED') {
    return connectedStep(facts, status, false);
  }
  if (status.name === 'CHALLENGED') {
    return {
      kind: 'challenge',
      status,
      challenges: reading.challenges,
      round: challengeRound(watch),
      action: facts.action,
    };
  }
  if (status.aggregate === 'after-credentials') {
    return repairStep(facts, status);
  }
  return { kind: 'attention', status, action: facts.action };
}

function repairStep(facts: ConnectionFacts, status: StatusRow): ConnectionStep {
  if (facts.isOauth === null) {
    return { kind: 'loading' };
  }
  return facts.isOauth ? oauthStep(facts) : credentialsStep(facts, status);
}

function connectedStep(
  { accounts }: ConnectionFacts,
  status: StatusRow,
  isArriving: boolean,
): ConnectionStep {
  return { kind: 'connected', status, isArriving, accounts: accounts ?? { kind: 'loading' } };
}
