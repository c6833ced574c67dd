import { isMemberGuid } from '../member-status.ts';
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

/** What XADD is given of a notice. */
export function fieldsOf({ userGuid, memberGuid, change }: MemberNotice): readonly string[] {
  return ['user', userGuid, 'member', memberGuid, 'change', change];
}

/** The entries in an answer to XRANGE or XREVRANGE. One that is not ours says nothing. */
export function entriesOf(reply: unknown): readonly Place[] {
  return listOf(reply).map((entry) => {
    const [id, fields] = listOf(entry);
    return { id: textOf(id), notice: noticeOf(listOf(fields).map(textOf)) };
  });
}

/** The same, of the one stream in an answer to XREAD: a list of pairs, or an object from RESP3. */
export function entriesRead(reply: unknown): readonly Place[] {
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
