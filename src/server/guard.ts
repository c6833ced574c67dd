import { isJsonObject } from './json.ts';
import type { LogMistake } from './mistake-log.ts';
import type { CheckedOptions } from './options.ts';
import { hostFailure, Problem } from './problem.ts';
import { isSameUser } from './proxy-user.ts';
import type { ProxyUser } from './proxy-user.ts';
import { IDENTIFIER_RULE, isUserGuid, isUserIdentifier } from './users.ts';

/**
 * The origins of this site's own pages. Without `publicOrigins`, a server behind something that
 * ends TLS sees `http:` where the page has `https:`, so the same host over TLS is its own too.
 */
export function ownOrigins(
  { publicOrigins }: Pick<CheckedOptions, 'publicOrigins'>,
  url: URL,
): readonly string[] {
  return publicOrigins.length > 0 ? publicOrigins : [url.origin, `https://${url.host}`];
}

const FOREIGN_ORIGIN =
  "The `Origin` of the request is not one of this site's own. If one of your own pages sent it, set `publicOrigins` to the origins at which browsers see your site.";
const FOREIGN_SITE =
  "The request did not come from one of this site's own pages. Mount the proxy on the origin of the page.";

/**
 * Refuses requests that another site made a browser send. An `Origin` must be one of this site's
 * own, whatever the method. Browsers set `Sec-Fetch-Site` themselves and pages cannot. Without it
 * (an older browser, or plain http), a write must carry an `Origin`.
 *
 * @throws Problem `forbidden`.
 */
export function checkOrigin({ method, headers }: Request, origins: readonly string[]): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isRead = method === 'GET';
  if (site !== null && site !== 'same-origin' && !(isRead && site === 'none')) {
    throw new Problem('forbidden', { reason: FOREIGN_SITE, isHostMistake: site === 'same-site' });
  }
  const isOwn = origin === null ? isRead || site === 'same-origin' : origins.includes(origin);
  if (!isOwn) throw new Problem('forbidden', { reason: FOREIGN_ORIGIN, isHostMistake: true });
}

/**
 * A write is JSON, which a form on another site cannot send. One that carries nothing may leave
 * the type out: the origin has vouched for it already.
 *
 * @throws Problem `invalid` with status 415.
 */
export function checkContentType(request: Request, hasBody: boolean): void {
  const type = request.headers.get('content-type');
  const isBare = type === null && !hasBody;
  if (request.method === 'GET' || isBare || /^application\/json\s*(;|$)/i.test(type ?? '')) return;
  throw new Problem('invalid', { status: 415, message: 'Send `content-type: application/json`.' });
}

/**
 * @throws Problem `unauthorized` when nobody is signed in; `throttled` when the host refuses the
 *   user; `server` when the host's answer is unusable.
 */
export async function sessionUser(
  request: Request,
  resolveUser: CheckedOptions['resolveUser'],
): Promise<ProxyUser> {
  const user = await callHost(request, resolveUser);
  // A host without types may return undefined for "nobody".
  if (user === null || user === undefined) throw new Problem('unauthorized');
  if (isJsonObject(user) && user['retryAfterSeconds'] !== undefined) {
    throw refusedUser(user['retryAfterSeconds']);
  }
  const named = userIn(user);
  if (named) return named;
  throw hostFailure(
    `resolveUser must return null, { userGuid } with an MX guid (USR-…), { identifier }, or { retryAfterSeconds }. ${IDENTIFIER_RULE}`,
  );
}

/**
 * Whether the session behind an open stream is still that of the same user. `resolveUser` gets
 * the request that opened the stream. A session that cannot be looked up counts as over.
 */
export async function isStillSignedIn(
  request: Request,
  { resolveUser, logMistake }: Pick<CheckedOptions, 'resolveUser'> & { logMistake: LogMistake },
  user: ProxyUser,
  userGuid: string,
): Promise<boolean> {
  try {
    return isSameUser(await sessionUser(request, resolveUser), user, userGuid);
  } catch (error) {
    logIfMistake(error, logMistake);
    return false;
  }
}

/** Prints a problem that the host has to solve. */
export function logIfMistake(error: unknown, logMistake: LogMistake): void {
  if (!(error instanceof Problem)) return;
  const { isHostMistake = false, reason } = error.details;
  if (isHostMistake && reason !== undefined) logMistake(reason);
}

/** @throws TypeError when it names no user, who would otherwise be everyone or no one. */
export function checkUser(user: unknown): ProxyUser {
  const named = userIn(user);
  if (named) return named;
  throw new TypeError(`Name the user as { userGuid } or { identifier }. ${IDENTIFIER_RULE}`);
}

function userIn(user: unknown): ProxyUser | undefined {
  const { userGuid, identifier } = isJsonObject(user) ? user : {};
  if (isUserGuid(userGuid)) return { userGuid };
  // A guid that is not known yet may be null. One that is wrong must not be passed over.
  return userGuid == null && isUserIdentifier(identifier) ? { identifier } : undefined;
}

const LONGEST_DELAY_S = 86_400;

function refusedUser(seconds: unknown): Problem {
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= LONGEST_DELAY_S)) {
    return hostFailure('`retryAfterSeconds` must be a number of seconds from 0 to 86,400.');
  }
  const retryAfter = String(Math.ceil(seconds));
  return new Problem('throttled', { retryAfter, reason: '`resolveUser` refused the user.' });
}

async function callHost(
  request: Request,
  resolveUser: CheckedOptions['resolveUser'],
): Promise<unknown> {
  try {
    return await resolveUser(request);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    throw hostFailure(`resolveUser threw (${name}). Report its failures inside it.`);
  }
}
