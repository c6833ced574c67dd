import type { ConnectionStatusName } from '../domain/status.ts';
import type { LegacyStatus } from '../domain/legacy-status.ts';
import type { Challenge } from './challenges.ts';
import type { HeldAccounts, MemberErrorCode } from './member-errors.ts';

/** The kinds of work that MX does on a member, named as in their addresses. */
export const JOB_KINDS = [
  'aggregate',
  'balance',
  'verify',
  'identify',
  'extend_history',
  'fetch_statements',
] as const;

/** One of {@link JOB_KINDS}. */
export type JobKind = (typeof JOB_KINDS)[number];

/** A piece of work that MX does on a member. */
export interface Job {
  readonly guid: string;
  /** What it brings home. More than one only where several products were ordered at once. */
  readonly kinds: readonly JobKind[];
  /** MX started it by itself. */
  readonly isBackground: boolean;
}

/** When accounts were first and last read from the bank, and which it handed over. */
export interface AccountsRead {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly held: HeldAccounts;
}

/** What is true of a member at one moment. Times are milliseconds since the epoch. */
export interface Facts {
  readonly connectionStatus: ConnectionStatusName | null;
  readonly status: LegacyStatus | null;
  /** The job that is running. `is_being_aggregated` is no more than that there is one. */
  readonly job: Job | null;
  /** The job that ran last, or runs. */
  readonly lastJobGuid: string | null;
  /** What the last job met with, besides the status. */
  readonly error: MemberErrorCode | null;
  readonly isAuthenticated: boolean;
  readonly hasProcessedAccounts: boolean;
  readonly hasProcessedTransactions: boolean;
  readonly hasProcessedAccountNumbers: boolean;
  readonly aggregatedAt: number | null;
  readonly successfullyAggregatedAt: number | null;
  readonly challenges: readonly Challenge[];
  readonly pendingSince: number | null;
  readonly accounts: AccountsRead | null;
  readonly hasAccountNumbers: boolean;
  readonly hasAccountOwners: boolean;
}

/** Something that becomes true at a certain time. */
export interface Step {
  readonly at: number;
  readonly patch: Partial<Facts>;
}

/** A member about which nothing is known yet. */
export const NO_FACTS: Facts = {
  connectionStatus: null,
  status: null,
  job: null,
  lastJobGuid: null,
  error: null,
  isAuthenticated: false,
  hasProcessedAccounts: false,
  hasProcessedTransactions: false,
  hasProcessedAccountNumbers: false,
  aggregatedAt: null,
  successfullyAggregatedAt: null,
  challenges: [],
  pendingSince: null,
  accounts: null,
  hasAccountNumbers: false,
  hasAccountOwners: false,
};

/** What the deprecated `status` says beside a connection status that has come to rest. */
export const legacyStatusOf = {
  CREATED: 'INITIATED',
  PREVENTED: 'PREVENTED',
  DENIED: 'DENIED',
  CHALLENGED: 'CHALLENGED',
  REJECTED: 'DENIED',
  LOCKED: 'DENIED',
  CONNECTED: 'COMPLETED',
  IMPEDED: 'HALTED',
  RECONNECTED: 'COMPLETED',
  DEGRADED: 'HALTED',
  DISCONNECTED: 'HALTED',
  DISCONTINUED: 'HALTED',
  CLOSED: 'HALTED',
  DELAYED: 'REQUESTED',
  FAILED: 'HALTED',
  UPDATED: 'INITIATED',
  DISABLED: 'HALTED',
  IMPORTED: 'HALTED',
  RESUMED: 'RECEIVED',
  EXPIRED: 'HALTED',
  IMPAIRED: 'HALTED',
  PENDING: null,
} as const satisfies Record<ConnectionStatusName, LegacyStatus | null>;
