import type { Facts, Job, JobKind } from './facts.ts';
import { guidOf } from './guids.ts';
import { planJob, planResume, planUpdate, type JobRequest, type Plan } from './jobs.ts';
import { CONNECTS, type Outcome } from './magic-passwords.ts';
import type { Member } from './member.ts';
import { outcomeOfCredentials } from './outcomes.ts';

/** The timing of a sandbox, in milliseconds. */
export interface Timing {
  /** How long a bank waits for an answer before the member is EXPIRED. Default: 10 minutes. */
  readonly challengeExpiryMs: number;
  /** For how long after a job starts the state before it is still reported. Default: 0. */
  readonly reportLateMs: number;
  /** While reporting late, whether even the job is hidden. Default: false. */
  readonly hideJobWhileLate: boolean;
}

const HOUR_MS = 60 * 60 * 1000;

/** MX updates a connected member every day. */
const BACKGROUND_EVERY_MS = 24 * HOUR_MS;

/** A member that waits for OAuth any longer is deleted. */
const PENDING_FOR_MS = HOUR_MS;

/** The statuses that background aggregation touches. */
const backgroundStatuses: readonly Facts['connectionStatus'][] = [
  'CONNECTED',
  'CREATED',
  'UPDATED',
];

/** The statuses in which MX starts no job, whoever asks. */
const joblessStatuses: readonly Facts['connectionStatus'][] = [
  null,
  'PREVENTED',
  'DISCONTINUED',
  'CLOSED',
  'DISABLED',
  'IMPORTED',
  'PENDING',
];

/** Whether a job asked for now would start: the API answers the same either way. */
export function wouldStart({ facts, institution }: Member, kind: JobKind, now: number): boolean {
  const isThrottled =
    kind === 'aggregate' &&
    facts.connectionStatus === 'CONNECTED' &&
    facts.successfullyAggregatedAt !== null &&
    now - facts.successfullyAggregatedAt < institution.throttleMs;
  return !isThrottled && !joblessStatuses.includes(facts.connectionStatus);
}

/** Starts a job with the credentials that the member has. */
export function startJob(
  member: Member,
  kinds: readonly JobKind[],
  at: number,
  timing: Timing,
): Member {
  const job = newJob(member, kinds);
  return begin(member, planJob, request(member, job, at, nextOutcome(member), timing), timing);
}

/** Starts the aggregation that nobody asked for. */
function startInBackground(member: Member, at: number, timing: Timing): Member {
  const job = { ...newJob(member, ['aggregate']), isBackground: true };
  return begin(member, planJob, request(member, job, at, nextOutcome(member), timing), timing);
}

/** Starts the job that follows new credentials. */
export function startUpdate(member: Member, at: number, timing: Timing): Member {
  const renewed = { ...member, attempts: 0 };
  const job = newJob(renewed, ['aggregate']);
  return begin(
    renewed,
    planUpdate,
    request(renewed, job, at, nextOutcome(renewed), timing),
    timing,
  );
}

/** Starts a job that turns out as told: what comes of an OAuth page. */
export function startAs(
  member: Member,
  kinds: readonly JobKind[],
  outcome: Outcome,
  at: number,
  timing: Timing,
): Member {
  const job = newJob(member, kinds);
  return begin(member, planJob, request(member, job, at, outcome, timing), timing);
}

/** Goes on with the job that had been waiting for answers. */
export function resume(member: Member, outcome: Outcome, at: number, timing: Timing): Member {
  const job = member.facts.job ?? newJob(member, ['aggregate']);
  return {
    ...begin(member, planResume, request(member, job, at, outcome, timing), timing),
    attempts: member.attempts,
  };
}

/** Each round of a member has its own number, so each job has its own guid. */
export function newJob({ guid, rounds }: Member, kinds: readonly JobKind[]): Job {
  return { guid: guidOf('JOB', `${guid} ${rounds}`), kinds, isBackground: false };
}

function nextOutcome({ institution, credentials, isOauth, attempts }: Member): Outcome {
  return isOauth && credentials.length === 0
    ? CONNECTS
    : outcomeOfCredentials(institution.fields, credentials, attempts + 1);
}

function request(
  { guid, rounds }: Member,
  job: Job,
  startAt: number,
  outcome: Outcome,
  { challengeExpiryMs }: Timing,
): JobRequest {
  return { job, startAt, outcome, round: `${guid} ${rounds}`, challengeExpiryMs };
}

function begin(
  member: Member,
  plan: (facts: Facts, jobRequest: JobRequest) => Plan,
  jobRequest: JobRequest,
  { reportLateMs, hideJobWhileLate }: Timing,
): Member {
  const { facts, steps } = plan(member.facts, jobRequest);
  const before = hideJobWhileLate ? member.facts : { ...member.facts, job: jobRequest.job };
  const until = jobRequest.startAt + reportLateMs;
  return {
    ...member,
    facts,
    steps: steps.toSorted((one, other) => one.at - other.at),
    attempts: member.attempts + 1,
    rounds: member.rounds + 1,
    late: reportLateMs > 0 ? { until, facts: before } : null,
  };
}

/** Whether the member's user lets MX update it, and since when. */
export interface BackgroundRule {
  readonly isDisabled: boolean;
  readonly enabledSince: number;
}

/** Is told of each step as it comes true, at the time that it was meant to. */
export type OnStep = (before: Facts, after: Member, at: number) => void;

/** The member as it is by `now`: what was to come has come. `null` once MX has deleted it. */
export function settle(
  member: Member,
  rule: BackgroundRule,
  now: number,
  timing: Timing,
  onStep: OnStep,
): Member | null {
  let current = pass(member, now, onStep);
  for (;;) {
    const dueAt = backgroundDueAt(current, rule);
    if (dueAt === null || dueAt > now) {
      break;
    }
    current = pass(startInBackground({ ...current, late: null }, dueAt, timing), now, onStep);
  }
  const goesAt = deletedAt(current);
  return goesAt !== null && goesAt <= now ? null : current;
}

/** When MX deletes the member, if nobody comes before. */
export function deletedAt({ facts: { pendingSince } }: Member): number | null {
  return pendingSince === null ? null : pendingSince + PENDING_FOR_MS + 1;
}

/** When something will come true of a member that is settled; `Infinity` if nothing will. */
export function nextChangeOf(member: Member, rule: BackgroundRule): number {
  const times = [member.steps[0]?.at, deletedAt(member), backgroundDueAt(member, rule)];
  return Math.min(...times.map((time) => time ?? Infinity));
}

/** Lets every step come true whose time has come. */
function pass(member: Member, now: number, onStep: OnStep): Member {
  return member.steps
    .filter(({ at }) => at <= now)
    .reduce<Member>((before, { at, patch }) => {
      const facts = { ...before.facts, ...patch };
      const isOauth = before.isOauth || facts.connectionStatus === 'PENDING';
      const after = { ...before, facts, isOauth, steps: before.steps.slice(1) };
      onStep(before.facts, after, at);
      return after;
    }, member);
}

function backgroundDueAt(
  { facts, createdAt, steps, isBackgroundDisabled }: Member,
  { isDisabled, enabledSince }: BackgroundRule,
): number | null {
  const isEligible =
    !isDisabled &&
    !isBackgroundDisabled &&
    facts.job === null &&
    steps.length === 0 &&
    backgroundStatuses.includes(facts.connectionStatus);
  return isEligible
    ? Math.max((facts.aggregatedAt ?? createdAt) + BACKGROUND_EVERY_MS, enabledSince)
    : null;
}
