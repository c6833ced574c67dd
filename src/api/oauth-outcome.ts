import { isMemberGuid } from '../domain/member.ts';
import { OAUTH_ERROR_REASONS, type OauthOutcome } from '../domain/oauth.ts';

/** What MX says of a visit, in the spelling of its messages and of its return address. */
export interface SaidOfVisit {
  readonly isSuccess: boolean;
  readonly memberGuid: unknown;
  readonly reason: unknown;
}

/** Reads it. A guid that cannot be one is none; a reason that we do not know stays a failure. */
export function oauthOutcome({ isSuccess, memberGuid: guid, reason }: SaidOfVisit): OauthOutcome {
  const memberGuid = isMemberGuid(guid) ? guid : null;
  const problem = OAUTH_ERROR_REASONS.find((known) => known === reason) ?? 'UNKNOWN';
  return isSuccess ? { kind: 'success', memberGuid } : { kind: 'error', memberGuid, problem };
}
