import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../domain/loopback.ts';
import { errorBody, refuse } from './errors.ts';

/**
 * Returns a 403 response if a request came over HTTP for a host that is neither a loopback name nor
 * allowed. Without this check, a website could point a name of its own at this machine (DNS
 * rebinding) and use the sandbox as its own server. A request made in the same process has no
 * `Host` header and passes.
 */
export function refuseForeignHost(
  { headers }: Request,
  allowedHosts: readonly string[],
): Response | null {
  const name = headers.get('host')?.replace(/:\d+$/, '').toLowerCase();
  if (name === undefined || isLoopback(name)) return null;
  if (allowedHosts.some((allowed) => allowed.toLowerCase() === name)) return null;
  const message = `The sandbox answers only requests for localhost, and this one is for ${name}. To allow that host, start it with --allowed-hosts ${name}, or pass allowedHosts: ['${name}'] to createSandbox.`;
  return Response.json(errorBody(message), { status: 403 });
}

/** Refuses requests that a page of another origin made a browser send, whatever their method. */
export const ownOriginOnly: MiddlewareHandler = async ({ req }, next) => {
  const site = req.header('sec-fetch-site') ?? 'none';
  const origin = req.header('origin');
  const isOwnSite = site === 'same-origin' || site === 'none';
  if (!isOwnSite || (origin !== undefined && hostOf(origin) !== hostOf(req.url))) {
    refuse(403, 'A page of another origin may not use the controls of the sandbox.');
  }
  await next();
};

/** `null` for an opaque origin. */
function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
