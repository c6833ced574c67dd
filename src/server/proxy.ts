import { refusal, shapeAnswer } from './answers.ts';
import type { BrowserAnswer } from './answers.ts';
import { shapeMember, shapeQuery } from './fields.ts';
import type { FieldContext } from './fields.ts';
import { checkContentType, checkOrigin, ownOrigins, sessionUser } from './guard.ts';
import { parseJson, readText } from './json.ts';
import type { JsonObject } from './json.ts';
import { matchRoute, upstreamPath } from './match.ts';
import { notify } from './observe.ts';
import type { ProxyEvent } from './observe.ts';
import { checkOptions } from './options.ts';
import type { AtriumProxyOptions, CheckedOptions } from './options.ts';
import { Problem, problemOf } from './problem.ts';
import type { Route } from './routes.ts';
import { createStatusReads } from './status-reads.ts';
import type { StatusReads } from './status-reads.ts';
import { createUpstream } from './upstream.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from './upstream.ts';
import { createUserDirectory } from './users.ts';
import type { UserDirectory } from './users.ts';

/** Answers a browser's request. The promise never rejects. */
export type AtriumProxy = (request: Request) => Promise<Response>;

const MAX_BODY_BYTES = 64 * 1_024;
/** What nginx logs for the same: nobody is left to read the answer. */
const CLIENT_CLOSED_REQUEST = 499;
const STATUS_PATH = '/members/:member/status';

interface Proxy extends CheckedOptions {
  readonly upstream: Upstream;
  readonly users: UserDirectory;
  readonly statusReads: StatusReads;
}

/** What the observer will be told, filled in along the way. */
type Trace = { -readonly [Key in keyof ProxyEvent]?: ProxyEvent[Key] };

/**
 * A handler that stands between the browser and Atrium: it holds the API keys, takes the user
 * from the host's session, and lets through only what the connection widget needs.
 *
 * Mount it where the page can reach it on its own origin; the client's default is `/api/atrium`.
 * `OPTIONS` and `HEAD` answer 404 like any route that is not listed: there is no CORS to grant.
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
  const path = pathBelow(proxy.basePath, url.pathname);
  const match = path === undefined ? undefined : matchRoute(request.method, path, proxy.allow);
  if (!match) throw new Problem('not-found');
  const { route, params } = match;
  trace.route = route.path;

  const origins = ownOrigins(proxy, url);
  checkOrigin(request, origins);
  checkContentType(request, route.member !== undefined);
  const user = await sessionUser(request, proxy.resolveUser, proxy.users);

  const context: FieldContext = {
    redirectOrigins: new Set([...origins, ...(proxy.allow.redirectOrigins ?? [])]),
  };
  const call: UpstreamCall = {
    method: route.method,
    path: upstreamPath(route, { ...params, user: user.guid }),
    query: route.query && shapeQuery(route.query, url.searchParams, context),
    body: await shapeBody(route, request, context),
  };
  const member = params['member'] === undefined ? undefined : `${user.guid}/${params['member']}`;
  const said = await ask(proxy, route, call, member, request.signal, trace);
  trace.upstreamStatus = said.status;
  if (said.requestId !== undefined) trace.upstreamRequestId = said.requestId;

  if (said.status >= 200 && said.status < 300) {
    return shapeAnswer(route, said, proxy.allow.accountNumbers === true);
  }
  // The user may have been deleted at MX: the next visit looks again.
  if (said.status === 404 && member === undefined && user.identifier !== undefined) {
    proxy.users.forget(user.identifier);
  }
  throw refusal(route, said);
}

/** Status reads are shared; a write makes what was read before it worthless. */
async function ask(
  { upstream, statusReads }: Proxy,
  route: Route,
  call: UpstreamCall,
  member: string | undefined,
  signal: AbortSignal,
  trace: Trace,
): Promise<UpstreamAnswer> {
  if (member === undefined) return upstream(call, signal);
  if (route.path === STATUS_PATH) {
    const load = (shared: AbortSignal): Promise<UpstreamAnswer> => upstream(call, shared);
    const { answer: said, coalesced } = await statusReads.read(member, load, signal);
    trace.coalesced = coalesced;
    return said;
  }
  if (route.method === 'GET') return upstream(call, signal);
  statusReads.forget(member);
  try {
    return await upstream(call, signal);
  } finally {
    statusReads.forget(member);
  }
}

async function shapeBody(
  { member }: Route,
  request: Request,
  context: FieldContext,
): Promise<JsonObject | undefined> {
  if (!member) return undefined;
  const text = await readText(request.body, MAX_BODY_BYTES);
  if (text === undefined) {
    throw new Problem('invalid', { status: 413, message: 'The body may hold 64 KiB at most.' });
  }
  return shapeMember(member, parseJson(text), context);
}

function pathBelow(basePath: string, pathname: string): string | undefined {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
}

function respondToFailure(
  requestId: string,
  request: Request,
  error: unknown,
  trace: Trace,
): Response {
  if (request.signal.aborted) {
    trace.error = 'aborted';
    return respond(requestId, CLIENT_CLOSED_REQUEST, null);
  }
  const { kind, status, message, details } = problemOf(error);
  trace.error = kind;
  if (details.reason !== undefined) trace.reason = details.reason;
  const { memberGuid, retryAfter } = details;
  const body = { kind, message, ...(memberGuid !== undefined && { member_guid: memberGuid }) };
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return respond(requestId, status, JSON.stringify({ error: body }), headers);
}

function respond(
  requestId: string,
  status: number,
  body: string | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    },
  });
}
