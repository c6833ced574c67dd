import { isMemberGuid } from '../domain/member.ts';
import { OAUTH_ERROR_REASONS, type OauthErrorReason, type OauthOutcome } from '../domain/oauth.ts';
import { isWire } from './read.ts';

function parseOauthReason(raw: unknown): OauthErrorReason | 'UNKNOWN' {
  return OAUTH_ERROR_REASONS.find((reason) => reason === raw) ?? 'UNKNOWN';
}

/**
 * Reads what MX's completion page posts to the window that opened it; `null` if it is any other
 * message. The older form of the message is the same object as JSON text.
 */
export function parseOauthMessage(data: unknown): OauthOutcome | null {
  const message = typeof data === 'string' ? parseJson(data) : data;
  if (!isWire(message) || message['mx'] !== true) {
    return null;
  }
  const metadata = isWire(message['metadata']) ? message['metadata'] : {};
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
