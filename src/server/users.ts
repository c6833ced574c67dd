import { deadlineIn, withDeadline } from './abort.ts';
import { createFlights } from './flights.ts';
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
/** Every user that a search can read. */
const MAX_PASSED = MAX_PAGES * USERS_PER_PAGE;
const MAX_REMEMBERED = 10_000;
const MAX_SEARCHES = 1_000;
/** How long an interrupted search can be continued, and a search without a result is not repeated. */
const SEARCH_MS = 60_000;

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
   * Your own id of the user: 1 to 255 letters, digits, hyphens, and underscores, not beginning
   * with `USR-`. Prefer a random id to an email address, and hash an id that does not fit.
   */
  readonly identifier: string;
};

const NAMES = { ...ACCESS_NAMES, identifier: true } satisfies Names<EnsureUserOptions>;

/**
 * Returns the guid of the MX user with this `identifier`, and creates the user if there is none.
 * Store the guid with your own user. Atrium cannot look up an identifier, so finding an existing
 * user means reading the list of all users, 100 at a time and 20,000 at most. `timeoutMs` limits
 * the whole search: raise it if you have thousands of users. The Platform API needs one call.
 *
 * @throws TypeError when an option is wrong.
 * @throws Error when MX cannot be reached, refuses, or takes too long.
 */
export async function ensureUser(options: EnsureUserOptions): Promise<string> {
  checkNames('ensureUser', options, NAMES);
  const { identifier } = options;
  if (!isUserIdentifier(identifier)) {
    throw new TypeError(`\`identifier\` cannot be used. ${IDENTIFIER_RULE}`);
  }
  const access = checkAccess(options);
  const upstream = createUpstream(access);
  try {
    return await withDeadline(
      deadlineIn(access.timeoutMs),
      undefined,
      async (signal) =>
        (await createUser(upstream, identifier, signal)) ??
        findUser(upstream, identifier, signal, startSearch()),
    );
  } catch (error) {
    // A problem's message is meant for the end user. The caller needs the reason.
    throw error instanceof Problem ? new Error(error.details.reason ?? error.message) : error;
  }
}

/** The MX users of the identifiers that `resolveUser` returns, kept in memory. */
export interface UserDirectory {
  /** The guid, if it is known without a call to MX. */
  known(identifier: string): string | undefined;
  /** Finds or creates the user. Concurrent calls for one identifier share one look-up. */
  guidOf(identifier: string, upstream: Upstream, signal: AbortSignal): Promise<string>;
  /** Asks MX whether the user still exists, and forgets the guid if not. */
  recheck(identifier: string, upstream: Upstream, signal: AbortSignal): Promise<void>;
}

export function createUserDirectory(): UserDirectory {
  const found = new Map<string, string>();
  /** Users listed before the one that was searched for. Kept apart: they must not evict anyone. */
  const passed = new Map<string, string>();
  const searches = new Map<string, Search>();
  const flights = createFlights<string>((identifier, guid) => {
    searches.delete(identifier);
    setBounded(found, identifier, guid, MAX_REMEMBERED);
  });

  const known = (identifier: string): string | undefined =>
    found.get(identifier) ?? passed.get(identifier);

  const onPassed = (identifier: string, guid: string): void => {
    if (passed.size < MAX_PASSED) passed.set(identifier, guid);
  };

  const lookUp = async (
    identifier: string,
    upstream: Upstream,
    signal: AbortSignal,
  ): Promise<string> => {
    const last = searches.get(identifier);
    if (last && performance.now() - last.at < SEARCH_MS) {
      return findUser(upstream, identifier, signal, last, onPassed);
    }
    const created = await createUser(upstream, identifier, signal);
    if (created !== undefined) return created;
    const search = startSearch();
    setBounded(searches, identifier, search, MAX_SEARCHES);
    return findUser(upstream, identifier, signal, search, onPassed);
  };

  return {
    known,
    async guidOf(identifier, upstream, signal) {
      const guid = known(identifier);
      if (guid !== undefined) return guid;
      const load = (shared: AbortSignal): Promise<string> => lookUp(identifier, upstream, shared);
      return (await flights.board(identifier, load, signal)).answer;
    },
    async recheck(identifier, upstream, signal) {
      const guid = known(identifier);
      if (guid === undefined) return;
      const { status } = await upstream({ method: 'GET', path: `/users/${guid}` }, signal);
      if (status !== 404 || known(identifier) !== guid) return;
      found.delete(identifier);
      passed.delete(identifier);
    },
  };
}

/** Adds an entry as the newest, and drops the oldest if there are more than `max`. */
function setBounded<T>(map: Map<string, T>, key: string, value: T, max: number): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > max && !oldest.done) map.delete(oldest.value);
}

/** Creates the user, or returns `undefined` if the identifier is taken: MX keeps it unique. */
async function createUser(
  upstream: Upstream,
  identifier: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const body = { user: { identifier } };
  const created = await upstream({ method: 'POST', path: '/users', body }, signal);
  if (created.status === 409) return undefined;
  const { user } = readAnswer(created, 'create the user');
  if (isJsonObject(user) && isUserGuid(user['guid'])) return user['guid'];
  throw new Problem('server', { reason: 'MX created a user without a guid.' });
}

/** How far a search through all users got, so that the next request continues it. */
interface Search {
  /** `Infinity` once all pages have been read. */
  nextPage: number;
  /** When the latest page was read, on the monotonic clock. */
  at: number;
}

const startSearch = (): Search => ({ nextPage: 1, at: performance.now() });

async function findUser(
  upstream: Upstream,
  identifier: string,
  signal: AbortSignal,
  search: Search,
  onPassed?: (identifier: string, guid: string) => void,
): Promise<string> {
  while (search.nextPage <= MAX_PAGES) {
    const page = search.nextPage;
    const query = new URLSearchParams({
      // Atrium can't filter by it, so each user is compared below.
      identifier,
      page: String(page),
      records_per_page: String(USERS_PER_PAGE),
    });
    const listed = await upstream({ method: 'GET', path: '/users', query }, signal);
    const answer = readAnswer(listed, 'list users');
    const users = Array.isArray(answer['users']) ? answer['users'].filter(isJsonObject) : [];
    for (const { guid, identifier: other } of users) {
      if (!isUserGuid(guid) || typeof other !== 'string') continue;
      if (other === identifier) return guid;
      onPassed?.(other, guid);
    }
    const isLast = users.length === 0 || page >= totalPages(answer);
    search.nextPage = isLast ? Infinity : page + 1;
    search.at = performance.now();
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
  throw new Problem('server', {
    reason: `MX refused to ${task} (status ${status}).`,
    isHostMistake: status === 401 || status === 403,
  });
}
