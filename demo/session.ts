import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';
import type { ProxyUser } from 'react-atrium-connect/server';

const COOKIE = 'larder_session';

export interface Sessions {
  /** Gives a browser without a valid session a new one. A demo needs no password. */
  readonly signIn: MiddlewareHandler;
  /** Returns the user of a request's session, or `null` if it has no valid one. */
  readonly userOf: (request: Request) => Promise<ProxyUser | null>;
}

/**
 * Creates sessions that are nothing but a random user id, signed by the server. They are valid for
 * as long as the secret is the same, so users keep their banks when the server restarts.
 */
export function createSessions(secret: string): Sessions {
  const userIdOf = async ({ headers }: Request): Promise<string | undefined> =>
    // `false` if the signature is wrong.
    (await parseSigned(headers.get('cookie') ?? '', secret, COOKIE))[COOKIE] || undefined;
  return {
    async signIn(context, next) {
      if ((await userIdOf(context.req.raw)) === undefined) {
        const userId = randomBytes(32).toString('base64url');
        const attributes = { httpOnly: true, sameSite: 'Lax', path: '/' } as const;
        await setSignedCookie(context, COOKIE, userId, secret, attributes);
      }
      await next();
    },
    async userOf(request) {
      const userId = await userIdOf(request);
      return userId === undefined ? null : { identifier: `larder-${userId}` };
    },
  };
}
