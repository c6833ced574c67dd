import { deadlineIn, withDeadline } from './abort.ts';
import type { Dialect } from './dialects/dialect.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { MemberNotice } from './store.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from './upstream.ts';

const MEMBER_GUID = /^MBR-[0-9a-f-]{36}$/;

export function isMemberGuid(value: unknown): value is string {
  return typeof value === 'string' && MEMBER_GUID.test(value);
}

/** Where a member's status is read. Holds the user's guid: nobody shares it. */
export function statusPath({
  userGuid,
  memberGuid,
}: Pick<MemberNotice, 'userGuid' | 'memberGuid'>): string {
  return `/users/${userGuid}/members/${memberGuid}/status`;
}

/** The same, of the member that a call is about, if it is about one. */
export function statusPathOf({ path }: UpstreamCall): string | undefined {
  const member = /^\/users\/[^/]+\/members\/[^/]+/.exec(path)?.[0];
  return member && `${member}/status`;
}

/** How long a status may wait for the error that belongs to it. The page reads it every 3 seconds. */
const MEMBER_READ_MS = 2_000;

/**
 * Reads a member's status. Where this API leaves the error out, it is read from the member itself.
 * A status is useful without its error, so it does not wait long for a member that hangs.
 */
export async function readStatus(
  upstream: Upstream,
  { lacksError }: Pick<Dialect, 'lacksError'>,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const answer = await upstream(call, signal);
  if (answer.status !== 200 || !lacksError(answer.body)) return answer;
  const path = call.path.replace(/\/status$/, '');
  const read = await withDeadline(deadlineIn(MEMBER_READ_MS), signal, (own) =>
    upstream({ method: 'GET', path }, own),
  ).catch(() => undefined);
  const { error = null, connection_status_message = null } = memberOf(
    read?.status === 200 ? read.body : undefined,
  );
  const status = { error, connection_status_message, ...memberOf(answer.body) };
  return { ...answer, body: { member: status } };
}

/** The guid of the member in a response, if it has one. */
export function memberGuidIn(body: unknown): string | undefined {
  const { guid } = memberOf(body);
  return isMemberGuid(guid) ? guid : undefined;
}

function memberOf(body: unknown): JsonObject {
  const member = isJsonObject(body) ? body['member'] : undefined;
  return isJsonObject(member) ? member : {};
}
