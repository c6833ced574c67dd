import type { OauthOutcome } from '../domain/oauth.ts';
import { oauthOutcome } from './oauth-outcome.ts';
import { isWire, type Wire } from './read.ts';

const SUCCESS = 'oauthComplete/success';
const ERROR = 'oauthComplete/error';

/**
 * Reads what MX's completion page posts to the window that opened it; `null` if it is any other
 * message. The older form of the message is the same object as JSON text.
 */
export function parseOauthMessage(data: unknown): OauthOutcome | null {
  const message = typeof data === 'string' ? parseJson(data) : data;
  if (!isWire(message) || message['mx'] !== true) {
    return null;
  }
  const { type } = message;
  const metadata = isWire(message['metadata']) ? message['metadata'] : {};
  return type === SUCCESS || type === ERROR
    ? oauthOutcome({
        isSuccess: type === SUCCESS,
        memberGuid: metadata['member_guid'],
        reason: metadata['error_reason'],
      })
    : null;
}

/** The same the other way round: what a page of the host's own says in MX's stead. */
export function oauthMessage(outcome: OauthOutcome): Wire {
  return outcome.kind === 'success'
    ? { mx: true, type: SUCCESS, metadata: { member_guid: outcome.memberGuid } }
    : {
        mx: true,
        type: ERROR,
        metadata: { member_guid: outcome.memberGuid, error_reason: outcome.problem },
      };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
