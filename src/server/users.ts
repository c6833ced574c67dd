import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { checkNames } from './check.ts';
import type { Names } from './check.ts';
import { ACCESS_NAMES, checkAccess } from './check-options.ts';
import type { AtriumAccess } from './options.ts';
import { Problem } from './problem.ts';
import { createUpstream, isSuccess } from './upstream.ts';
import type { Upstream, UpstreamAnswer } from './upstream.ts';

const USER_GUID = /^USR-[0-9a-f-]{36}$/;
const IDENTIFIER = /^(?!USR-)[A-Za-z0-9_-]{1,255}$/;
const USERS_PER_PAGE = 100;
const MAX_PAGES = 200;
const MAX_REMEMBERED = 10_000;

export function isUserGuid(value: unknown): value is string {
  return typeof value === 'string' && USER_GUID.test(value);
}

/** What a missing id becomes as text, alone or in a template such as `user-undefined`. */
const NO_ID = /^(?:0|false|true|none|nil|null)$|(?:^|[-_])(?:undefined|null|NaN)(?:$|[-_])/;

/** What can be a user's identifier. */
export const IDENTIFIER_RULE =
  'An identifier is 1 to 255 letters, digits, hyphens, and underscores, and does not begin with `USR-`. Text that stands for a missing id, such as `undefined`, `null`, or `0`, is refused: all users without an id would share one MX user. Hash an id that does not fit.';

export function isUserIdentifier(value: unknown): value is string {
  return typeof value === 'string' && IDENTIFIER.test(value) && !NO_ID.test(value);
}

export type EnsureUserOptions = AtriumAccess & {
  /**
   * The host's own id of the person: 1 to 255 letters, digits, hyphens and underscores, not
   * beginning with `USR-`. Prefer a random id to an email address; hash what does not fit.
   */
  readonly identifier: string;
};

const NAMES = { ...ACCESS_NAMES, identifier: true } satisfies Names<EnsureUserOptions>;

/**
 * The guid of the MX user who carries `identifier`, created if there is none. Keep the guid
 * beside your own user: Atrium cannot look an identifier up, so finding an existing user
 * means paging through all of them (20,000 at most). The Platform API finds one in one call.
 *
 * @throws TypeError when an option is wrong.
 * @throws Error when MX cannot be reached, refuses, or takes too long.
 */
export async function ensureUser(options: EnsureUserOptions): Promise<string> {
  checkNames('ensureUser', options, NAMES);
  if (!isUserIdentifier(options.identifier)) {
    throw new TypeError(`\`identifier\` cannot be used. ${IDENTIFIER_RULE}`);
  }
  try {
    return await findOrCreateUser(createUpstream(checkAccess(options)), options.identifier);
  } catch (error) {
    // A problem's message is for a visitor; whoever called this needs the reason.
    throw error instanceof Problem ? new Error(error.details.reason ?? error.message) : error;
  }
}

/** Remembers guids by identifier, and lets concurrent first visits share one creation. */
export interface UserDirectory {
  guidOf(identifier: string): Promise<string>;
  /** Call when MX no longer knows the user. */
  forget(identifier: string): void;
}

export function createUserDirectory(upstream: Upstream): UserDirectory {
  const known = new Map<string, string>();
  const underWay = new Map<string, Promise<string>>();

  const remember = (identifier: string, guid: string): void => {
    known.set(identifier, guid);
    const oldest = known.keys().next();
    if (known.size > MAX_REMEMBERED && !oldest.done) known.delete(oldest.value);
  };

  const find = async (identifier: string): Promise<string> => {
    const guid = await findOrCreateUser(upstream, identifier, remember);
    remember(identifier, guid);
    return guid;
  };

  return {
    async guidOf(identifier) {
      const guid = known.get(identifier);
      if (guid !== undefined) return guid;
      const shared =
        underWay.get(identifier) ?? find(identifier).finally(() => underWay.delete(identifier));
      underWay.set(identifier, shared);
      return shared;
    },
    forget(identifier) {
      known.delete(identifier);
    },
  };
}

/** Creates first: that is one call for a new person, and MX keeps identifiers unique. */
async function findOrCreateUser(
  upstream: Upstream,
  identifier: string,
  onSeen?: (identifier: string, guid: string) => void,
): Promise<string> {
  const created = await upstream({
    method: 'POST',
    path: '/users',
    body: { user: { identifier } },
  });
  if (created.status === 409) return findUser(upstream, identifier, onSeen);
  const { user } = readAnswer(created, 'create the user');
  if (isJsonObject(user) && isUserGuid(user['guid'])) return user['guid'];
  throw new Problem('server', { reason: 'MX created a user without a guid.' });
}

async function findUser(
  upstream: Upstream,
  identifier: string,
  onSeen?: (identifier: string, guid: string) => void,
): Promise<string> {
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const query = new URLSearchParams({
      // Not every API can filter by it, so what comes back is looked through all the same.
      identifier,
      page: String(page),
      records_per_page: String(USERS_PER_PAGE),
    });
    const answer = readAnswer(
      await upstream({ method: 'GET', path: '/users', query }),
      'list users',
    );
    const users = Array.isArray(answer['users']) ? answer['users'].filter(isJsonObject) : [];
    for (const { guid, identifier: seen } of users) {
      if (!isUserGuid(guid) || typeof seen !== 'string') continue;
      if (seen === identifier) return guid;
      // Another person's first visit would page through all of this again.
      onSeen?.(seen, guid);
    }
    if (users.length === 0 || page >= totalPages(answer)) break;
  }
  throw new Problem('server', {
    reason: 'MX says that the user exists, but does not list it. Store the guid instead.',
  });
}

function totalPages({ pagination }: JsonObject): number {
  const total = isJsonObject(pagination) ? pagination['total_pages'] : undefined;
  return typeof total === 'number' ? total : MAX_PAGES;
}

function readAnswer(answer: UpstreamAnswer, task: string): JsonObject {
  const { status, body, retryAfter } = answer;
  if (status === 429)
    throw new Problem('throttled', retryAfter === undefined ? {} : { retryAfter });
  if (isSuccess(answer) && isJsonObject(body)) return body;
  throw new Problem('server', { reason: `MX refused to ${task} (status ${status}).` });
}
