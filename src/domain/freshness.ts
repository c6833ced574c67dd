import { challengeKey } from './challenge.ts';
import type { MemberStatus } from './member.ts';
import { statusRow, type ReportedStatus } from './status.ts';

/** What was known of a member before something was to change it. */
export type Before = Pick<MemberStatus, 'connectionStatus' | 'aggregatedAt'>;

/** What a job changes about a member. */
export type JobTraces = Before & Pick<MemberStatus, 'isBeingAggregated'>;

/** A job that was just started. Until its end is seen, the API may report what was before it. */
export interface Job {
  /** What was known before the job; `null` if nothing was. */
  readonly before: Before | null;
  /** The `challengeKey` of the questions just answered: reported again, they are old news. */
  readonly answered: string | null;
  readonly seenRunning: boolean;
  /**
   * Since when each reading has had the same final status and no running aggregation, or has still
   * had the questions just answered.
   */
  readonly quietSince: number | null;
}

/**
 * Two quiet readings in a row end a job if they are this far apart. A server may answer reads that
 * follow each other closely with the same response of the API.
 */
const QUIET_MS = 2_500;

/** Questions that are still reported this long after their answer are asked again. */
const ASKED_AGAIN_MS = 10_000;

/** Returns the job after one more reading, or `null` once its end is seen. */
export function followJob(
  job: Job,
  reading: MemberStatus,
  hasChanged: boolean,
  now: number,
): Job | null {
  const { connectionStatus, isBeingAggregated } = reading;
  const isAsked = connectionStatus === 'CHALLENGED';
  const isSame = isAsked
    ? job.answered !== null && !isAsking(reading, job.answered)
    : isQuiet(reading) && !isWorking(connectionStatus);
  const next: Job = {
    ...job,
    answered: isAsked ? job.answered : null,
    seenRunning: job.seenRunning || isBeingAggregated === true,
    quietSince: isSame ? ((hasChanged ? null : job.quietSince) ?? now) : null,
  };
  return isEnd(next, reading, now) ? null : next;
}

/** A changed status doesn't prove that the job has ended. The API may report one from before it. */
function isEnd({ before, seenRunning, quietSince }: Job, reading: MemberStatus, now: number) {
  if (quietSince === null) {
    return false;
  }
  if (reading.connectionStatus === 'CHALLENGED') {
    return now - quietSince >= ASKED_AGAIN_MS;
  }
  const isProven = seenRunning || (before !== null && isNewer(reading, before));
  return (isProven && reading.isBeingAggregated === false) || now - quietSince >= QUIET_MS;
}

/** The job that another page or device started, and that has led to CONNECTED since `before`. */
export const jobSince = (before: MemberStatus | null): Job | null =>
  before && {
    before,
    answered: null,
    seenRunning: before.isBeingAggregated === true,
    quietSince: null,
  };

/**
 * Whether the member is not being aggregated. If the API does not report that, a failure is
 * believed and a success is not.
 */
export const isQuiet = ({
  isBeingAggregated,
  connectionStatus,
}: Pick<MemberStatus, 'isBeingAggregated' | 'connectionStatus'>): boolean =>
  isBeingAggregated === false || (isBeingAggregated === null && !isDone(connectionStatus));

/** Whether the status says that the member is connected. */
export const isDone = (status: ReportedStatus): boolean => statusRow(status).turn === 'done';

/** Whether anything happened to a member since `before`. */
export const hasMoved = (before: Before, { isBeingAggregated, ...reading }: JobTraces): boolean =>
  isBeingAggregated === true ||
  reading.connectionStatus !== before.connectionStatus ||
  isNewer(reading, before);

/** Whether a job was started later than the one that `before` is about. */
export const isNewer = (
  reading: Pick<MemberStatus, 'aggregatedAt'>,
  before: Pick<MemberStatus, 'aggregatedAt'>,
): boolean => startOf(reading) > startOf(before);

const startOf = ({ aggregatedAt }: Pick<MemberStatus, 'aggregatedAt'>) =>
  Date.parse(aggregatedAt ?? '') || 0;

/** The response that starts a job names the status before its questions are there. */
export const isAsking = ({ challenges }: MemberStatus, answered: string | null): boolean =>
  challenges.length > 0 && challengeKey(challenges) !== answered;

/** Whether the status changes without the user. */
export const isMoving = (status: ReportedStatus): boolean => {
  const { poll } = statusRow(status);
  return poll === 'always' || poll === 'slowly';
};

/** Moving without another job, unlike a status that a job has yet to move. */
const isWorking = (status: ReportedStatus) =>
  isMoving(status) && statusRow(status).aggregate !== 'when-present';
