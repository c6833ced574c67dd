import type { ConnectionStatusName } from './status.ts';

/** The values of the deprecated `status` field, in the API's order. */
export const LEGACY_STATUSES = [
  'INITIATED',
  'REQUESTED',
  'CHALLENGED',
  'RECEIVED',
  'TRANSFERRED',
  'PROCESSED',
  'COMPLETED',
  'PREVENTED',
  'DENIED',
  'HALTED',
] as const;

/** A value of the deprecated `status` field. */
export type LegacyStatus = (typeof LEGACY_STATUSES)[number];

/** One legacy status: the API's own words, and the connection status that it stands for. */
export interface LegacyStatusRow {
  readonly description: string;
  readonly nextSteps: string | null;
  /** Used in place of `connection_status` when a response lacks that field. */
  readonly standsFor: ConnectionStatusName;
}

/** The API's table of the deprecated `status` field, which `connection_status` replaces. */
export const legacyStatuses = {
  INITIATED: {
    description: 'Aggregation has started.',
    nextSteps: null,
    standsFor: 'CREATED',
  },
  REQUESTED: {
    description: 'Request to get the data has started.',
    nextSteps: null,
    standsFor: 'CREATED',
  },
  CHALLENGED: {
    description: 'MFA challenged returned.',
    nextSteps: 'Resume member with updated credentials.',
    standsFor: 'CHALLENGED',
  },
  RECEIVED: {
    description: 'Received response back from the request.',
    nextSteps: null,
    standsFor: 'RESUMED',
  },
  TRANSFERRED: {
    description: 'Start saving the data into the MX Platform.',
    nextSteps: null,
    standsFor: 'CONNECTED',
  },
  PROCESSED: {
    description: 'Data has been processed into the MX Platform.',
    nextSteps: null,
    standsFor: 'CONNECTED',
  },
  COMPLETED: {
    description: 'Aggregation is complete.',
    nextSteps: 'List member accounts and transactions.',
    standsFor: 'CONNECTED',
  },
  PREVENTED: {
    description: 'Aggregation was prevented due to too many login attempts.',
    nextSteps: 'List member credentials, update member.',
    standsFor: 'PREVENTED',
  },
  DENIED: {
    description: 'Authentication failed due to invalid credentials or incorrect MFA answer.',
    nextSteps:
      'List member credentials, update member. If MFA was answered incorrectly, restart aggregation.',
    standsFor: 'DENIED',
  },
  HALTED: {
    description: 'An exception occurred that was unrelated to authentication.',
    nextSteps:
      'Retry aggregation tomorrow. If the member hits the HALTED status for 3 or more days, leave the member in its current state and contact support by submitting a ticket here.',
    standsFor: 'FAILED',
  },
} as const satisfies Record<LegacyStatus, LegacyStatusRow>;

/** The legacy status of that name, or `null` for anything else. Never throws. */
export function parseLegacyStatus(raw: unknown): LegacyStatus | null {
  return typeof raw === 'string' && Object.hasOwn(legacyStatuses, raw)
    ? (raw as LegacyStatus)
    : null;
}
