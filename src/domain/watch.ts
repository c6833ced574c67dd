import { challengeKey, isRepeated, type Challenge, type ChallengeRound } from './challenge.ts';
import type { AtriumError } from './errors.ts';
import type { MemberStatus } from './member.ts';
import { statusRow, type ReportedStatus } from './status.ts';

/**
 * What has been learned by watching one member: a fold over the answers of the status endpoint.
 * It holds everything that the polling policy and the step of a connection are derived from.
 */
export interface MemberWatch {
  readonly guid: string;
  /** When this watch began, in epoch milliseconds. */
  readonly startedAt: number;
  /** When the last answer or failure came, in epoch milliseconds. */
  readonly at: number;
  /** The last answer. A failed read leaves it as it was. */
  readonly reading: MemberStatus | null;
  /** What was reported before the present status, to tell a second question from a first. */
  readonly previousStatus: ReportedStatus | undefined;
  /** The questions last answered from here, until their job has come to an end. */
  readonly answered: readonly Challenge[];
  /** The job that this page has started, while its end is not known. */
  readonly job: Job | null;
  /** What was known when the person left for the institution's page, until that has changed. */
  readonly visit: Before | null;
  /** Failed reads since the last answer. */
  readonly failures: number;
  /** Why the last read failed; `null` once one succeeds. */
  readonly error: AtriumError | null;
}

/** What a change is told by. */
type Before = Pick<MemberStatus, 'connectionStatus' | 'aggregatedAt' | 'error'>;

/** A job that was just started. Until it is seen to end, the API may report what was before it. */
export interface Job {
  /** What was known before the job; `null` if nothing was. */
  readonly before: Before | null;
  /** The `challengeKey` of the questions just answered: reported again, they are old news. */
  readonly answered: string | null;
  readonly seenRunning: boolean;
  /** Since when every answer has said that the member was not being aggregated. */
  readonly quietSince: number | null;
}

/**
 * Two quiet answers in a row end a job, if they are this far apart: a server may answer reads that
 * follow each other closely with one and the same answer of the API.
 */
const QUIET_MS = 2_500;

/** A watch on which nothing has come in yet. */
export function startWatch(guid: string, now: number): MemberWatch {
  return {
    guid,
    startedAt: now,
    at: now,
    reading: null,
    previousStatus: undefined,
    answered: [],
    job: null,
    visit: null,
    failures: 0,
    error: null,
  };
}

/** The status endpoint has answered. */
export function observe(watch: MemberWatch, reading: MemberStatus, now: number): MemberWatch {
  const changed = reading.connectionStatus !== watch.reading?.connectionStatus;
  const next: MemberWatch = {
    ...watch,
    job: watch.job && follow(watch.job, reading, now),
    visit: watch.visit && hasMoved(watch.visit, reading) ? null : watch.visit,
    startedAt: isPersonsTurnOver(watch, reading) ? now : watch.startedAt,
    at: now,
    reading,
    previousStatus: changed ? watch.reading?.connectionStatus : watch.previousStatus,
    failures: 0,
    error: null,
  };
  const isOver = isSettled(next) && reading.connectionStatus !== 'CHALLENGED';
  return isOver ? { ...next, answered: [] } : next;
}

/** The time that a person took, over a question or at the bank, does not count as waiting. */
function isPersonsTurnOver(watch: MemberWatch, reading: MemberStatus): boolean {
  const wasPending = watch.reading?.connectionStatus === 'PENDING';
  return watch.visit === null
    ? isSettled(watch) || (wasPending && reading.connectionStatus !== 'PENDING')
    : hasMoved(watch.visit, reading);
}

const hasMoved = (before: Before, { isBeingAggregated, ...reading }: JobTraces) =>
  isBeingAggregated ||
  reading.connectionStatus !== before.connectionStatus ||
  reading.aggregatedAt !== before.aggregatedAt ||
  isOtherError(before, reading);

/**
 * Another error is the work of another job. One that is gone, or that was not there, may merely
 * have been taken back before the job, or told late.
 */
const isOtherError = (before: Before, { error }: Before) =>
  error !== null && before.error !== null && error.code !== before.error.code;

function follow(job: Job, reading: MemberStatus, now: number): Job | null {
  const next: Job = {
    ...job,
    answered: reading.connectionStatus === 'CHALLENGED' ? job.answered : null,
    seenRunning: job.seenRunning || reading.isBeingAggregated,
    quietSince: reading.isBeingAggregated ? null : (job.quietSince ?? now),
  };
  return hasEnded(next, reading, now) ? null : next;
}

/** The freshness rule: a final status is believed only once the job is seen to have ended. */
function hasEnded(job: Job, reading: MemberStatus, now: number): boolean {
  if (reading.isBeingAggregated || isWorking(reading.connectionStatus)) {
    return false;
  }
  if (reading.connectionStatus === 'CHALLENGED') {
    return isAsking(reading, job.answered);
  }
  return (
    job.seenRunning ||
    (job.quietSince !== null && now - job.quietSince >= QUIET_MS) ||
    (job.before !== null && hasMoved(job.before, reading))
  );
}

const isMoving = (status: ReportedStatus) => {
  const { poll } = statusRow(status);
  return poll === 'always' || poll === 'slowly';
};

/** The answer that starts a job names the status without the questions, which are yet to come. */
const isAsking = ({ challenges }: MemberStatus, answered: string | null) =>
  challenges.length > 0 && challengeKey(challenges) !== answered;

/** Moving by itself, unlike a status that another job has to move on. */
const isWorking = (status: ReportedStatus) =>
  isMoving(status) && statusRow(status).aggregate !== 'when-present';

/** So long a job that was started may leave no trace in what is read; no longer is believed. */
const TRACELESS_MS = 10_000;

/**
 * Whether what is read elsewhere, such as in a list, tells of the time after the job that this
 * page has started. If it does not, the job still runs, whatever it says.
 */
export function isNewsOf({ job, startedAt }: MemberWatch, read: JobTraces, now: number): boolean {
  return (
    job === null ||
    read.isBeingAggregated ||
    (job.before !== null && hasMoved(job.before, read)) ||
    now - startedAt >= TRACELESS_MS
  );
}

type JobTraces = Before & Pick<MemberStatus, 'isBeingAggregated'>;

/** The read has failed. What was known stays known. */
export function observeFailure(watch: MemberWatch, error: AtriumError, now: number): MemberWatch {
  return { ...watch, at: now, failures: watch.failures + 1, error };
}

/** What is known of a job that was just started. */
export interface ExpectedJob {
  /** The questions just answered. */
  readonly answered?: string | null | undefined;
  /** What starting it answered, if anything. */
  readonly reading?: MemberStatus | undefined;
  /** What was known before, where the watch has not read anything. */
  readonly known?: Before | undefined;
  /** When the person began to wait for it, in epoch milliseconds. Default: now. */
  readonly since?: number | undefined;
}

const NEVER_READ: Before = { connectionStatus: 'CREATED', aggregatedAt: null, error: null };

/**
 * This page has started a job: the time starts anew, unless the person has been waiting for it
 * all along, and what is reported is doubted until the job is seen to have ended.
 */
export function expectJob(
  watch: MemberWatch,
  now: number,
  { answered = null, reading, known = NEVER_READ, since = now }: ExpectedJob = {},
): MemberWatch {
  const { connectionStatus, aggregatedAt, error } = watch.reading ?? known;
  const asked = watch.reading?.challenges ?? [];
  return {
    ...startWatch(watch.guid, now),
    startedAt: since,
    reading: reading ?? watch.reading,
    previousStatus: watch.reading?.connectionStatus,
    answered: challengeKey(asked) === answered ? asked : [],
    job: {
      before: { connectionStatus, aggregatedAt, error },
      answered,
      seenRunning: false,
      quietSince: null,
    },
  };
}

/**
 * The person leaves for the institution's page. Whatever the status, it is read on until it
 * changes, for nothing else may tell that they are done.
 */
export function beginVisit(watch: MemberWatch, now: number): MemberWatch {
  const { connectionStatus = 'PENDING', aggregatedAt = null, error = null } = watch.reading ?? {};
  const visit = { connectionStatus, aggregatedAt, error };
  // A member that is PENDING goes on being counted from its creation: it is dropped after an hour.
  return connectionStatus === 'PENDING'
    ? { ...watch, visit }
    : { ...restartWatch(watch, now), visit };
}

/**
 * The person is back, and says that it went well. The API starts a job by itself: what was
 * reported before is doubted until its end is seen, unless that has been seen already.
 */
export function expectReturn(watch: MemberWatch, now: number): MemberWatch {
  if (watch.reading !== null && watch.visit === null) {
    return watch;
  }
  const { job, ...next } = expectJob(watch, now);
  return { ...next, job: job && { ...job, before: watch.visit } };
}

/** Watches on with a fresh deadline and a fresh error budget. What was known stays known. */
export function restartWatch(watch: MemberWatch, now: number): MemberWatch {
  return { ...watch, startedAt: now, at: now, failures: 0, error: null };
}

/**
 * Whether the reported status is to be acted on. While it is not, the machine is still at work,
 * whatever the status says.
 */
export function isSettled(watch: MemberWatch): boolean {
  const { reading, job } = watch;
  if (reading === null || isMoving(reading.connectionStatus)) {
    return false;
  }
  if (reading.connectionStatus === 'CHALLENGED') {
    return isAsking(reading, job?.answered ?? null);
  }
  return job === null && !reading.isBeingAggregated;
}

/**
 * How the present questions follow the last answers. REJECTED may come and go between two reads,
 * and then only the questions can tell.
 */
export function challengeRound({ reading, previousStatus, answered }: MemberWatch): ChallengeRound {
  if (previousStatus === 'REJECTED') {
    return 'rejected';
  }
  return isRepeated(reading?.challenges ?? [], answered) ? 'repeated' : 'new';
}

/**
 * Whether the reported status tells of now. One that is reported from before the job that was
 * started, or from before one that somebody else has started, does not.
 */
export function isBelieved(watch: MemberWatch): boolean {
  const { reading, job } = watch;
  if (reading === null) {
    return false;
  }
  const { turn } = statusRow(reading.connectionStatus);
  return (
    isSettled(watch) ||
    turn === 'machine' ||
    reading.connectionStatus === 'PENDING' ||
    (turn === 'done' && reading.isBeingAggregated) ||
    (job !== null &&
      job.before !== null &&
      job.before.connectionStatus !== reading.connectionStatus)
  );
}
