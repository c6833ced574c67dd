import { isMemberGuid } from '../member-status.ts';
import { newEventId } from '../event-log.ts';
import type { Place } from '../event-log.ts';
import type { ProxyUser } from '../proxy-user.ts';
import type { MemberChange, MemberNotice } from '../store.ts';
import { isUserGuid, isUserIdentifier } from '../users.ts';

const CHANGES: readonly MemberChange[] = ['status', 'data', 'member'];
/** In place of a change. */
const END = 'end';

const decoder = new TextDecoder();

/** A string of Redis, which a client may be set to hand out as bytes. */
export function textOf(reply: unknown): string {
  if (typeof reply === 'string') return reply;
  return reply instanceof Uint8Array ? decoder.decode(reply) : '';
}

/** One entry of the stream in Redis. */
export interface StreamEntry extends Place {
  /** Redis's own id. It shows the time, so no browser sees it. */
  readonly position: string;
  /** Whose streams end here. */
  readonly ended: ProxyUser | undefined;
}

/** The fields of a notice's entry, for XADD. All processes show browsers the same `id`. */
export function fieldsOf({ userGuid, memberGuid, change }: MemberNotice): readonly string[] {
  return ['user', userGuid, 'member', memberGuid, 'change', change, 'id', newEventId()];
}

/** The fields of the entry that ends one user's streams. */
export function fieldsOfEnd(user: ProxyUser): readonly string[] {
  const named = 'userGuid' in user ? user.userGuid : user.identifier;
  return ['user', named, 'member', '', 'change', END, 'id', newEventId()];
}

/** The entries in a reply to XRANGE or XREVRANGE. One that is not ours has no notice. */
export function entriesOf(reply: unknown): readonly StreamEntry[] {
  return listOf(reply).map((entry) => {
    const [position, fields] = listOf(entry);
    const texts = listOf(fields).map(textOf);
    return {
      position: textOf(position),
      id: eventIdOf(texts[7]),
      notice: noticeOf(texts),
      ended: endedOf(texts),
    };
  });
}

/** An id ends up on a line of an event stream, so nothing else may pass as one. */
function eventIdOf(text = ''): string {
  return /^[0-9a-f-]{36}$/.test(text) ? text : newEventId();
}

/** The entries of the one stream in a reply to XREAD: a list of pairs, or an object from RESP3. */
export function entriesRead(reply: unknown): readonly StreamEntry[] {
  if (Array.isArray(reply)) return entriesOf(listOf(reply[0])[1]);
  const streams = reply instanceof Map ? [...reply.values()] : Object.values(reply ?? {});
  return entriesOf(streams[0]);
}

function listOf(reply: unknown): readonly unknown[] {
  return Array.isArray(reply) ? reply : [];
}

function noticeOf(fields: readonly string[]): MemberNotice | undefined {
  const [, userGuid, , memberGuid, , said] = fields;
  const change = CHANGES.find((each) => each === said);
  return change !== undefined && isUserGuid(userGuid) && isMemberGuid(memberGuid)
    ? { userGuid, memberGuid, change }
    : undefined;
}

function endedOf(fields: readonly string[]): ProxyUser | undefined {
  const [, named, , , , said] = fields;
  if (said !== END) return undefined;
  if (isUserGuid(named)) return { userGuid: named };
  return isUserIdentifier(named) ? { identifier: named } : undefined;
}
