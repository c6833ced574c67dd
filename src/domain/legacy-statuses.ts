import { legacyMeanings, type LegacyStatus } from './legacy-status.ts';
import type { ConnectionStatusName } from './status.ts';

/** One legacy status: the API's own words, and the connection status that it stands for. */
export interface LegacyStatusRow {
  /** Verbatim. */
  readonly description: string;
  /** Verbatim. */
  readonly nextSteps: string | null;
  /** Read in place of `connection_status` when a response lacks that field. */
  readonly standsFor: ConnectionStatusName;
}

/**
 * The API's table of the deprecated `status` field. Apart from the meanings, so that a browser
 * bundle does not carry documentation.
 */
export const legacyStatuses = {
  INITIATED: {
    description: 'Aggregation has started.',
    nextSteps: null,
    standsFor: legacyMeanings.INITIATED,
  },
  REQUESTED: {
    description: 'Request to get the data has started.',
    nextSteps: null,
    standsFor: legacyMeanings.REQUESTED,
  },
  CHALLENGED: {
    description: 'MFA challenged returned.',
    nextSteps: 'Resume member with updated credentials.',
    standsFor: legacyMeanings.CHALLENGED,
  },
  RECEIVED: {
    description: 'Received response back from the request.',
    nextSteps: null,
    standsFor: legacyMeanings.RECEIVED,
  },
  TRANSFERRED: {
    description: 'Start saving the data into the MX Platform.',
    nextSteps: null,
    standsFor: legacyMeanings.TRANSFERRED,
  },
  PROCESSED: {
    description: 'Data has been processed into the MX Platform.',
    nextSteps: null,
    standsFor: legacyMeanings.PROCESSED,
  },
  COMPLETED: {
    description: 'Aggregation is complete.',
    nextSteps: 'List member accounts and transactions.',
    standsFor: legacyMeanings.COMPLETED,
  },
  PREVENTED: {
    description: 'Aggregation was prevented due to too many login attempts.',
    nextSteps: 'List member credentials, update member.',
    standsFor: legacyMeanings.PREVENTED,
  },
  DENIED: {
    description: 'Authentication failed due to invalid credentials or incorrect MFA answer.',
    nextSteps:
      'List member credentials, update member. If MFA was answered incorrectly, restart aggregation.',
    standsFor: legacyMeanings.DENIED,
  },
  HALTED: {
    description: 'An exception occurred that was unrelated to authentication.',
    nextSteps:
      'Retry aggregation tomorrow. If the member hits the HALTED status for 3 or more days, leave the member in its current state and contact support by submitting a ticket here.',
    standsFor: legacyMeanings.HALTED,
  },
} as const satisfies Record<LegacyStatus, LegacyStatusRow>;
