import type { ConnectionStatusName } from '../domain/status.ts';
import { challengesFor } from './challenges.ts';
import { legacyStatusOf, type Facts, type Job, type JobKind, type Step } from './facts.ts';
import { CONNECTS, type Connecting, type Outcome } from './magic-passwords.ts';
import { heldAccounts, type MemberErrorCode } from './member-errors.ts';

/** When each stage of a job is reached, in milliseconds after its start. */
const STAGE_MS = {
  updated: 200,
  requested: 300,
  verdict: 600,
  connected: 900,
  accounts: 1_200,
  transactions: 1_500,
  done: 1_800,
} as const;

/** From a wrong answer to the bank's next question, when it asks again by itself. */
const ASKED_AGAIN_MS = 1_200;

const DELAYED_MS = { from: 10_000, until: 60_000 } as const;

/** What a plan is made from. */
export interface JobRequest {
  readonly job: Job;
  readonly startAt: number;
  readonly outcome: Outcome;
  /** Names this round of questions, so that each round has its own guids. */
  readonly round: string;
  /** How long the bank waits for an answer, in milliseconds. */
  readonly challengeExpiryMs: number;
}

/** What is true from now on, and what will be. */
export interface Plan {
  readonly facts: Facts;
  readonly steps: readonly Step[];
}

/**
 * A job from its start. The connection status stays what it was until the job has something new
 * to say, as at MX: a status just read may be older than the job.
 */
export function planJob(facts: Facts, request: JobRequest): Plan {
  const started: Facts = {
    ...facts,
    // A question of the job before is asked no longer.
    connectionStatus: facts.connectionStatus === 'CHALLENGED' ? 'UPDATED' : facts.connectionStatus,
    job: request.job,
    lastJobGuid: request.job.guid,
    status: 'INITIATED',
    error: null,
    isAuthenticated: false,
    hasProcessedAccounts: false,
    hasProcessedTransactions: false,
    hasProcessedAccountNumbers: false,
    aggregatedAt: request.startAt,
    challenges: [],
    pendingSince: null,
  };
  const requested = {
    at: request.startAt + STAGE_MS.requested,
    patch: { status: 'REQUESTED' },
  } as const;
  return { facts: started, steps: [requested, ...outcomeSteps(started, request)] };
}

/** A job that starts because credentials were replaced: it says UPDATED before anything else. */
export function planUpdate(facts: Facts, request: JobRequest): Plan {
  const { facts: started, steps } = planJob(facts, request);
  const updated: Step = {
    at: request.startAt + STAGE_MS.updated,
    patch: { connectionStatus: 'UPDATED' },
  };
  return { facts: started, steps: [updated, ...steps] };
}

/** The rest of a job whose questions have been answered. */
export function planResume(facts: Facts, request: JobRequest): Plan {
  const resumed: Facts = {
    ...facts,
    connectionStatus: 'RESUMED',
    status: 'RECEIVED',
    challenges: [],
  };
  return { facts: resumed, steps: outcomeSteps(resumed, request) };
}

function outcomeSteps(facts: Facts, request: JobRequest): readonly Step[] {
  const { outcome, startAt } = request;
  const verdictAt = startAt + STAGE_MS.verdict;
  switch (outcome.kind) {
    case 'connects':
      return connecting(facts, request, outcome);
    case 'delays':
      return [
        { at: startAt + DELAYED_MS.from, patch: { connectionStatus: 'DELAYED' } },
        ...connecting(
          facts,
          { ...request, startAt: startAt + DELAYED_MS.until - STAGE_MS.done },
          CONNECTS,
        ),
      ];
    case 'challenges':
      return asking(outcome.word, verdictAt, request);
    case 'rejects-and-challenges':
      return [
        { at: verdictAt, patch: { connectionStatus: 'REJECTED', status: 'DENIED' } },
        ...asking(outcome.word, verdictAt + ASKED_AGAIN_MS, request),
      ];
    case 'ends':
      return [
        {
          at: verdictAt,
          patch: { ...restingAt(outcome.connectionStatus, verdictAt), ...errorOf(outcome) },
        },
      ];
    case 'sticks':
      return [{ at: verdictAt, patch: stuckAt(outcome.connectionStatus) }];
    default:
      return outcome satisfies never;
  }
}

/** The facts of a member that has come to rest, whatever it rests at. */
export function restingAt(
  connectionStatus: ConnectionStatusName | null,
  at: number,
): Partial<Facts> {
  return {
    connectionStatus,
    status: connectionStatus === null ? null : legacyStatusOf[connectionStatus],
    job: null,
    error: null,
    challenges: [],
    pendingSince: connectionStatus === 'PENDING' ? at : null,
  };
}

function stuckAt(connectionStatus: ConnectionStatusName): Partial<Facts> {
  return { connectionStatus, status: legacyStatusOf[connectionStatus] };
}

function asking(
  word: Parameters<typeof challengesFor>[0],
  at: number,
  { round, challengeExpiryMs }: JobRequest,
): readonly Step[] {
  return [
    {
      at,
      patch: {
        connectionStatus: 'CHALLENGED',
        status: 'CHALLENGED',
        challenges: challengesFor(word, round),
      },
    },
    { at: at + challengeExpiryMs, patch: restingAt('EXPIRED', at + challengeExpiryMs) },
  ];
}

function connecting(facts: Facts, request: JobRequest, outcome: Connecting): readonly Step[] {
  const at = (stage: keyof typeof STAGE_MS) => request.startAt + STAGE_MS[stage] * outcome.slowness;
  const lastAt = at('accounts');
  return [
    { at: at('verdict'), patch: { isAuthenticated: true, status: 'RECEIVED' } },
    { at: at('connected'), patch: { connectionStatus: 'CONNECTED', status: 'TRANSFERRED' } },
    {
      at: lastAt,
      patch: {
        hasProcessedAccounts: true,
        accounts: {
          firstAt: facts.accounts?.firstAt ?? lastAt,
          lastAt,
          held: heldAccounts(outcome.error),
        },
      },
    },
    { at: at('transactions'), patch: { hasProcessedTransactions: true, status: 'PROCESSED' } },
    {
      at: at('done'),
      patch: {
        ...restingAt('CONNECTED', at('done')),
        ...errorOf(outcome),
        successfullyAggregatedAt: at('done'),
        ...fruits(request.job),
      },
    },
  ];
}

function errorOf({ error }: { readonly error?: MemberErrorCode }): Partial<Facts> {
  return error === undefined ? {} : { error };
}

function fruits({ kinds }: Job): Partial<Facts> {
  return kinds.reduce<Partial<Facts>>((all, kind) => ({ ...all, ...fruitsOf[kind] }), {});
}

/** What a job of each kind leaves behind, besides accounts. */
const fruitsOf = {
  aggregate: {},
  balance: {},
  verify: { hasAccountNumbers: true, hasProcessedAccountNumbers: true },
  identify: { hasAccountOwners: true },
  extend_history: {},
  fetch_statements: {},
} as const satisfies Record<JobKind, Partial<Facts>>;
