import { isMemberGuid } from '../domain/member.ts';
import { OAUTH_ERROR_REASONS, type OauthOutcome } from '../domain/oauth.ts';

/**
 * Parses the URL to which MX sends a user back; returns `null` for any other. MX's parameters come
 * last and win over a host's own of the same name. Some arrive escaped as HTML, as
 * `&amp;member_guid=`. A reason that we don't know stays a failure.
 */
export function parseOauthReturn(url: string): OauthOutcome | null {
  const params = paramsOf(url);
  const status = params.get('status')?.toLowerCase();
  const guid = params.get('member_guid');
  const memberGuid = isMemberGuid(guid) ? guid : null;
  const reason = params.get('error_reason')?.toUpperCase();
  if (status === 'success') {
    return memberGuid === null ? null : { kind: 'success', memberGuid };
  }
  if (status !== 'error' || (memberGuid === null && reason === undefined)) {
    return null;
  }
  const problem = OAUTH_ERROR_REASONS.find((known) => known === reason) ?? 'UNKNOWN';
  return { kind: 'error', memberGuid, problem };
}

function paramsOf(url: string): ReadonlyMap<string, string> {
  const search = URL.canParse(url) ? new URL(url).searchParams : [];
  return new Map([...search].map(([name, value]) => [name.replace(/^(amp;)+/, ''), value]));
}
