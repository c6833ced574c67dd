import { createHash, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import type { ProxyUser } from 'react-atrium-connect/server';

const COOKIE = 'larder_session';
const SESSION = /^[\w-]{43}$/;

function sessionOf(request: Request): string | undefined {
  const session = parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];
  return session !== undefined && SESSION.test(session) ? session : undefined;
}

/** Signs a first visitor in: a demo needs no password, only one person apart from the next. */
export const signIn: MiddlewareHandler = async (context, next) => {
  if (sessionOf(context.req.raw) === undefined) {
    const session = randomBytes(32).toString('base64url');
    setCookie(context, COOKIE, session, { httpOnly: true, sameSite: 'Lax', path: '/' });
  }
  await next();
};

/**
 * The visitor's own user id. A real host would look the session up; this one derives the id,
 * so that a restart forgets nobody. MX learns the hash, never the session.
 */
export function userOf(request: Request): ProxyUser | null {
  const session = sessionOf(request);
  if (session === undefined) return null;
  const id = createHash('sha256').update(session).digest('base64url');
  return { identifier: `larder-${id}` };
}
