import type { ConnectingPace } from './connection-facts.ts';
import type { AtriumError, AtriumErrorKind } from './errors.ts';
import { isGone, isSettled, type MemberWatch } from './watch.ts';

/** How often the status of a member is read, and for how long. All times in milliseconds. */
export interface PollPolicy {
  /** Between reads at first. MX asks for at least 3,000. Default 3,000. */
  readonly fastMs: number;
  /** How long the fast pace lasts. Default 60,000. */
  readonly fastForMs: number;
  /** Between reads after that. Default 5,000. */
  readonly steadyMs: number;
  /** How long after the start the steady pace ends. Default 120,000. */
  readonly steadyUntilMs: number;
  /** Between reads until the deadline, and when the institution is known to be slow. Default 10,000. */
  readonly slowMs: number;
  /** Between looks at whether an open question is still asked: a bank waits only so long. Default 60,000. */
  readonly questionMs: number;
  /** When to stop and let the person decide. Default 600,000 (10 minutes). */
  readonly deadlineMs: number;
  /** The same while the person is at the institution's own page. Default 3,600,000 (an hour). */
  readonly pendingDeadlineMs: number;
  /** Failed reads in a row after which the person is told. Reading goes on. Default 3. */
  readonly errorBudget: number;
}

export const DEFAULT_POLL_POLICY: PollPolicy = {
  fastMs: 3_000,
  fastForMs: 60_000,
  steadyMs: 5_000,
  steadyUntilMs: 120_000,
  slowMs: 10_000,
  questionMs: 60_000,
  deadlineMs: 600_000,
  pendingDeadlineMs: 3_600_000,
  errorBudget: 3,
};

/** So soon after the start a status is read at the usual pace, whether or not events come. */
const NET_FROM_MS = 15_000;
const NET_MS = 15_000;
const SLOW_NET_MS = 30_000;

/**
 * How far apart reads may be while a stream of events says when to read: a net for what it does
 * not tell. MX tells of a question, a refusal and the end of a job, but not of one that has failed
 * nor of how far it has come, and a person who has just started a job is looking. So the first
 * seconds keep the usual pace, for four reads more: news then comes after 3 seconds and not 15.
 *
 * The moments at which something else is said of the wait are not stepped over.
 */
export function netDelay(usualMs: number, runningForMs: number, policy: PollPolicy): number {
  if (runningForMs < NET_FROM_MS) {
    return usualMs;
  }
  const net = runningForMs < policy.steadyUntilMs ? NET_MS : SLOW_NET_MS;
  const moments = [policy.fastForMs, policy.deadlineMs].filter((ms) => ms > runningForMs);
  return Math.max(usualMs, Math.min(net, ...moments.map((ms) => ms - runningForMs)));
}

/** Reading again can't help: the session is over, access was refused, or nothing is there. */
const HOPELESS: readonly AtriumErrorKind[] = ['unauthorized', 'forbidden', 'not-found'];

/**
 * How long to wait before reading the status again, in milliseconds, or `false` to stop. While a
 * stream of events is there (`isLive`), it is longer, unless the last read has failed.
 *
 * The query layer asks on every render and restarts its timer whenever the answer changes. It
 * must depend on its arguments alone: with a clock or a random number in here, a component that
 * renders often would never poll again.
 */
export function nextPollDelay(
  watch: MemberWatch,
  policy: PollPolicy,
  isLive = false,
): number | false {
  if (isHopeless(watch)) {
    return false;
  }
  if (watch.misses === 0 && isSettled(watch) && watch.visit === null) {
    return watch.reading?.connectionStatus === 'CHALLENGED' && policy.questionMs;
  }
  if (watch.misses === 0 && isOverdue(watch, policy)) {
    return false;
  }
  const isDoubted = isInDoubt(watch);
  const usual = isDoubted ? policy.fastMs : pace(watch, policy);
  const isNet = isLive && watch.failures === 0 && !isDoubted;
  const paced = isNet ? netDelay(usual, watch.at - watch.startedAt, policy) : usual;
  const delay = Math.max(paced, backOff(watch, policy));
  return Math.round(delay * (1 + spread(watch.guid)));
}

/** True once the deadline has passed without a result: time to let the person decide. */
export function isOverdue(watch: MemberWatch, policy: PollPolicy): boolean {
  const isAtInstitution = isPending(watch) || watch.visit !== null;
  const deadline = isAtInstitution ? policy.pendingDeadlineMs : policy.deadlineMs;
  return watch.at - watch.startedAt >= deadline;
}

/** True once the fast pace is over: time to say that it is taking longer than usual. */
export function isSlow(watch: MemberWatch, policy: PollPolicy): boolean {
  return (
    watch.at - watch.startedAt >= policy.fastForMs || watch.reading?.connectionStatus === 'DELAYED'
  );
}

/**
 * True once the API has dropped a member that the person never signed in for: it does so after an
 * hour, and its status then returns 404.
 */
export function isExpired(watch: MemberWatch, policy: PollPolicy): boolean {
  return isPending(watch) && (isGone(watch) || isOverdue(watch, policy));
}

/** True once so many reads in a row have failed that the person is to be told. */
export function isUnreachable(watch: MemberWatch, policy: PollPolicy): boolean {
  return watch.failures >= policy.errorBudget || isHopeless(watch);
}

/** How the wait for a running job is to be spoken of. */
export function paceOf(watch: MemberWatch, policy: PollPolicy): ConnectingPace {
  if (isUnreachable(watch, policy)) {
    return 'unreachable';
  }
  if (isOverdue(watch, policy)) {
    return 'stalled';
  }
  return isSlow(watch, policy) ? 'slow' : 'usual';
}

/** Whether retrying the read can't succeed (401, 403, or a member that is gone). */
export function isHopeless(watch: MemberWatch): boolean {
  const { error, misses } = watch;
  return misses > 0 ? isGone(watch) : error !== null && isHopelessError(error);
}

/** Whether retrying can't succeed after this error alone. */
export const isHopelessError = ({ kind }: AtriumError): boolean => HOPELESS.includes(kind);

/** What one more reading decides: a 404, or a final status whose job may not have ended. */
const isInDoubt = ({ misses, job }: MemberWatch) =>
  misses > 0 || (job !== null && job.quietSince !== null);

function pace(watch: MemberWatch, policy: PollPolicy): number {
  const elapsed = watch.at - watch.startedAt;
  if (elapsed >= policy.steadyUntilMs || watch.reading?.connectionStatus === 'DELAYED') {
    return policy.slowMs;
  }
  return elapsed >= policy.fastForMs ? policy.steadyMs : policy.fastMs;
}

/** Doubles with every failure up to the slow pace, and never asks sooner than the server said. */
function backOff({ failures, error }: MemberWatch, { fastMs, slowMs }: PollPolicy): number {
  const doubled = failures === 0 ? 0 : Math.min(fastMs * 2 ** (failures - 1), slowMs);
  return Math.max(doubled, error?.retryAfterMs ?? 0);
}

const isPending = ({ reading }: MemberWatch) => reading?.connectionStatus === 'PENDING';

/** Up to a tenth more, always the same for one member, so that not all of them ask at once. */
export function spread(guid: string): number {
  let hash = 0;
  for (const character of guid) {
    hash = (hash * 31 + character.charCodeAt(0)) % 1_000;
  }
  return hash / 10_000;
}
