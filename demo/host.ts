import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import {
  createAtriumProxy,
  createMemoryStore,
  createWebhookReceiver,
} from 'react-atrium-connect/server';
import type { AtriumAccess, ObserveProxy } from 'react-atrium-connect/server';
import type { About } from './about.ts';
import type { Hints } from './hints.ts';
import { POLICY_REPORTS_PATH, policyReports } from './policy-reports.ts';
import { createSessions } from './session.ts';
import type { MxApi, WebhookSettings } from './settings.ts';

export interface HostOptions {
  readonly mx: AtriumAccess & { readonly api: MxApi };
  /** What MX's webhooks must carry; `null` where MX sends none, so that the page has to ask. */
  readonly webhooks: WebhookSettings | null;
  /** What the page tells about the test banks; `null` where the banks are real. */
  readonly hints: Hints | null;
  /** Signs the sessions. */
  readonly sessionSecret: string;
  /** Told of every request to the proxy, for a log. */
  readonly observe?: ObserveProxy;
  /** Where the built page is. Requests for the page wait for it. */
  readonly page: () => Promise<string>;
}

/** Where MX sends its webhooks. */
export const WEBHOOKS_PATH = '/webhooks/mx';

/** The budgeting app's own server: sessions, the proxy, what MX tells it, and the page. */
export function createHost({
  mx,
  webhooks,
  hints,
  sessionSecret,
  observe,
  page,
}: HostOptions): Hono {
  const about: About = { api: mx.api, hints };
  const sessions = createSessions(sessionSecret);
  const store = createMemoryStore();
  const proxy = createAtriumProxy({
    ...mx,
    resolveUser: sessions.userOf,
    ...(observe && { observe }),
    // A stream that nobody feeds would only have the page ask less often.
    store: webhooks ? store : undefined,
    allow: {
      // The jobs, and not the numbers and the owners that they read.
      verification: true,
      identification: true,
      manualAccounts: mx.api === 'platform',
    },
  });
  const app = new Hono();
  app.use(strictHeaders);
  app.all('/api/atrium/*', (context) => proxy(context.req.raw));
  if (webhooks) {
    const receive = createWebhookReceiver({ store, credentials: webhooks });
    app.all(WEBHOOKS_PATH, (context) => receive(context.req.raw));
  }
  app.route(POLICY_REPORTS_PATH, policyReports(sessions));
  app.get('/demo/about', (context) => context.json(about));
  app.get('/', sessions.signIn);
  app.get('*', cachePage);
  app.get('*', async (context, next) => serveStatic({ root: await page() })(context, next));
  return app;
}

const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
    reportUri: POLICY_REPORTS_PATH,
  },
  // The bank's window tells this one when it is done.
  crossOriginOpenerPolicy: 'same-origin-allow-popups',
  xFrameOptions: 'DENY',
  // The demo runs on localhost, over http.
  strictTransportSecurity: false,
});

/** The file name of an asset carries a hash of what is in it; the page itself may change. */
const cachePage: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.ok) return;
  const isHashed = context.req.path.startsWith('/assets/');
  context.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
};
