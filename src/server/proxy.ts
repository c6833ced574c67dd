import type { RESOURCES } from '../contract/resources.ts';
import { isAttempt } from './attempts.ts';
import { refusal, shapeAnswer } from './answers.ts';
import type { BrowserAnswer } from './answers.ts';
import type { AtriumProxy, ShutdownOptions } from './atrium-proxy.ts';
import { askMx, createExchange, userGuid as userGuidOf } from './exchange.ts';
import type { ExchangeContext } from './exchange.ts';
import { shapeBody, shapeQuery } from './fields.ts';
import type { FieldContext } from './fields.ts';
import {
  checkContentType,
  checkOrigin,
  checkUser,
  isStillSignedIn,
  logIfMistake,
  ownOrigins,
  sessionUser,
} from './guard.ts';
import { parseJson } from './json.ts';
import type { JsonObject } from './json.ts';
import { matchRoute } from './match.ts';
import { memberGuidIn } from './member-status.ts';
import { createMistakeLog } from './mistake-log.ts';
import type { LogMistake } from './mistake-log.ts';
import type { Trace } from './observe.ts';
import { checkDuration } from './check.ts';
import { checkOptions } from './check-options.ts';
import { createDrain } from './drain.ts';
import type { Drain } from './drain.ts';
import type { AtriumProxyOptions, CheckedOptions } from './options.ts';
import { handlerOf } from './plain.ts';
import type { PlainAnswer } from './plain.ts';
import { Problem } from './problem.ts';
import { userKey } from './proxy-user.ts';
import type { ProxyUser } from './proxy-user.ts';
import { readRequestBody } from './request-body.ts';
import { startReport } from './report.ts';
import type { Report } from './report.ts';
import { respond, respondToFailure } from './respond.ts';
import type { Route } from './routes.ts';
import { createStreams } from './streams/streams.ts';
import type { Streams } from './streams/streams.ts';
import { EVENT_STREAM_HEADERS } from './streams/wire.ts';
import { requestIdIn } from './trace-headers.ts';
import { createUpstream, isSuccess } from './upstream.ts';
import { createUserSlots } from './user-slots.ts';
import { createUserDirectory } from './users.ts';

const EVENTS_PATH = '/events';
const HEALTH_PATH = '/health';

interface Proxy extends CheckedOptions, ExchangeContext {
  readonly events: Streams | undefined;
  readonly drain: Drain;
  readonly logMistake: LogMistake;
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
 * identifier) it can lose: run as many as you like, and give them a `store` to share.
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
  const proxy: Proxy = {
    ...checked,
    upstream: createUpstream(checked),
    users: createUserDirectory(),
    slots: createUserSlots(checked.limits.concurrency),
    events: checked.streams && createStreams(checked.store, checked.streams),
    drain: createDrain(),
    logMistake: createMistakeLog(),
  };
  const { store, events, drain } = proxy;
  return Object.assign(
    handlerOf(async (request) => {
      const answered = await drain.track(handle(proxy, request));
      return drain.isStopping() ? { ...answered, isLast: true } : answered;
    }),
    {
      endStreams: async (user: ProxyUser) => store.endStreams(checkUser(user)),
      shutdown: async ({ timeoutMs = 25_000 }: ShutdownOptions = {}) => {
        const stopped = drain.stop(checkDuration('timeoutMs', timeoutMs));
        events?.close();
        return stopped;
      },
    },
  );
}

async function handle(proxy: Proxy, request: Request): Promise<PlainAnswer> {
  const requestId = requestIdIn(request.headers) ?? crypto.randomUUID();
  const report = startReport(proxy, request, requestId);
  try {
    const { status, body, headers, ended } = await answer(proxy, request, report);
    report.finish(status);
    void ended?.then((streamEnd) =>
      report.tell(status, {
        stream: 'ended',
        streamEnd,
        openStreams: proxy.events?.size() ?? 0,
      }),
    );
    return respond(requestId, status, body, headers);
  } catch (error) {
    const failure = respondToFailure(requestId, request, error, report.trace);
    report.finish(failure.status);
    logIfMistake(error, proxy.logMistake);
    return failure;
  }
}

async function answer(
  proxy: Proxy,
  request: Request,
  { trace, subject }: Report,
): Promise<BrowserAnswer> {
  const url = new URL(request.url);
  const offers = { ...proxy.allow, events: proxy.events !== undefined };
  const match = matchRoute(request.method, pathBelow(proxy.basePath, url.pathname), offers);
  if (!match) throw new Problem('not-found');
  const { route, params } = match;
  trace.route = route.path;
  subject.action = route.action;
  subject.memberGuid = params['member'];
  proxy.drain.refuseIfStopping();
  if (route.path === HEALTH_PATH) return health(proxy);

  const origins = ownOrigins(proxy, url);
  checkOrigin(request, origins);
  checkContentType(request, route.body !== undefined);
  const user = await sessionUser(request, proxy.resolveUser);
  subject.user = user;

  if (route.path === EVENTS_PATH) return openEvents(proxy, request, user, trace);
  if (route.upstream === undefined) return features(proxy);

  const context: FieldContext = {
    redirectOrigins: new Set([...origins, ...(proxy.allow.redirectOrigins ?? [])]),
  };
  const query = route.query && shapeQuery(route.query, url.searchParams, context);
  const body = await readBody(proxy, route, request, context);
  if (isAttempt(body)) await countAttempt(proxy, user);
  const question = { route, pattern: route.upstream, params, query, body };
  const said = await askMx(createExchange(proxy, request, user), question, trace);

  trace.upstreamStatus = said.status;
  if (said.requestId !== undefined) trace.upstreamRequestId = said.requestId;
  if (isSuccess(said)) {
    subject.memberGuid ??= memberGuidIn(said.body);
    return shapeAnswer(route, said);
  }
  throw refusal(route, said);
}

/** What this server offers beyond the connection itself, so that a page offers no more than that. */
function features({ allow, events }: Proxy): BrowserAnswer {
  const offers: Readonly<Record<keyof typeof RESOURCES.features, boolean>> = {
    manual_accounts: allow.manualAccounts === true,
    events: events !== undefined,
  };
  return { status: 200, body: JSON.stringify({ features: offers }) };
}

/** For whatever watches over this server: it needs no session, and MX is not asked. */
async function health({ store }: Proxy): Promise<BrowserAnswer> {
  const state: Readonly<Record<keyof typeof RESOURCES.health, string>> = {
    status: 'ok',
    store: await store.health(),
  };
  return { status: 200, body: JSON.stringify({ health: state }) };
}

/** The events of the session's user, whom MX knows by a guid. */
async function openEvents(
  proxy: Proxy,
  request: Request,
  user: ProxyUser,
  trace: Trace,
): Promise<BrowserAnswer> {
  const { events } = proxy;
  if (!events) throw new Problem('not-found');
  const userGuid = await userGuidOf(createExchange(proxy, request, user));
  const { body, ended } = await events.open({
    user,
    userGuid,
    isSignedIn: () => isStillSignedIn(request, proxy, user, userGuid),
    lastEventId: request.headers.get('last-event-id'),
    signal: request.signal,
  });
  trace.stream = 'opened';
  trace.openStreams = events.size();
  return { status: 200, body, headers: EVENT_STREAM_HEADERS, ended };
}

/** @throws Problem `too-many-attempts` when the user has made as many as the limit allows. */
async function countAttempt({ store, limits }: Proxy, user: ProxyUser): Promise<void> {
  if (limits.attempts === undefined) return;
  const waitMs = await store.countAttempt(userKey(user), limits.attempts);
  if (waitMs > 0) {
    throw new Problem('too-many-attempts', { retryAfter: String(Math.ceil(waitMs / 1_000)) });
  }
}

async function readBody(
  { bodyTimeoutMs }: Proxy,
  { body }: Route,
  request: Request,
  context: FieldContext,
): Promise<JsonObject | undefined> {
  if (!body) return undefined;
  const read = await readRequestBody(request.body, bodyTimeoutMs);
  switch (read.kind) {
    case 'whole':
      return shapeBody(body, parseJson(read.text), context);
    case 'too-large':
      throw new Problem('invalid', { status: 413, message: 'The body may hold 64 KiB at most.' });
    case 'incomplete':
      throw new Problem('timeout', {
        status: 408,
        message: 'The request took too long to arrive. Try again.',
      });
    default:
      return read satisfies never;
  }
}

/** Empty, which no route matches, when the path is not below the base. */
function pathBelow(basePath: string, pathname: string): string {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
}
