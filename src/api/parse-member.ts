import { legacyMeanings, parseLegacyStatus } from '../domain/legacy-status.ts';
import type { MemberError } from '../domain/member-error.ts';
import type { Member, MemberStatus } from '../domain/member.ts';
import { parseConnectionStatus, type ReportedStatus } from '../domain/status.ts';
import { safeOauthUri } from '../domain/urls.ts';
import { parseChallenge } from './parse-challenge.ts';
import {
  amount,
  guidOf,
  instant,
  isWire,
  text,
  uniqueByGuid,
  verbatim,
  wholeListOf,
  type WireOf,
} from './read.ts';

/** A member; `null` without a guid, for then nothing can be asked about it. */
export function parseMember(
  wire: WireOf<'member'>,
  oauthSchemes: readonly string[] = [],
): Member | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  return {
    ...parseProgress(wire),
    guid,
    identifier: verbatim(wire['identifier']),
    institutionCode: verbatim(wire['institution_code']) ?? '',
    name: text(wire['name']) ?? '',
    metadata: verbatim(wire['metadata']),
    isOauth: wire['is_oauth'] === true,
    isManual: wire['is_manual'] === true,
    oauthWindowUri: safeOauthUri(wire['oauth_window_uri'], oauthSchemes),
  };
}

/** What the status endpoint says; `null` without a guid, or if a challenge can't be asked. */
export function parseMemberStatus(wire: WireOf<'memberStatus'>): MemberStatus | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  const progress = parseProgress(wire);
  const challenges =
    progress.connectionStatus === 'CHALLENGED'
      ? wholeListOf(wire['challenges'], parseChallenge)
      : [];
  return (
    challenges && {
      ...progress,
      guid,
      isAuthenticated: wire['is_authenticated'] === true,
      hasProcessedAccounts: wire['has_processed_accounts'] === true,
      hasProcessedTransactions: wire['has_processed_transactions'] === true,
      challenges: uniqueByGuid(challenges),
    }
  );
}

type Progress = Pick<
  Member & MemberStatus,
  | 'connectionStatus'
  | 'status'
  | 'isBeingAggregated'
  | 'aggregatedAt'
  | 'successfullyAggregatedAt'
  | 'error'
  | 'connectionStatusMessage'
>;

/** What a member and its status have in common. */
function parseProgress(wire: WireOf<'member' | 'memberStatus'>): Progress {
  const { is_being_aggregated: isBeingAggregated } = wire;
  return {
    connectionStatus: parseStatus(wire),
    status: parseLegacyStatus(wire['status']),
    isBeingAggregated: isBoolean(isBeingAggregated) ? isBeingAggregated : null,
    aggregatedAt: instant(wire['aggregated_at']),
    successfullyAggregatedAt: instant(wire['successfully_aggregated_at']),
    error: isWire(wire['error']) ? parseError(wire['error']) : null,
    connectionStatusMessage: text(wire['connection_status_message']),
  };
}

const isBoolean = (raw: unknown) => typeof raw === 'boolean';

/** What the proxy makes of an error; `null` without a code, which is all that can be relied on. */
function parseError(wire: WireOf<'memberError'>): MemberError | null {
  const code = amount(wire['error_code']);
  return code === null
    ? null
    : { code, message: text(wire['user_message']), locale: text(wire['locale']) };
}

/** `null` is a status of its own; only a field that is missing falls back on the legacy one. */
function parseStatus({
  connection_status: status,
  status: legacy,
}: WireOf<'member' | 'memberStatus'>): ReportedStatus {
  if (status !== undefined) {
    return parseConnectionStatus(status);
  }
  const old = parseLegacyStatus(legacy);
  return old ? legacyMeanings[old] : 'UNKNOWN';
}
