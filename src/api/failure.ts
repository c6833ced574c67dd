import { AtriumError, type AtriumErrorDetails, type AtriumErrorKind } from '../domain/errors.ts';
import { isMemberGuid } from '../domain/member.ts';
import type { AtriumClient } from './client.ts';
import { isWire, type Wire } from './read.ts';

/** A function of the client, which is how its errors name what failed: a path holds guids. */
export type Verb = Exclude<keyof AtriumClient, 'scope'>;

/** For the developer: what happened, and what to look at. */
const HINTS = {
  offline: 'no answer. See the network, the server and whether it allows this origin',
  timeout: 'no answer in time. See `timeoutMs`',
  unauthorized: 'the visitor is signed out',
  forbidden: 'the server refused. See its log and the origin of the page',
  'not-found': 'it does not exist, or `baseUrl` is wrong',
  'member-limit': 'the user has 25 members. Delete one first',
  conflict: 'it exists already, or another job is running',
  throttled: 'too many requests. Wait for `retryAfterMs`',
  'too-many-attempts': 'too many attempts. Wait for `retryAfterMs`',
  invalid: 'the server did not accept it. See its log',
  server: 'the server failed. See its log',
  unreadable:
    'not the proxy’s JSON. See `baseUrl`, and that who is signed out gets 401 and no page',
  unsafe: 'an address with a scheme that is not let through. See `oauth.schemes`',
} as const satisfies Record<AtriumErrorKind, string>;

export function failure(
  kind: AtriumErrorKind,
  verb: Verb,
  details: AtriumErrorDetails = {},
): AtriumError {
  const status = details.status ? ` (HTTP ${details.status})` : '';
  return new AtriumError(kind, `${verb}: ${HINTS[kind]}${status}.`, details);
}

const KINDS: Readonly<Record<number, AtriumErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  429: 'throttled',
  504: 'timeout',
};

/** What 405 means where the API gives it a meaning. */
const NOT_NOW: Readonly<Partial<Record<Verb, AtriumErrorKind>>> = {
  createMember: 'member-limit',
  resumeMember: 'conflict',
};

/** What only who has entered or started something can be told. Of a read, it is our fault. */
const OF_INPUT: readonly AtriumErrorKind[] = ['invalid', 'conflict'];

/** Only the status decides: MX says that its texts change. */
function kindOf(status: number, verb: Verb): AtriumErrorKind {
  if (status < 400) {
    return 'unreadable';
  }
  if (status === 405) {
    return NOT_NOW[verb] ?? 'server';
  }
  const kind = KINDS[status] ?? (status < 500 ? 'invalid' : 'server');
  return OF_INPUT.includes(kind) && /^(list|read|delete)/.test(verb) ? 'server' : kind;
}

/** What an answer other than a success means. */
export async function failureOf(response: Response, verb: Verb): Promise<AtriumError> {
  const { status, headers } = response;
  const { kind, member_guid: guid } =
    status === 409 || status === 429 ? await errorIn(response) : {};
  if (status === 429 && kind === 'too-many-attempts') {
    return failure(kind, verb, { status, retryAfterMs: retryAfter(headers) });
  }
  const wait = status === 429 || status === 503 ? retryAfter(headers) : undefined;
  return failure(kindOf(status, verb), verb, {
    status,
    // One far away is as good as a mistake, for what tries again on its own.
    retryAfterMs: wait && Math.min(wait, LONGEST_WAIT_MS),
    memberGuid: status === 409 && isMemberGuid(guid) ? guid : undefined,
  });
}

const LONGEST_WAIT_MS = 600_000;

/** A number of seconds, or a date by the server's clock. */
function retryAfter(headers: Headers): number | undefined {
  const raw = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(raw)
    ? Number(raw) * 1_000
    : Date.parse(raw) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}

async function errorIn(response: Response): Promise<Wire> {
  const body: unknown = await response.json().catch(() => null);
  return isWire(body) && isWire(body['error']) ? body['error'] : {};
}
