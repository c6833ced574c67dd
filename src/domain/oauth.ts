import { isMemberGuid } from './member.ts';

/** Why the institution's page sent the person back without a connection, as the API spells it. */
export const OAUTH_ERROR_REASONS = [
  'CANCELLED',
  'DENIED',
  'IMPEDED',
  'PROVIDER_ERROR',
  'SERVER_ERROR',
  'SESSION_ERROR',
] as const;

/** An error reason that the API documents. */
export type OauthErrorReason = (typeof OAUTH_ERROR_REASONS)[number];

/**
 * Why going through the institution's page came to nothing: an error reason, or `BLOCKED` (the
 * browser opened no window), `CLOSED` (the person closed it), `EXPIRED` (an hour went by and the
 * API dropped the member), `UNKNOWN` (a reason this version does not know).
 */
export type OauthProblem = OauthErrorReason | 'BLOCKED' | 'CLOSED' | 'EXPIRED' | 'UNKNOWN';

/** What the institution's page says when it is done: a hint, for the status is the truth. */
export type OauthOutcome =
  | { readonly kind: 'success'; readonly memberGuid: string | null }
  | {
      readonly kind: 'error';
      readonly memberGuid: string | null;
      readonly problem: OauthErrorReason | 'UNKNOWN';
    };

/** The reason of that name, `'UNKNOWN'` for any other. */
export function parseOauthReason(raw: unknown): OauthErrorReason | 'UNKNOWN' {
  return OAUTH_ERROR_REASONS.find((reason) => reason === raw) ?? 'UNKNOWN';
}

/**
 * Reads what MX's completion page posts to the window that opened it; `null` if it is any other
 * message. The older form of the message is the same object as JSON text.
 */
export function parseOauthMessage(data: unknown): OauthOutcome | null {
  const message = typeof data === 'string' ? parseJson(data) : data;
  if (!isObject(message) || message['mx'] !== true) {
    return null;
  }
  const metadata = isObject(message['metadata']) ? message['metadata'] : {};
  const guid = metadata['member_guid'];
  const memberGuid = isMemberGuid(guid) ? guid : null;
  switch (message['type']) {
    case 'oauthComplete/success':
      return { kind: 'success', memberGuid };
    case 'oauthComplete/error':
      return { kind: 'error', memberGuid, problem: parseOauthReason(metadata['error_reason']) };
    default:
      return null;
  }
}

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
