import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { MiddlewareHandler } from 'hono';
import { accountRoutes } from './account-routes.ts';
import { errorBody, refuse } from './errors.ts';
import type { JobKind } from './facts.ts';
import { digest } from './guids.ts';
import { institutionRoutes } from './institution-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { widgetPage } from './oauth-pages.ts';
import { oauthApiRoutes, oauthPageRoutes } from './oauth-routes.ts';
import { userRoutes } from './user-routes.ts';
import type { World } from './world.ts';

/** The pair of keys that every request to the API carries. */
export interface SandboxKeys {
  readonly apiKey: string;
  readonly clientId: string;
}

/** How the API of a sandbox behaves. */
export interface AppOptions {
  /** `null`: any two keys that are not empty will do. */
  readonly keys: SandboxKeys | null;
  readonly disabledFeatures: ReadonlySet<JobKind>;
  /** Where a browser finds the sandbox, given the address of a request to it. */
  readonly origin: (url: string) => string;
}

const MEDIA_TYPE = 'application/vnd.mx.atrium.v1+json; charset=utf-8';

/** The Atrium API over a world, and the pages at the bank that belong to it. */
export function createApp(world: World, { keys, disabledFeatures, origin }: AppOptions): Hono {
  const api = new Hono({ strict: false })
    .use(
      recordedHeaders(world),
      etag({ weak: true, generateDigest }),
      requireKeys(keys),
      requireJson,
    )
    .route('/', userRoutes(world, origin))
    .route('/', institutionRoutes())
    .route('/', memberRoutes(world, origin))
    .route('/', jobRoutes(world, disabledFeatures))
    .route('/', oauthApiRoutes(world, origin))
    .route('/', accountRoutes(world))
    .all('*', () => refuse(404, 'Nothing has this address.'))
    .onError(answerError);

  return new Hono({ strict: false })
    .route('/', oauthPageRoutes(world))
    .get('/favicon.ico', (c) => c.body(null, 204))
    .get('/md/connect/:token', (c) => c.html(widgetPage))
    .route('/', api);
}

/** Says a refusal the way the API does. */
export function answerError(error: Error): Response {
  const status = error instanceof HTTPException ? error.status : 500;
  const message = error instanceof HTTPException ? error.message : 'The sandbox itself has failed.';
  return Response.json(errorBody(message), { status });
}

function recordedHeaders({ sequence }: World): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const requestId = sequence.token('request');
    if (c.res.status !== 204 && c.res.status !== 304) {
      c.header('Content-Type', MEDIA_TYPE);
    }
    c.header('Cache-Control', 'max-age=0, private, must-revalidate');
    c.header('X-Request-Id', requestId);
    c.header('X-Runtime', `0.${(Number.parseInt(requestId.slice(0, 4), 16) % 90_000) + 10_000}`);
  };
}

function requireKeys(keys: SandboxKeys | null): MiddlewareHandler {
  return async (c, next) => {
    const apiKey = c.req.header('MX-API-Key') ?? '';
    const clientId = c.req.header('MX-Client-ID') ?? '';
    const isKnown =
      keys === null
        ? apiKey !== '' && clientId !== ''
        : apiKey === keys.apiKey && clientId === keys.clientId;
    if (!isKnown) {
      refuse(401, 'The MX-API-Key or the MX-Client-ID header is missing or wrong.');
    }
    await next();
  };
}

/** MX is not strict about Accept: only one that cannot mean JSON is refused. */
const requireJson: MiddlewareHandler = async (c, next) => {
  const accept = c.req.header('Accept') ?? '';
  if (accept !== '' && accept.split(',').every((range) => OTHER_MEDIA.test(range.trim()))) {
    refuse(406, 'The API answers application/vnd.mx.atrium.v1+json.');
  }
  await next();
};

const OTHER_MEDIA =
  /^(text|image|audio|video|font|multipart)\/|^application\/(xml|xhtml\+xml|pdf)\b/i;

/** Our own, because browsers have `crypto.subtle` in secure contexts only. */
function generateDigest(body: Uint8Array): ArrayBuffer {
  const hex = digest(new TextDecoder().decode(body));
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;
}
