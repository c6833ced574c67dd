import type { AtriumError } from './errors.ts';
import { isMoving, isQuiet } from './freshness.ts';
import type { Member } from './member.ts';
import { DEFAULT_POLL_POLICY, isHopelessError, netDelay, type PollPolicy } from './polling.ts';
import { statusRow } from './status.ts';

/** What is known of a list of members when it is to be decided when to read it again. */
export interface MemberListFacts {
  /** Absent until the first answer. */
  readonly members: readonly Member[] | undefined;
  /** How long a member had been as it is when it was last read, in milliseconds. */
  readonly unchangedMs: (member: Member) => number;
  /** Why the last read failed; `null` if it did not. */
  readonly error: AtriumError | null;
  /** Members whose own status is read anyway: what is learned of them reaches the list. */
  readonly followed: readonly string[];
  /** A stream of events says when to read. */
  readonly isLive: boolean;
}

/** Between reads of a list in which nothing moves, in milliseconds. */
const RESTING_MS = 60_000;

/**
 * How long to wait before reading the whole list again, in milliseconds, or `false` to stop. The
 * pace is that of the member that has changed last, and slow for what may take an hour.
 *
 * Depends on its arguments alone, as `nextPollDelay` does and for the same reason. The times that
 * the API reports don't count, because the clock of the device may be wrong.
 */
export function nextListDelay(
  facts: MemberListFacts,
  policy: PollPolicy = DEFAULT_POLL_POLICY,
): number | false {
  const { members = [], error } = facts;
  if (error !== null && isHopelessError(error)) {
    return false;
  }
  const pace = Math.min(RESTING_MS, ...members.map((member) => paceOf(member, facts, policy)));
  return error === null ? pace : Math.max(pace, policy.slowMs, error.retryAfterMs ?? 0);
}

function paceOf(
  member: Member,
  { unchangedMs, followed, isLive }: MemberListFacts,
  policy: PollPolicy,
): number {
  const { guid, connectionStatus, isBeingAggregated } = member;
  const { poll, aggregate } = statusRow(connectionStatus);
  // One that waits for the person to be there moves only once a job has been started.
  const isAtRest = isQuiet(member) && (!isMoving(connectionStatus) || aggregate === 'when-present');
  if (isAtRest || followed.includes(guid)) {
    return RESTING_MS;
  }
  const runningFor = unchangedMs(member);
  if (runningFor >= policy.deadlineMs) {
    return RESTING_MS;
  }
  const isSlow = !isBeingAggregated || poll === 'slowly' || runningFor >= policy.steadyUntilMs;
  const isSteady = runningFor >= policy.fastForMs;
  const usual = isSlow ? policy.slowMs : isSteady ? policy.steadyMs : policy.fastMs;
  return isLive ? netDelay(usual, runningFor, policy) : usual;
}

/** The members that sign in with credentials at an institution. */
export const loginsAt = (institutionCode: string, members: readonly Member[]): readonly Member[] =>
  members.filter(
    (member) => member.institutionCode === institutionCode && !member.isOauth && !member.isManual,
  );

/**
 * The members just read, with those that have not changed being the same objects as before: so
 * that a change of one is a change of one, also when others have come or gone.
 */
export function keepUnchanged(
  before: readonly Member[] | undefined,
  now: readonly Member[],
): readonly Member[] {
  const known = new Map(before?.map((member) => [member.guid, member]));
  const kept = now.map((member) => {
    const old = known.get(member.guid);
    return old !== undefined && isSame(old, member) ? old : member;
  });
  const isUnchanged =
    kept.length === before?.length && kept.every((member, index) => member === before[index]);
  return isUnchanged ? before : kept;
}

/** A member, and the error that it may have, hold nothing but words, numbers, yes and no. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || !isObject(one) || !isObject(other)) {
    return one === other;
  }
  const fields: ReadonlySet<string> = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => isSame(Reflect.get(one, field), Reflect.get(other, field)));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
