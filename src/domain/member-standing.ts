import type { Member } from './member.ts';
import { statusRow, statusTable, type Remedy, type StatusRow } from './status.ts';

/** How one member among others stands, and what can be done about it. */
export interface MemberStanding {
  /**
   * The status to show. While a job runs it is that of a job that runs: what a member reports
   * then may be from before, and is not believed until the job has ended.
   */
  readonly status: StatusRow;
  /** Connected, and new data is still coming in. */
  readonly isArriving: boolean;
  /** What it needs now, the one thing first. Empty when it needs nothing, or only time. */
  readonly remedies: readonly Remedy[];
  /** A person may ask for new data: a job may be started and none runs. */
  readonly canRefresh: boolean;
}

/** Says how a member stands, from the status table and from whether a job runs. */
export function memberStanding({
  connectionStatus,
  isBeingAggregated,
}: Pick<Member, 'connectionStatus' | 'isBeingAggregated'>): MemberStanding {
  const reported = statusRow(connectionStatus);
  const status = isBeingAggregated && !isTrueOfARunningJob(reported) ? RUNNING : reported;
  return {
    status,
    isArriving: isBeingAggregated && status.turn === 'done',
    remedies: status.remedies.filter((remedy) => !LEADS_AWAY.includes(remedy)),
    canRefresh: !isBeingAggregated && isRefreshable(status),
  };
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
