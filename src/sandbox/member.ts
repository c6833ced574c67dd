import type { Pair } from './body.ts';
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
  /** It holds what the person keeps by hand. No bank is behind it. */
  readonly isManual: boolean;
  /** The client has asked MX not to update it by itself. */
  readonly isBackgroundDisabled: boolean;
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
