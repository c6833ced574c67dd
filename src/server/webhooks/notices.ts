import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { isMemberGuid } from '../member-status.ts';
import { bothOf } from '../store.ts';
import type { MemberChange, MemberNotice } from '../store.ts';
import { isUserGuid } from '../users.ts';

/** What may be new after a webhook of each type. After any other, all of the member. */
const CHANGES = {
  CONNECTION_STATUS: 'status',
  AGGREGATION: 'data',
  BALANCE: 'data',
  HISTORY: 'data',
  STATEMENT: 'data',
  VERIFICATION: 'data',
  IDENTIFICATION: 'data',
} as const satisfies Record<string, MemberChange>;

export type WebhookType = keyof typeof CHANGES;

const isWebhookType = (value: unknown): value is WebhookType =>
  typeof value === 'string' && Object.hasOwn(CHANGES, value);

/** The type of a webhook, of the first if it is several. `OTHER` is one that this build does not know. */
export function typeOf(body: unknown): WebhookType | 'OTHER' | null {
  const [message] = messagesOf(body);
  if (message === undefined) return null;
  return isWebhookType(message['type']) ? message['type'] : 'OTHER';
}

/** The members of one user at MX. MX sends one message in a webhook, so a longer list is not from MX. */
const MAX_NOTICES = 25;

/** What a webhook says of which members, one notice each. What it does not say is left out. */
export function noticesOf(body: unknown): readonly MemberNotice[] {
  const notices = new Map<string, MemberNotice>();
  for (const message of messagesOf(body)) {
    const { type } = message;
    const change = isWebhookType(type) ? CHANGES[type] : 'member';
    // Some types name things at the top, others in an object that is named for what it is.
    const parts = [message, ...Object.values(message).filter(isJsonObject)];
    const userGuid = parts.flatMap((part) => [part['user_guid'], part['guid']]).find(isUserGuid);
    const memberGuid = parts
      .flatMap((part) => [part['member_guid'], part['guid']])
      .find(isMemberGuid);
    if (userGuid === undefined || memberGuid === undefined) continue;
    const key = `${userGuid} ${memberGuid}`;
    const earlier = notices.get(key)?.change ?? change;
    if (notices.size === MAX_NOTICES && !notices.has(key)) continue;
    notices.set(key, { userGuid, memberGuid, change: bothOf(earlier, change) });
  }
  return [...notices.values()];
}

/** MX sends one object. A list of them is taken as well. */
function messagesOf(body: unknown): readonly JsonObject[] {
  return (Array.isArray(body) ? body : [body]).filter(isJsonObject);
}
