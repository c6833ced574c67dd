import type { ConnectionStatusName } from './status.ts';

/**
 * The deprecated `status` field, which `connection_status` replaces: each value, in the API's
 * order, with the connection status that is read in its place when a response lacks that field.
 */
export const legacyMeanings = {
  INITIATED: 'CREATED',
  REQUESTED: 'CREATED',
  CHALLENGED: 'CHALLENGED',
  RECEIVED: 'RESUMED',
  TRANSFERRED: 'CONNECTED',
  PROCESSED: 'CONNECTED',
  COMPLETED: 'CONNECTED',
  PREVENTED: 'PREVENTED',
  DENIED: 'DENIED',
  HALTED: 'FAILED',
} as const satisfies Record<string, ConnectionStatusName>;

/** A value of the deprecated `status` field. */
export type LegacyStatus = keyof typeof legacyMeanings;

/** The legacy status of that name, or `null` for anything else. Never throws. */
export function parseLegacyStatus(raw: unknown): LegacyStatus | null {
  return typeof raw === 'string' && Object.hasOwn(legacyMeanings, raw)
    ? (raw as LegacyStatus)
    : null;
}
