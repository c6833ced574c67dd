import type {
  ConnectingStage,
  ConnectionFacts,
  ConnectionStep,
  OauthVisit,
} from './connection-facts.ts';
import { loginsAt } from './member-list.ts';
import { connectionCount, MEMBER_LIMIT, type MemberStatus } from './member.ts';
import { isOffered, isOfMode } from './mode.ts';
import { jobFailureStep, resultStep } from './mode-step.ts';
import { isExpired, isHopeless, isUnreachable, paceOf } from './polling.ts';
import { NO_DETAIL, statusAtRest, type StatusAtRest } from './status-at-rest.ts';
import { statusRow } from './status.ts';
import { challengeRound, isSettled, type MemberWatch } from './watch.ts';

export type {
  Action,
  ConnectingPace,
  ConnectingStage,
  ConnectionFacts,
  ConnectionStep,
  ConnectionStepKind,
  OauthPhase,
  OauthVisit,
  Resource,
  Target,
} from './connection-facts.ts';

/** Where the connection stands. Derived anew from the facts each time, so it cannot contradict them. */
export function deriveStep(facts: ConnectionFacts): ConnectionStep {
  const { manual, action } = facts;
  if (manual.kind !== 'closed') {
    const account = manual.kind === 'added' ? manual.account : null;
    return { kind: 'manual-account', action, account };
  }
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

function isAtLimit({ members, action }: ConnectionFacts): boolean {
  return (
    connectionCount(members ?? []) >= MEMBER_LIMIT ||
    (action.kind === 'failed' && action.error.kind === 'member-limit')
  );
}

function newMemberStep(facts: ConnectionFacts): ConnectionStep {
  const { institution, mode, consent } = facts;
  if (institution?.kind === 'failed') {
    return { kind: 'failure', during: 'institution', error: institution.error };
  }
  if (institution?.kind !== 'ready') {
    return { kind: 'loading' };
  }
  if (mode !== 'aggregation' && !isOffered(institution.value, mode)) {
    return { kind: 'unavailable', mode, reason: 'institution' };
  }
  if (consent === 'wanted') {
    return { kind: 'consent' };
  }
  return institution.value.supportsOauth ? oauthStep(facts) : credentialsStep(facts);
}

/** What a form or a link is for where no status is there to say so. */
const NEW = { status: null, detail: NO_DETAIL } as const;

function credentialsStep(
  facts: ConnectionFacts,
  why: StatusAtRest | typeof NEW = NEW,
): ConnectionStep {
  const { target, credentials, action, members } = facts;
  if (credentials?.kind === 'failed') {
    return { kind: 'failure', during: 'credentials', error: credentials.error };
  }
  if (credentials?.kind !== 'ready') {
    return { kind: 'loading' };
  }
  if (credentials.value.length === 0) {
    return { kind: 'unavailable', mode: facts.mode, reason: 'credentials' };
  }
  return {
    kind: 'credentials',
    purpose: why === NEW ? 'connect' : 'update',
    ...why,
    credentials: credentials.value,
    action,
    existing:
      target.kind === 'institution' && action.kind === 'failed' && action.error.kind === 'conflict'
        ? loginsAt(target.code, members ?? [])
        : [],
  };
}

/** Where the person is. Once the status has moved on, the visit is over, whatever came of it. */
export function oauthStage({ stage }: OauthVisit, watch: MemberWatch | null): OauthVisit['stage'] {
  if (watch === null || stage === 'here') {
    return stage;
  }
  const isOver = stage === 'away' ? watch.visit === null : isSettled(watch);
  return isOver ? 'here' : stage;
}

function oauthStep(facts: ConnectionFacts, why: StatusAtRest | typeof NEW = NEW): ConnectionStep {
  const { oauth, action, windowUri, watch, policy } = facts;
  const error = watch !== null && isUnreachable(watch, policy) ? watch.error : null;
  const { problem } = oauth;
  const step = { kind: 'oauth', windowUri: null, ...why, problem, error } as const;
  const stage = oauthStage(oauth, watch);
  if (stage !== 'here') {
    return { ...step, phase: stage === 'away' ? 'away' : 'confirming' };
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
    return { kind: 'failure', during: isUnknownReturn(facts) ? 'oauth-return' : 'member', error };
  }
  if (reading === null) {
    return { kind: 'loading' };
  }
  if (reading.connectionStatus === 'PENDING') {
    return oauthStep(facts, statusAtRest(reading));
  }
  return isSettled(watch) ? settledStep(facts, watch, reading) : movingStep(facts, watch, reading);
}

/**
 * The institution's page reported success, but this user has no such member: neither the member nor
 * its status is found, and the list, which is read because of that, does not have it.
 */
const isUnknownReturn = ({ oauth, watch, isOauth, members }: ConnectionFacts) =>
  oauth.stage === 'back' &&
  watch?.error?.kind === 'not-found' &&
  isOauth.kind === 'failed' &&
  members !== null;

/** What is known of the member does not matter any more: the person starts again. */
const expiredStep = (facts: ConnectionFacts) =>
  oauthStep({
    ...facts,
    watch: null,
    windowUri: null,
    oauth: { attempt: 0, stage: 'here', problem: 'EXPIRED' },
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
  const isEarly = reading.isAuthenticated && reading.hasProcessedAccounts;
  if (status.name === 'CONNECTED' && isEarly && facts.mode === 'aggregation') {
    return connectedStep(facts, status, true);
  }
  if (facts.action.kind === 'failed' && watch.job === null) {
    return jobFailureStep(facts.mode, facts.action.error);
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

function settledStep(
  facts: ConnectionFacts,
  watch: MemberWatch,
  reading: MemberStatus,
): ConnectionStep {
  const { mode, job } = facts;
  const why = statusAtRest(reading, mode, isOfMode(mode, job));
  const { status } = why;
  if (status.turn === 'done') {
    return mode === 'aggregation'
      ? connectedStep(facts, status, false)
      : resultStep(facts, mode, status);
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
    return repairStep(facts, why);
  }
  const { action, canAddManually } = facts;
  // What is offered first must not come last, and push aside what is about to be pressed.
  return canAddManually === null
    ? { kind: 'loading' }
    : { kind: 'attention', ...why, action, canAddManually };
}

function repairStep(facts: ConnectionFacts, why: StatusAtRest): ConnectionStep {
  const { isOauth } = facts;
  switch (isOauth.kind) {
    case 'loading':
      return { kind: 'loading' };
    case 'failed':
      // To ask for credentials on a guess would send a person's password where it is of no use.
      return { kind: 'failure', during: 'member', error: isOauth.error };
    case 'ready':
      return isOauth.value ? oauthStep(facts, why) : credentialsStep(facts, why);
    default:
      return isOauth satisfies never;
  }
}

function connectedStep(
  { accounts, mode }: ConnectionFacts,
  status: StatusAtRest['status'],
  isArriving: boolean,
): ConnectionStep {
  return {
    kind: 'connected',
    status,
    isArriving,
    accounts: accounts ?? { kind: 'loading' },
    mode,
    account: null,
  };
}
