import {
  challengeFormKey,
  challengeKey,
  isRepeated,
  type Challenge,
  type ChallengeRound,
} from './challenge.ts';
import type { AtriumError } from './errors.ts';
import {
  followJob,
  hasMoved,
  isAsking,
  isDone,
  isMoving,
  isNewer,
  isQuiet,
  jobSince,
  type Before,
  type Job,
  type JobTraces,
} from './freshness.ts';
import type { MemberStatus } from './member.ts';
import { statusRow, type ReportedStatus } from './status.ts';

export type { Job } from './freshness.ts';

/**
 * What has been learned by watching one member: a fold over the answers of the status endpoint.
 * It holds everything that the polling policy and the step of a connection are derived from.
 */
export interface MemberWatch {
  readonly guid: string;
  /**
   * When this watch began, in milliseconds of a monotonic clock such as `performance.now()`. All
   * times of a watch are of that clock, because the clock of a device may be set at any moment.
   */
  readonly startedAt: number;
  /** When the last response or failure came. */
  readonly at: number;
  /** The last answer. A failed read leaves it as it was. */
  readonly reading: MemberStatus | null;
  /** What was reported before the present status, to tell a second question from a first. */
  readonly previousStatus: ReportedStatus | undefined;
  /** The questions last answered from here, until their job has come to an end. */
  readonly answered: readonly Challenge[];
  /** Whether the present questions have replaced others that were not answered. */
  readonly isReplaced: boolean;
  /** The job that this page has started, while its end is not known. */
  readonly job: Job | null;
  /** What was known when the person left for the institution's page, until that has changed. */
  readonly visit: Before | null;
  /** Failed reads since the last answer, without those that returned 404. */
  readonly failures: number;
  /** Reads in a row that returned 404. */
  readonly misses: number;
  /** Why the last read failed; `null` once one succeeds. */
  readonly error: AtriumError | null;
}

/** A watch on which nothing has come in yet. */
export function startWatch(guid: string, now: number): MemberWatch {
  return {
    guid,
    startedAt: now,
    at: now,
    reading: null,
    previousStatus: undefined,
    answered: [],
    isReplaced: false,
    job: null,
    visit: null,
    failures: 0,
    misses: 0,
    error: null,
  };
}

/** The status endpoint has answered. */
export function observe(watch: MemberWatch, reading: MemberStatus, now: number): MemberWatch {
  const { connectionStatus } = reading;
  const hasChanged = connectionStatus !== watch.reading?.connectionStatus;
  // A change to CONNECTED is doubted, whoever has started the job that led to it.
  const job =
    watch.job ?? (hasChanged && isDone(connectionStatus) ? jobSince(watch.reading) : null);
  const next: MemberWatch = {
    ...watch,
    job: job && followJob(job, reading, hasChanged, now),
    visit: watch.visit && hasMoved(watch.visit, reading) ? null : watch.visit,
    startedAt: isPersonsTurnOver(watch, reading) ? now : watch.startedAt,
    at: now,
    reading,
    previousStatus: hasChanged ? watch.reading?.connectionStatus : watch.previousStatus,
    failures: 0,
    misses: 0,
    error: null,
  };
  const isOver = isSettled(next) && connectionStatus !== 'CHALLENGED';
  return {
    ...next,
    answered: isOver ? [] : next.answered,
    isReplaced: isOpen(next) && isOpen(watch) && isOtherForm(watch, reading),
  };
}

/** Whether there are questions for the user to answer. */
const isOpen = (watch: MemberWatch) =>
  watch.reading?.connectionStatus === 'CHALLENGED' && isSettled(watch);

const isOtherForm = (watch: MemberWatch, { challenges }: MemberStatus) =>
  watch.isReplaced ||
  challengeFormKey(watch.reading?.challenges ?? []) !== challengeFormKey(challenges);

/** The time that a person took, over a question or at the bank, does not count as waiting. */
function isPersonsTurnOver(watch: MemberWatch, reading: MemberStatus): boolean {
  const wasPending = watch.reading?.connectionStatus === 'PENDING';
  return watch.visit === null
    ? isSettled(watch) || (wasPending && reading.connectionStatus !== 'PENDING')
    : hasMoved(watch.visit, reading);
}

/** How long a new job, or the member that it is of, may not show in what the API returns. */
const TRACELESS_MS = 10_000;

/**
 * Whether the member no longer exists. A 404 is final where nothing was read and no job is known.
 * Otherwise it takes two in a row, and all are forgiven just after a member that was read has got
 * a new job, because the API may not find a new member yet.
 */
export const isGone = ({ misses, reading, job, at, startedAt }: MemberWatch): boolean =>
  misses > ((reading ?? job) ? 1 : 0) &&
  (reading === null || job === null || at - startedAt >= TRACELESS_MS);

/**
 * Whether what is read elsewhere, such as in a list, tells of the time after the job that this
 * page has started. If it does not, the job still runs, whatever it says.
 */
export function isNewsOf({ job, startedAt }: MemberWatch, read: JobTraces, now: number): boolean {
  return (
    job === null ||
    read.isBeingAggregated === true ||
    (job.before !== null && isNewer(read, job.before)) ||
    now - startedAt >= TRACELESS_MS
  );
}

/** The read has failed. What was known stays known. */
export function observeFailure(watch: MemberWatch, error: AtriumError, now: number): MemberWatch {
  return error.kind === 'not-found'
    ? { ...watch, at: now, misses: watch.misses + 1, error }
    : { ...watch, at: now, failures: watch.failures + 1, misses: 0, error };
}

/** What is known of a job that was just started. */
export interface ExpectedJob {
  /** The questions just answered. */
  readonly answered?: readonly Challenge[] | undefined;
  /** What starting it answered, if anything. */
  readonly reading?: MemberStatus | undefined;
  /** What was known before, where the watch has not read anything. */
  readonly known?: Before | undefined;
  /** When the user began to wait for it. Defaults to now. */
  readonly since?: number | undefined;
}

const NEVER_READ: Before = { connectionStatus: 'CREATED', aggregatedAt: null };

/**
 * This page has started a job: the time starts anew, unless the person has been waiting for it
 * all along, and what is reported is doubted until the job is seen to have ended.
 */
export function expectJob(
  watch: MemberWatch,
  now: number,
  { answered = [], reading, known = NEVER_READ, since = now }: ExpectedJob = {},
): MemberWatch {
  return {
    ...startWatch(watch.guid, now),
    startedAt: since,
    reading: reading ?? watch.reading,
    previousStatus: watch.reading?.connectionStatus,
    answered,
    job: {
      before: watch.reading ?? known,
      answered: answered.length > 0 ? challengeKey(answered) : null,
      // A job that waits for an answer runs on once it has one, and the next one is another job.
      seenRunning: answered.length > 0 && watch.reading?.isBeingAggregated === true,
      quietSince: null,
    },
  };
}

/**
 * The person leaves for the institution's page. Whatever the status, it is read on until it
 * changes, for nothing else may tell that they are done.
 */
export function beginVisit(watch: MemberWatch, now: number): MemberWatch {
  const visit: Before = watch.reading ?? { connectionStatus: 'PENDING', aggregatedAt: null };
  // A member that is PENDING goes on being counted from its creation: it is dropped after an hour.
  return visit.connectionStatus === 'PENDING'
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
  return { ...watch, startedAt: now, at: now, failures: 0, misses: 0, error: null };
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
  return job === null && isQuiet(reading);
}

/**
 * How the present questions follow the last answers. REJECTED may come and go between two reads,
 * and then only the questions can tell.
 */
export function challengeRound({
  reading,
  previousStatus,
  answered,
  isReplaced,
}: MemberWatch): ChallengeRound {
  if (isReplaced) {
    return 'replaced';
  }
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
  const { reading } = watch;
  if (reading === null) {
    return false;
  }
  const { turn } = statusRow(reading.connectionStatus);
  return (
    isSettled(watch) ||
    turn === 'machine' ||
    reading.connectionStatus === 'PENDING' ||
    (turn === 'done' && reading.isBeingAggregated === true)
  );
}
