import { refusal, shapeAnswer } from './answers.ts';
import type { BrowserAnswer } from './answers.ts';
import { shapeBody, shapeQuery } from './fields.ts';
import type { FieldContext } from './fields.ts';
import { checkContentType, checkOrigin, ownOrigins, sessionUser } from './guard.ts';
import { parseJson, readText } from './json.ts';
import type { JsonObject } from './json.ts';
import { matchRoute, upstreamPath } from './match.ts';
import { readStatus } from './member-status.ts';
import { notify } from './observe.ts';
import type { Trace } from './observe.ts';
import { checkOptions } from './options.ts';
import type { AtriumProxyOptions, CheckedOptions, ProxyUser } from './options.ts';
import { Problem } from './problem.ts';
import { respond, respondToFailure } from './respond.ts';
import type { Route } from './routes.ts';
import { createStatusReads } from './status-reads.ts';
import type { StatusReads } from './status-reads.ts';
import { createUpstream, isSuccess } from './upstream.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from './upstream.ts';
import { createUserDirectory } from './users.ts';
import type { UserDirectory } from './users.ts';

/** Answers a browser's request. The promise never rejects. */
export type AtriumProxy = (request: Request) => Promise<Response>;

const MAX_BODY_BYTES = 64 * 1_024;
const STATUS_PATH = '/members/:member/status';
/** Not found there: it is the user that MX does not know. */
const USER_PATHS = ['/members', '/accounts'];

interface Proxy extends CheckedOptions {
  readonly upstream: Upstream;
  readonly users: UserDirectory;
  readonly statusReads: StatusReads;
}

/**
 * A handler that stands between the browser and MX: it holds the API keys, takes the user
 * from the host's session, and lets through only what the connection widget needs.
 *
 * It asks Atrium, or the MX Platform API with `api: 'platform'`, and answers in Atrium's words
 * either way.
 *
 * Mount it on the page's own origin. `OPTIONS` and `HEAD` answer 404 like anything that is not
 * listed: there is no CORS to grant. What it remembers (status reads for three seconds, guids by
 * identifier) it can lose: run as many as you like.
 *
 * @example
 * const proxy = createAtriumProxy({
 *   environment: 'development',
 *   apiKey: process.env.ATRIUM_API_KEY,
 *   clientId: process.env.ATRIUM_CLIENT_ID,
 *   resolveUser: async (request) => {
 *     const session = await readSession(request);
 *     return session && { identifier: session.userId };
 *   },
 * });
 * export { proxy as GET, proxy as POST, proxy as PUT, proxy as DELETE }; // Next: app/api/atrium/[...path]/route.ts
 * app.all('/api/atrium/*', (c) => proxy(c.req.raw)); // Hono
 * app.use('/api/atrium', toNodeListener(proxy)); // Express, before any body parser
 * Bun.serve({ fetch: proxy });
 *
 * @throws TypeError when an option is missing or wrong.
 */
export function createAtriumProxy(options: AtriumProxyOptions): AtriumProxy {
  const checked = checkOptions(options);
  const upstream = createUpstream(checked);
  const proxy: Proxy = {
    ...checked,
    upstream,
    users: createUserDirectory(upstream),
    statusReads: createStatusReads(checked.now),
  };
  return (request) => handle(proxy, request);
}

async function handle(proxy: Proxy, request: Request): Promise<Response> {
  const startedAt = proxy.now();
  const requestId = crypto.randomUUID();
  const trace: Trace = {};
  const response = await answer(proxy, request, trace).then(
    ({ status, body }) => respond(requestId, status, body),
    (error: unknown) => respondToFailure(requestId, request, error, trace),
  );
  notify(proxy.observe, {
    method: request.method,
    route: null,
    ...trace,
    status: response.status,
    durationMs: proxy.now() - startedAt,
    requestId,
  });
  return response;
}

async function answer(proxy: Proxy, request: Request, trace: Trace): Promise<BrowserAnswer> {
  const url = new URL(request.url);
  const match = matchRoute(request.method, pathBelow(proxy.basePath, url.pathname), proxy.allow);
  if (!match) throw new Problem('not-found');
  const { route, params } = match;
  trace.route = route.path;

  const origins = ownOrigins(proxy, url);
  checkOrigin(request, origins);
  checkContentType(request, route.body !== undefined);
  const user = await sessionUser(request, proxy.resolveUser);

  if (route.upstream === undefined) return features(proxy);

  const context: FieldContext = {
    redirectOrigins: new Set([...origins, ...(proxy.allow.redirectOrigins ?? [])]),
  };
  const query = route.query && shapeQuery(route.query, url.searchParams, context);
  const body = await readBody(route, request, context);
  const owner = await userParam(proxy, route.upstream, user);
  const path = upstreamPath(route.upstream, { ...params, ...owner });
  const said = await ask(proxy, route, { method: route.method, path, query, body }, request, trace);

  trace.upstreamStatus = said.status;
  if (said.requestId !== undefined) trace.upstreamRequestId = said.requestId;
  if (isSuccess(said)) {
    return shapeAnswer(route, said, proxy.allow.accountNumbers === true);
  }
  // Their user may have been deleted at MX: the next visit looks again.
  if (said.status === 404 && USER_PATHS.includes(route.path) && 'identifier' in user) {
    proxy.users.forget(user.identifier);
  }
  throw refusal(route, said);
}

/** What this server offers beyond the connection itself, so that a page offers no more than that. */
function features({ allow }: Proxy): BrowserAnswer {
  const body = { features: { manual_accounts: allow.manualAccounts === true, events: false } };
  return { status: 200, body: JSON.stringify(body) };
}

/** The guid that a path needs. Looking at banks needs none, so that alone makes no user at MX. */
async function userParam(
  { users }: Proxy,
  upstream: string,
  user: ProxyUser,
): Promise<{ user?: string }> {
  if (!upstream.includes(':user')) return {};
  return { user: 'userGuid' in user ? user.userGuid : await users.guidOf(user.identifier) };
}

/** Status reads are shared; a write makes what was read before it worthless. */
async function ask(
  { upstream, statusReads, dialect }: Proxy,
  route: Route,
  call: UpstreamCall,
  { signal }: Request,
  trace: Trace,
): Promise<UpstreamAnswer> {
  if (route.path === STATUS_PATH) {
    const load = (shared: AbortSignal): Promise<UpstreamAnswer> =>
      readStatus(upstream, dialect, call, shared);
    const read = await statusReads.read(call.path, load, signal);
    trace.coalesced = read.coalesced;
    return read.answer;
  }
  const status = statusPathOf(call);
  if (route.method === 'GET' || status === undefined) return upstream(call, signal);
  statusReads.forget(status);
  try {
    return await upstream(call, signal);
  } finally {
    statusReads.forget(status);
  }
}

/** Where the status is read of the member that a call is about. Holds the user's guid: nobody shares it. */
function statusPathOf({ path }: UpstreamCall): string | undefined {
  const member = /^\/users\/[^/]+\/members\/[^/]+/.exec(path)?.[0];
  return member && `${member}/status`;
}

async function readBody(
  { body }: Route,
  request: Request,
  context: FieldContext,
): Promise<JsonObject | undefined> {
  if (!body) return undefined;
  const text = await readText(request.body, MAX_BODY_BYTES);
  if (text === undefined) {
    throw new Problem('invalid', { status: 413, message: 'The body may hold 64 KiB at most.' });
  }
  return shapeBody(body, parseJson(text), context);
}

/** Empty, which no route matches, when the path is not below the base. */
function pathBelow(basePath: string, pathname: string): string {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
}
