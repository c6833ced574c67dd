import { deadlineIn, withDeadline } from './abort.ts';
import type { JsonObject } from './json.ts';
import { upstreamPath } from './match.ts';
import { readStatus, statusPathOf } from './member-status.ts';
import type { Trace } from './observe.ts';
import type { CheckedOptions } from './options.ts';
import { userKey } from './proxy-user.ts';
import type { ProxyUser } from './proxy-user.ts';
import type { Route } from './routes.ts';
import { traceHeadersIn } from './trace-headers.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from './upstream.ts';
import type { UserSlots } from './user-slots.ts';
import type { UserDirectory } from './users.ts';

const STATUS_PATH = '/members/:member/status';

/** Calls that MX answers with 404 only if it does not know the user. */
const ABOUT_THE_USER: readonly string[] = ['GET /members', 'POST /accounts'];

/** What exchanges have in common. */
export interface ExchangeContext extends Pick<CheckedOptions, 'dialect' | 'store' | 'timeoutMs'> {
  readonly upstream: Upstream;
  readonly users: UserDirectory;
  readonly slots: UserSlots;
}

/** All calls to MX for one request. They share a deadline, and end when the browser leaves. */
export interface Exchange extends Omit<ExchangeContext, 'timeoutMs'> {
  readonly user: ProxyUser;
  /** The browser's. */
  readonly signal: AbortSignal;
  readonly deadline: number;
}

/** What to ask MX for, checked. */
export interface Question {
  readonly route: Pick<Route, 'method' | 'path'>;
  /** The route's path at MX, with `:user` and other names in it. */
  readonly pattern: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams | undefined;
  readonly body: JsonObject | undefined;
}

export function createExchange(
  { upstream, users, slots, dialect, store, timeoutMs }: ExchangeContext,
  { signal, headers }: Request,
  user: ProxyUser,
): Exchange {
  return {
    upstream: (call, own) => {
      const trace = traceHeadersIn(headers);
      return upstream(trace ? { ...call, trace } : call, own);
    },
    users,
    slots,
    dialect,
    store,
    user,
    signal,
    deadline: deadlineIn(timeoutMs),
  };
}

/** Returns the guid of the session's user, and finds or creates the MX user if necessary. */
export async function userGuid(exchange: Exchange): Promise<string> {
  return (
    knownGuid(exchange) ??
    withDeadline(exchange.deadline, exchange.signal, (signal) => findGuid(exchange, signal))
  );
}

/** Asks MX. `trace` receives whether the answer was another request's. */
export function askMx(
  exchange: Exchange,
  question: Question,
  trace: Trace,
): Promise<UpstreamAnswer> {
  // It may come from memory, where a timer would be most of the cost. A call has its own.
  if (question.route.path === STATUS_PATH && knownGuid(exchange) !== undefined) {
    return ask(exchange, question, exchange.signal, trace);
  }
  return withDeadline(exchange.deadline, exchange.signal, (signal) =>
    ask(exchange, question, signal, trace),
  );
}

async function ask(
  exchange: Exchange,
  { route, pattern, params, query, body }: Question,
  signal: AbortSignal,
  trace: Trace,
): Promise<UpstreamAnswer> {
  // Reading institutions must not create an MX user.
  const owner = pattern.includes(':user') ? { user: await findGuid(exchange, signal) } : {};
  const path = upstreamPath(pattern, { ...params, ...owner });
  const call = { method: route.method, path, query, body };
  if (route.path === STATUS_PATH) return askStatus(exchange, call, signal, trace);
  const send = (): Promise<UpstreamAnswer> =>
    call.method === 'GET' ? exchange.upstream(call, signal) : write(exchange, call, signal);
  const answer = await exchange.slots.run(userKey(exchange.user), send, signal);
  if (answer.status === 404) await recheckUser(exchange, route, signal);
  return answer;
}

/** Status reads are shared by all requests for the same member, and so is their slot. */
async function askStatus(
  { upstream, user, slots, store, dialect, deadline }: Exchange,
  call: UpstreamCall,
  signal: AbortSignal,
  trace: Trace,
): Promise<UpstreamAnswer> {
  const load = (shared: AbortSignal): Promise<UpstreamAnswer> =>
    withDeadline(deadline, shared, (own) =>
      slots.run(userKey(user), () => readStatus(upstream, dialect, call, own), own),
    );
  const { answer, coalesced } = await store.readStatus(call.path, load, signal);
  trace.coalesced = coalesced;
  return answer;
}

/** After a write, a status that was read before it is out of date. */
async function write(
  { upstream, store }: Exchange,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const status = statusPathOf(call);
  if (status === undefined) return upstream(call, signal);
  let isUnknown = false;
  try {
    const answer = await upstream(call, signal);
    isUnknown = answer.status === 404;
    return answer;
  } finally {
    // Keep nothing in the store for a member that does not exist.
    if (!isUnknown) await store.forgetStatus(status);
  }
}

/** A member or an institution that MX does not know says nothing about the user. */
async function recheckUser(
  { upstream, users, user }: Exchange,
  { method, path }: Question['route'],
  signal: AbortSignal,
): Promise<void> {
  if ('identifier' in user && ABOUT_THE_USER.includes(`${method} ${path}`)) {
    // Without an answer nothing is known of the user, and the 404 stands.
    await users.recheck(user.identifier, upstream, signal).catch(() => {});
  }
}

function knownGuid({ user, users }: Exchange): string | undefined {
  return 'userGuid' in user ? user.userGuid : users.known(user.identifier);
}

async function findGuid(exchange: Exchange, signal: AbortSignal): Promise<string> {
  const { user, users, upstream } = exchange;
  return 'userGuid' in user ? user.userGuid : users.guidOf(user.identifier, upstream, signal);
}
