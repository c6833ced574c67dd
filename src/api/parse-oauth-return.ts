import type { OauthOutcome } from '../domain/oauth.ts';
import { isMemberGuid } from '../domain/member.ts';
import { oauthOutcome } from './oauth-outcome.ts';

/**
 * Reads the address to which MX sends a person back; `null` if it is any other. MX's parameters
 * come last and win over a host's own of the same name; some arrive escaped as HTML, as
 * `&amp;member_guid=`.
 */
export function parseOauthReturn(url: string): OauthOutcome | null {
  const params = paramsOf(url);
  const status = params.get('status')?.toLowerCase();
  const memberGuid = params.get('member_guid');
  const reason = params.get('error_reason')?.toUpperCase();
  if (status === 'success') {
    return isMemberGuid(memberGuid) ? oauthOutcome({ isSuccess: true, memberGuid, reason }) : null;
  }
  return status === 'error' && (isMemberGuid(memberGuid) || reason !== undefined)
    ? oauthOutcome({ isSuccess: false, memberGuid, reason })
    : null;
}

function paramsOf(url: string): ReadonlyMap<string, string> {
  const search = URL.canParse(url) ? new URL(url).searchParams : [];
  return new Map([...search].map(([name, value]) => [name.replace(/^(amp;)+/, ''), value]));
}
