import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { MiddlewareHandler } from 'hono';
import { accountRoutes } from './account-routes.ts';
import { dialectOf, dialects } from './dialects/choose.ts';
import type { Dialect, SandboxKeys } from './dialects/dialect.ts';
import { MEDIA_TYPE_20111101 } from './dialects/platform-20111101.ts';
import { platform20250224, VERSION_20250224 } from './dialects/platform-20250224.ts';
import { errorBody, refuse } from './errors.ts';
import type { JobKind } from './facts.ts';
import { digest } from './guids.ts';
import { institutionRoutes } from './institution-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { manualAccountRoutes } from './manual-account-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { widgetPage } from './oauth-pages.ts';
import { oauthApiRoutes, oauthPageRoutes } from './oauth-routes.ts';
import { userRoutes } from './user-routes.ts';
import type { World } from './world.ts';

/** How the API of a sandbox behaves. */
export interface AppOptions {
  /** `null`: any two keys that are not empty will do. */
  readonly keys: SandboxKeys | null;
  readonly disabledFeatures: ReadonlySet<JobKind>;
  /** Where a browser finds the sandbox, given the address of a request to it. */
  readonly origin: (url: string) => string;
}

/** The APIs over a world, each told by the headers of its requests, and the pages at the bank. */
export function createApp(world: World, options: AppOptions): Hono {
  const apis = new Map(dialects.map((dialect) => [dialect, createApi(world, dialect, options)]));
  const versionless = createVersionless(world, options);

  return new Hono({ strict: false })
    .route('/', oauthPageRoutes(world))
    .get('/favicon.ico', (c) => c.body(null, 204))
    .get('/md/connect/:token', (c) => c.html(widgetPage))
    .all('*', (c) => {
      const dialect = dialectOf(c.req.raw.headers);
      const api = (dialect && apis.get(dialect)) ?? versionless;
      return api.fetch(c.req.raw);
    });
}

function createApi(world: World, dialect: Dialect, options: AppOptions): Hono {
  const { keys, disabledFeatures, origin } = options;
  return new Hono({ strict: false })
    .use(
      recordedHeaders(world, dialect.mediaType),
      etag({ weak: true, generateDigest }),
      requireKeys(keys, dialect),
      requireJson(dialect),
    )
    .route('/', userRoutes(world, dialect, origin))
    .route('/', institutionRoutes(world, dialect))
    .route('/', memberRoutes(world, dialect, options))
    .route('/', jobRoutes(world, dialect, disabledFeatures))
    .route('/', oauthApiRoutes(world, dialect, origin))
    .route('/', accountRoutes(world, dialect))
    .route('/', dialect.hasManualAccounts ? manualAccountRoutes(world, dialect) : new Hono())
    .all('*', () => refuse(404, 'Nothing has this address.'))
    .onError(answerError);
}

/** What the Platform API says to a request that names no version of it. Keys come first here too. */
function createVersionless(world: World, { keys }: AppOptions): Hono {
  return new Hono({ strict: false })
    .use(recordedHeaders(world, platform20250224.mediaType), requireKeys(keys, platform20250224))
    .all('*', () =>
      refuse(
        406,
        `Say which version of the API is meant: Accept-Version: ${VERSION_20250224}, or Accept: ${MEDIA_TYPE_20111101}.`,
      ),
    )
    .onError(answerError);
}

/** Says a refusal the way the API does. */
export function answerError(error: Error): Response {
  const status = error instanceof HTTPException ? error.status : 500;
  const message = error instanceof HTTPException ? error.message : 'The sandbox itself has failed.';
  return Response.json(errorBody(message), { status });
}

function recordedHeaders({ sequence }: World, mediaType: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const requestId = sequence.token('request');
    if (c.res.status !== 204 && c.res.status !== 304) {
      c.header('Content-Type', mediaType);
    }
    c.header('Cache-Control', 'max-age=0, private, must-revalidate');
    c.header('X-Request-Id', requestId);
    c.header('X-Runtime', `0.${(Number.parseInt(requestId.slice(0, 4), 16) % 90_000) + 10_000}`);
  };
}

function requireKeys(
  keys: SandboxKeys | null,
  { keysOf, keysRefusal }: Dialect,
): MiddlewareHandler {
  return async (c, next) => {
    const { apiKey, clientId } = keysOf(c.req.raw.headers);
    const isKnown =
      keys === null
        ? apiKey !== '' && clientId !== ''
        : apiKey === keys.apiKey && clientId === keys.clientId;
    if (!isKnown) {
      refuse(401, keysRefusal);
    }
    await next();
  };
}

/** MX is not strict about Accept: only one that cannot mean JSON is refused. */
function requireJson({ accepts }: Dialect): MiddlewareHandler {
  return async (c, next) => {
    const accept = c.req.header('Accept') ?? '';
    if (accept !== '' && accept.split(',').every((range) => OTHER_MEDIA.test(range.trim()))) {
      refuse(406, `The API answers ${accepts}.`);
    }
    await next();
  };
}

const OTHER_MEDIA =
  /^(text|image|audio|video|font|multipart)\/|^application\/(xml|xhtml\+xml|pdf)\b/i;

/** Our own, because browsers have `crypto.subtle` in secure contexts only. */
function generateDigest(body: Uint8Array): ArrayBuffer {
  const hex = digest(new TextDecoder().decode(body));
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;
}
