import type { JobKind } from './facts.ts';
import type { ReferralSource } from './member-requests.ts';

/** One page at the bank that a person is sent to, once. */
export interface OAuthWindow {
  /** Thirty-two hexadecimal digits, as in the address. */
  readonly state: string;
  readonly userGuid: string;
  readonly memberGuid: string;
  /** Where the person came from. */
  readonly referral: ReferralSource;
  /** What the job after it is to bring home; nothing, if none is to be started. */
  readonly jobs: readonly JobKind[];
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  /** `null` until the person has decided. */
  readonly result: OAuthResult | null;
}

/** What came of an OAuth page. */
export type OAuthResult =
  | { readonly kind: 'success'; readonly memberGuid: string }
  | { readonly kind: 'error'; readonly memberGuid: string; readonly reason: OAuthErrorReason };

/** The reasons that MX gives when an OAuth connection fails. */
export const OAUTH_ERROR_REASONS = [
  'DENIED',
  'CANCELLED',
  'IMPEDED',
  'PROVIDER_ERROR',
  'SERVER_ERROR',
  'SESSION_ERROR',
] as const;

/** One of {@link OAUTH_ERROR_REASONS}. */
export type OAuthErrorReason = (typeof OAUTH_ERROR_REASONS)[number];

/** A page works for as long as a member may be PENDING. */
const WINDOW_FOR_MS = 60 * 60 * 1000;

/** Whether the person can still decide on this page. */
export function isOpen({ issuedAt, result }: OAuthWindow, now: number): boolean {
  return result === null && now - issuedAt <= WINDOW_FOR_MS;
}

/** The address of the page, in the shape that MX Bank's has. */
export function windowUri(origin: string, { state }: OAuthWindow): string {
  const uri = new URL('/oauth/authorize', origin);
  uri.search = new URLSearchParams({
    client_id: 'atrium-sandbox',
    redirect_uri: new URL('/oauth/redirect_from', origin).href,
    response_type: 'code',
    scope: 'openid',
    state,
  }).toString();
  return uri.href;
}

/**
 * Where an app is sent when its person has decided; `null` when the page stays, as for a browser.
 * With `isEscaped`, the address arrives as some of MX's do: escaped as HTML.
 */
export function returnUri(
  referral: ReferralSource,
  result: OAuthResult,
  isEscaped: boolean,
): string | null {
  const uri = referral.kind === 'browser' ? null : appUri(referral, result);
  return uri !== null && isEscaped ? uri.replaceAll('&', '&amp;') : uri;
}

function appUri(referral: Extract<ReferralSource, { kind: 'app' }>, result: OAuthResult): string {
  const params = {
    status: result.kind,
    member_guid: result.memberGuid,
    ...(result.kind === 'error' ? { error_reason: result.reason } : {}),
  };
  if (referral.redirectUrl === null) {
    return `${referral.scheme}://oauth_complete?${new URLSearchParams(params)}`;
  }
  const uri = new URL(referral.redirectUrl);
  Object.entries(params).forEach(([name, value]) => uri.searchParams.set(name, value));
  return uri.href;
}
