import { isQuiet } from './freshness.ts';
import type { Member } from './member.ts';
import type { StatusDetail } from './member-error.ts';
import { NO_DETAIL, statusAtRest } from './status-at-rest.ts';
import { statusRow, statusTable, type Remedy, type StatusRow } from './status.ts';

/** How one member among others stands, and what can be done about it. */
export interface MemberStanding {
  /**
   * The status to show. While a job runs it is that of a job that runs: what a member reports
   * then may be from before, and is not believed until the job has ended.
   */
  readonly status: StatusRow;
  /** What the API says besides, with the error as far as it counts. */
  readonly detail: StatusDetail;
  /** Connected, and new data is still coming in. */
  readonly isArriving: boolean;
  /** What it needs now, the one thing first. Empty when it needs nothing, or only time. */
  readonly remedies: readonly Remedy[];
  /** A person may ask for new data: a job may be started and none runs. */
  readonly canRefresh: boolean;
}

/** What is needed of a member to say how it stands. */
type Reported = Pick<Member, 'connectionStatus' | 'isBeingAggregated'> &
  Partial<StatusDetail & Pick<Member, 'isManual'>>;

/** Says how a member stands, from the status table, from its error and from whether a job runs. */
export function memberStanding(member: Reported): MemberStanding {
  const { isBeingAggregated, isManual = false } = member;
  const isRunning = !isQuiet(member);
  const { status, detail } = isRunning ? running(member) : statusAtRest(member);
  return {
    status,
    detail,
    isArriving: isRunning && status.turn === 'done',
    remedies: isManual ? [] : status.remedies.filter((remedy) => !LEADS_AWAY.includes(remedy)),
    canRefresh: !isBeingAggregated && !isManual && isRefreshable(status),
  };
}

function running({ connectionStatus }: Reported) {
  const reported = statusRow(connectionStatus);
  return { status: isTrueOfARunningJob(reported) ? reported : RUNNING, detail: NO_DETAIL };
}

const RUNNING: StatusRow = statusTable.UPDATED;

/** Nothing that a list has to offer: they lead out of a connection that is open. */
const LEADS_AWAY: readonly Remedy[] = ['finish', 'leave', 'cancel', 'close'];

/** A running job may well have connected, be slow, ask a question, or wait at the bank. */
const isTrueOfARunningJob = ({ turn, aggregate, poll }: StatusRow) =>
  turn === 'machine' || turn === 'done' || aggregate === 'after-answer' || poll === 'always';

const isRefreshable = ({ turn, aggregate }: StatusRow) =>
  turn === 'done' || aggregate === 'when-present' || aggregate === 'on-request';

/**
 * True for a member that the API aggregates only once the person is there: new, updated, or moved
 * to another data source.
 */
export function isWaitingForPresence({
  connectionStatus,
  isBeingAggregated,
}: Pick<Member, 'connectionStatus' | 'isBeingAggregated'>): boolean {
  return !isBeingAggregated && statusRow(connectionStatus).aggregate === 'when-present';
}
