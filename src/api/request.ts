import { withDeadline } from './deadline.ts';
import { failure, failureOf, type Verb } from './failure.ts';

/** How requests reach the host's server. */
export interface TransportOptions {
  /** Where the proxy is mounted, such as `/api/atrium`. */
  readonly baseUrl: string;
  /** In place of the global `fetch`, which is looked up at each request. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Sent with every request, such as the host's CSRF token. A function is asked each time. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** Whether the host's session cookie goes along. Default `same-origin`. */
  readonly credentials?: RequestCredentials | undefined;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined;
}

/** In milliseconds, where the host has not said otherwise. */
export const TIMEOUT_MS = 30_000;

/** One request. */
export interface Call {
  readonly verb: Verb;
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, not yet encoded. */
  readonly path: readonly string[];
  /** Parameters that are `undefined` are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  /** In place of what is sent with every request for JSON. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request and resolves with the JSON of the answer, `undefined` if it has no content. */
export type Send = (call: Call, signal: AbortSignal | undefined) => Promise<unknown>;

export function createSend(options: TransportOptions): Send {
  const { timeoutMs = TIMEOUT_MS } = options;
  return (call, signal) =>
    withDeadline(
      (deadline) => exchange(call, options, deadline),
      timeoutMs,
      () => failure('timeout', call.verb),
      signal,
    );
}

async function exchange(
  call: Call,
  options: TransportOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await respond(call, options, signal);
  const body = await response.text().catch(unreachable(call));
  if (response.status === 204 || (body === '' && call.method !== undefined)) {
    return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    throw failure('unreadable', call.verb, { status: response.status });
  }
}

const unreachable = (call: Call) => () => {
  throw failure('offline', call.verb);
};

/** Sends a request and resolves with the answer once it begins, if it is a success. */
export async function respond(
  call: Call,
  options: TransportOptions,
  signal: AbortSignal,
): Promise<Response> {
  const url = options.baseUrl + pathOf(call) + queryOf(call);
  const response = await post(url, call, options, signal).catch(unreachable(call));
  if (!response.ok) {
    throw await failureOf(response, call.verb);
  }
  return response;
}

async function post(
  url: string,
  { method = 'GET', body, headers: wanted = { accept: 'application/json' } }: Call,
  { fetch: send = fetch, headers: own, credentials = 'same-origin' }: TransportOptions,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers(typeof own === 'function' ? await own() : own);
  Object.entries(wanted).forEach(([name, value]) => headers.set(name, value));
  if (body !== undefined) {
    headers.set('content-type', 'application/json');
  }
  return send(url, {
    method,
    headers,
    credentials,
    signal,
    // A poll answered from a cache would go on for ever.
    cache: 'no-store',
    // A redirect must not carry what a person typed to another place.
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** An id of dots alone would climb out of its route; an empty one would name another. */
function pathOf({ path, verb }: Call): string {
  return path
    .map((segment) => {
      if (/^\.*$/.test(segment)) {
        throw failure('not-found', verb);
      }
      return `/${encodeURIComponent(segment)}`;
    })
    .join('');
}

function queryOf({ query = {} }: Call): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      search.set(name, `${value}`);
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}
