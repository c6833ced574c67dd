import type { ConnectEvent } from './events.ts';
import type { ConnectionMode } from './mode.ts';
import type { OauthProblem } from './oauth.ts';
import { statusAtRest, type StatusAtRest } from './status-at-rest.ts';
import type { ReportedStatus, Turn } from './status.ts';
import type { ConnectionStep } from './step.ts';
import { isBelieved, isSettled, type MemberWatch } from './watch.ts';

/** A connection at one moment, as far as events tell of it. */
export interface Moment {
  readonly step: ConnectionStep['kind'];
  readonly memberGuid: string | null;
  readonly institutionCode: string | null;
  /** What the member is believed to report; `undefined` while nothing is. */
  readonly status: ReportedStatus | undefined;
  /** How far the data of the member is. */
  readonly data: 'none' | 'accounts' | 'all';
  /** The status is the end of a job, and not a good one. */
  readonly isError: boolean;
  /** The code of the member error that counts, if there is one. */
  readonly code: number | null;
  readonly problem: OauthProblem | null;
  readonly hasNoAccount: boolean;
  /** The member of a return is not one of the user's. */
  readonly isUnknownReturn: boolean;
}

/** What is known of a moment besides the step and the watch. */
export type KnownMoment = Pick<Moment, 'memberGuid' | 'institutionCode'> & {
  readonly mode: ConnectionMode;
  /** The job of the mode was started: what is there from before it does not count. */
  readonly isJobStarted: boolean;
};

/** Before anything could be seen. */
export const BEFORE_ANYTHING: Moment = {
  step: 'loading',
  memberGuid: null,
  institutionCode: null,
  status: undefined,
  data: 'none',
  isError: false,
  code: null,
  problem: null,
  hasNoAccount: false,
  isUnknownReturn: false,
};

/**
 * What of a connection events tell of. `last` is the moment told before this one; the data counts
 * only if it is that of the job which the connection is made for.
 */
export function momentOf(
  last: Moment,
  step: ConnectionStep,
  watch: MemberWatch | null,
  known: KnownMoment,
): Moment {
  const rest =
    watch?.reading && isSettled(watch)
      ? statusAtRest(watch.reading, known.mode, known.isJobStarted)
      : null;
  const code = rest?.detail.error?.code ?? null;
  const kept = last.memberGuid === known.memberGuid ? last.status : undefined;
  const { memberGuid, institutionCode } = known;
  return {
    memberGuid,
    institutionCode,
    step: step.kind === 'loading' ? last.step : step.kind,
    status: watch?.reading && isBelieved(watch) ? watch.reading.connectionStatus : kept,
    data: known.isJobStarted ? dataOf(watch, rest) : 'none',
    isError: rest !== null && isErrorOf(rest),
    code,
    problem: step.kind === 'oauth' ? step.problem : null,
    hasNoAccount: code === 1000 || (step.kind === 'unavailable' && step.reason === 'accounts'),
    isUnknownReturn: step.kind === 'failure' && step.during === 'oauth-return',
  };
}

/** What has happened between two moments. */
export function transitions(last: Moment, next: Moment): readonly ConnectEvent[] {
  const { memberGuid } = next;
  const isSame = last.memberGuid === memberGuid;
  return [
    ...stepEvents(last, next),
    ...oauthEvents(last, next),
    ...(memberGuid === null ? [] : memberEvents(isSame ? last : BEFORE_ANYTHING, next, memberGuid)),
  ];
}

function stepEvents(
  { step: previous }: Moment,
  { step: current, memberGuid, institutionCode }: Moment,
): readonly ConnectEvent[] {
  if (previous === current) {
    return [];
  }
  return previous === 'loading'
    ? [{ type: 'ready', step: current }]
    : [{ type: 'step-changed', previous, current, memberGuid, institutionCode }];
}

/** That the window was closed is a hint, and no failure. */
function oauthEvents(last: Moment, { problem, memberGuid }: Moment): readonly ConnectEvent[] {
  return problem === null || problem === 'CLOSED' || problem === last.problem
    ? []
    : [{ type: 'oauth-failed', memberGuid, reason: problem }];
}

function memberEvents(last: Moment, next: Moment, memberGuid: string): readonly ConnectEvent[] {
  const { status, data, isError, code } = next;
  const events: ConnectEvent[] = [];
  if (status !== undefined && status !== last.status) {
    events.push({ type: 'status-changed', memberGuid, status, previous: last.status });
  }
  if (data !== 'none' && last.data === 'none') {
    events.push({ type: 'data-ready', memberGuid });
  }
  if (data === 'all' && last.data !== 'all') {
    events.push({ type: 'member-connected', memberGuid });
  }
  if (next.hasNoAccount && !last.hasNoAccount) {
    events.push({ type: 'no-eligible-account', memberGuid });
  }
  if (next.isUnknownReturn && !last.isUnknownReturn) {
    events.push({ type: 'oauth-member-not-found', memberGuid });
  }
  if (isError && !last.isError && status !== undefined) {
    events.push({ type: 'member-error', memberGuid, status, code });
  }
  return events;
}

function dataOf(watch: MemberWatch | null, rest: StatusAtRest | null): Moment['data'] {
  if (watch?.reading?.connectionStatus !== 'CONNECTED') {
    return 'none';
  }
  if (rest !== null) {
    return rest.status.turn === 'done' ? 'all' : 'none';
  }
  const { isBeingAggregated, isAuthenticated, hasProcessedAccounts } = watch.reading;
  return isBeingAggregated && isAuthenticated && hasProcessedAccounts ? 'accounts' : 'none';
}

const TURNS_OF_ERRORS: readonly Turn[] = ['user', 'user-at-institution', 'wait', 'later', 'ended'];

const isErrorOf = ({ status: { name, turn } }: StatusAtRest) =>
  name !== 'CHALLENGED' && TURNS_OF_ERRORS.includes(turn);
