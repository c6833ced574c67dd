import { isJsonObject } from './json.ts';
import type { CheckedOptions, ProxyUser } from './options.ts';
import { Problem } from './problem.ts';
import { IDENTIFIER_RULE, isUserGuid, isUserIdentifier } from './users.ts';

/** The origins at which a browser may rightly see this site. */
export function ownOrigins(
  { publicOrigins }: Pick<CheckedOptions, 'publicOrigins'>,
  url: URL,
): readonly string[] {
  return publicOrigins.length > 0 ? publicOrigins : [url.origin];
}

/**
 * Turns away requests that another site made a browser send. Browsers set `Sec-Fetch-Site`
 * themselves and pages cannot; without it (an older browser, or plain http) a write must
 * carry a matching `Origin`.
 *
 * @throws Problem `forbidden`.
 */
export function checkOrigin(request: Request, origins: readonly string[]): void {
  const site = request.headers.get('sec-fetch-site');
  const isRead = request.method === 'GET';
  const allowed =
    site === null
      ? isRead || origins.includes(request.headers.get('origin') ?? '')
      : site === 'same-origin' || (isRead && site === 'none');
  if (!allowed) {
    throw new Problem('forbidden', {
      reason:
        "The request did not come from one of this site's own pages. Behind a proxy, set `publicOrigins`.",
    });
  }
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

/** @throws Problem `unauthorized` when nobody is signed in; `server` when the host's answer is unusable. */
export async function sessionUser(
  request: Request,
  resolveUser: CheckedOptions['resolveUser'],
): Promise<ProxyUser> {
  const user = await callHost(request, resolveUser);
  // A host without types may return undefined for "nobody".
  if (user === null || user === undefined) throw new Problem('unauthorized');
  const { userGuid, identifier } = isJsonObject(user) ? user : {};
  if (isUserGuid(userGuid)) return { userGuid };
  if (isUserIdentifier(identifier)) return { identifier };
  throw hostFailure(
    `resolveUser must return null, { userGuid } with an MX guid (USR-…), or { identifier }. ${IDENTIFIER_RULE}`,
  );
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

function hostFailure(reason: string): Problem {
  return new Problem('server', { status: 500, reason });
}
