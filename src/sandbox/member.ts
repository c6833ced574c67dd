import type { Pair } from './body.ts';
import { challengeToWire } from './challenges.ts';
import type { Facts, Step } from './facts.ts';
import { digest } from './guids.ts';
import type { Institution } from './institutions.ts';

/** A member as the sandbox keeps it. */
export interface Member {
  readonly guid: string;
  readonly userGuid: string;
  readonly institution: Institution;
  readonly identifier: string | null;
  readonly metadata: string | null;
  readonly name: string;
  readonly isOauth: boolean;
  /** Never leaves the sandbox by any door. */
  readonly credentials: readonly Pair[];
  readonly createdAt: number;
  /** Jobs started with these credentials. */
  readonly attempts: number;
  /** Rounds of questions so far. */
  readonly rounds: number;
  readonly facts: Facts;
  /** What is still to come, soonest first. */
  readonly steps: readonly Step[];
  /** What is told instead of {@link facts} for as long as the sandbox reports late. */
  readonly late: { readonly until: number; readonly facts: Facts } | null;
  readonly balanceAskedAt: number | null;
}

/** What the API tells about the member now, which may be older than what is true. */
export function reportedFacts({ late, facts }: Member, now: number): Facts {
  return late !== null && now < late.until ? late.facts : facts;
}

/** What makes two members the same connection: user, institution and credentials. `null` without any. */
export function loginKey(
  userGuid: string,
  { code }: Institution,
  credentials: readonly Pair[],
): string | null {
  if (credentials.length === 0) {
    return null;
  }
  const sorted = credentials.toSorted((one, other) => one.guid.localeCompare(other.guid));
  return digest(JSON.stringify([userGuid, code, sorted.map(({ guid, value }) => [guid, value])]));
}

/** The member as the API sends it. */
export function memberToWire(
  member: Member,
  facts: Facts,
  oauthWindowUri?: string,
): Record<string, unknown> {
  return {
    aggregated_at: timestamp(facts.aggregatedAt),
    connection_status: facts.connectionStatus,
    guid: member.guid,
    identifier: member.identifier,
    institution_code: member.institution.code,
    is_being_aggregated: facts.job !== null,
    is_oauth: member.isOauth,
    metadata: member.metadata,
    name: member.name,
    ...(oauthWindowUri === undefined ? {} : { oauth_window_uri: oauthWindowUri }),
    status: facts.status,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    user_guid: member.userGuid,
  };
}

/** The answer to a read of the member's status. `challenges` is there only when there are any. */
export function statusToWire({ guid }: Member, facts: Facts): Record<string, unknown> {
  return {
    aggregated_at: timestamp(facts.aggregatedAt),
    connection_status: facts.connectionStatus,
    guid,
    has_processed_accounts: facts.hasProcessedAccounts,
    has_processed_transactions: facts.hasProcessedTransactions,
    is_authenticated: facts.isAuthenticated,
    is_being_aggregated: facts.job !== null,
    status: facts.status,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    ...(facts.connectionStatus === 'CHALLENGED'
      ? { challenges: facts.challenges.map(challengeToWire) }
      : {}),
  };
}

/** As MX writes a moment: to the second, with the offset spelled out. */
export function timestamp(ms: number): string;
export function timestamp(ms: number | null): string | null;
export function timestamp(ms: number | null): string | null {
  return ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
