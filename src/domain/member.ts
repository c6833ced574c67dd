import type { Challenge } from './challenge.ts';
import { isGuid } from './guid.ts';
import type { LegacyStatus } from './legacy-status.ts';
import type { StatusDetail } from './member-error.ts';
import type { ReportedStatus } from './status.ts';

/** A user may have so many members and no more (the API answers 405 to one more). */
export const MEMBER_LIMIT = 25;

/** How many count towards the limit. The one that the API makes for accounts kept by hand does not. */
export const connectionCount = (members: readonly unknown[]): number =>
  members.filter((member) => !isKeptByHand(member)).length;

const isKeptByHand = (member: unknown): boolean =>
  typeof member === 'object' && member !== null && 'isManual' in member && member.isManual === true;

/** True for what can be a member's guid, wherever it comes from. */
export function isMemberGuid(raw: unknown): raw is string {
  return isGuid(raw) && /^MBR-/i.test(raw);
}

/**
 * The link between a user and an institution. Times are ISO 8601 in UTC whatever offset the API
 * used, so that they sort and compare as text.
 */
export interface Member extends StatusDetail {
  /** Unique identifier of the member. Defined by MX. */
  readonly guid: string;
  /** Unique, enforced identifier defined by the host. */
  readonly identifier: string | null;
  readonly institutionCode: string;
  readonly name: string;
  /** Free text that the host stores on the member. Not for secrets. */
  readonly metadata: string | null;
  readonly connectionStatus: ReportedStatus;
  /** Deprecated by the API in favour of {@link connectionStatus}. */
  readonly status: LegacyStatus | null;
  /** Whether the member was being aggregated; `null` if the response did not say. */
  readonly isBeingAggregated: boolean | null;
  readonly isOauth: boolean;
  /** Kept by hand: its accounts were typed in, and nothing is ever read from an institution. */
  readonly isManual: boolean;
  /** Only after creating an OAuth member or asking for the URI, and good for one use. */
  readonly oauthWindowUri: string | null;
  /** When the most recent job of any kind was started. */
  readonly aggregatedAt: string | null;
  readonly successfullyAggregatedAt: string | null;
}

/** What the status endpoint says: enough to follow a connection, and its open questions. */
export interface MemberStatus extends StatusDetail {
  readonly guid: string;
  readonly connectionStatus: ReportedStatus;
  readonly status: LegacyStatus | null;
  /** Whether the member was being aggregated; `null` if the response did not say. */
  readonly isBeingAggregated: boolean | null;
  /** The institution accepted the credentials in the latest job. A question can still follow. */
  readonly isAuthenticated: boolean;
  /** Reset by every new aggregation, like {@link isAuthenticated}. */
  readonly hasProcessedAccounts: boolean;
  readonly hasProcessedTransactions: boolean;
  readonly aggregatedAt: string | null;
  readonly successfullyAggregatedAt: string | null;
  /** The open questions; empty unless the status is `CHALLENGED`. */
  readonly challenges: readonly Challenge[];
}

/** What a member object tells about its status before the status endpoint has been asked. */
export function statusOf(member: Member): MemberStatus {
  return {
    guid: member.guid,
    connectionStatus: member.connectionStatus,
    status: member.status,
    isBeingAggregated: member.isBeingAggregated,
    isAuthenticated: false,
    hasProcessedAccounts: false,
    hasProcessedTransactions: false,
    aggregatedAt: member.aggregatedAt,
    successfullyAggregatedAt: member.successfullyAggregatedAt,
    error: member.error,
    connectionStatusMessage: member.connectionStatusMessage,
    challenges: [],
  };
}

/** The member with what the status endpoint has said since it was read. */
export function withStatus(member: Member, status: MemberStatus): Member {
  const { connectionStatus, isBeingAggregated, aggregatedAt, successfullyAggregatedAt } = status;
  return {
    ...member,
    connectionStatus,
    status: status.status,
    isBeingAggregated,
    aggregatedAt,
    successfullyAggregatedAt,
    error: status.error,
    connectionStatusMessage: status.connectionStatusMessage,
  };
}
