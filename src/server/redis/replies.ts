import { isMemberGuid } from '../member-status.ts';
import { newEventId } from '../event-log.ts';
import type { Place } from '../event-log.ts';
import type { MemberChange, MemberNotice } from '../store.ts';
import { isUserGuid } from '../users.ts';

const CHANGES: readonly MemberChange[] = ['status', 'data', 'member'];

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
}

/** The fields of a notice's entry, for XADD. All processes show browsers the same `id`. */
export function fieldsOf({ userGuid, memberGuid, change }: MemberNotice): readonly string[] {
  return ['user', userGuid, 'member', memberGuid, 'change', change, 'id', newEventId()];
}

/** The entries in a reply to XRANGE or XREVRANGE. One that is not ours has no notice. */
export function entriesOf(reply: unknown): readonly StreamEntry[] {
  return listOf(reply).map((entry) => {
    const [position, fields] = listOf(entry);
    const texts = listOf(fields).map(textOf);
    return { position: textOf(position), id: eventIdOf(texts[7]), notice: noticeOf(texts) };
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
