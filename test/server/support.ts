import { createAtriumProxy } from '../../src/server.ts';
import type { AtriumApi, AtriumProxy, AtriumProxyOptions, ProxyEvent } from '../../src/server.ts';

export const ORIGIN = 'https://app.example.com';
export const API_KEY = 'key-that-nobody-may-see';
export const CLIENT_ID = 'client-that-nobody-may-see';
export const USER = 'USR-11111111-2222-3333-4444-555555555555';
export const MEMBER = 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b';
export const CREDENTIAL = 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1';

/** Every API of MX that a host may choose, by name. */
export const APIS: [name: string, api: AtriumApi][] = [
  ['Atrium', { api: 'atrium' }],
  ['Platform v20111101', { api: 'platform', apiVersion: 'v20111101' }],
  ['Platform v20250224', { api: 'platform', apiVersion: 'v20250224' }],
];

/** One call that reached the simulated Atrium. */
export interface Captured {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly redirect: RequestRedirect | undefined;
  readonly signal: AbortSignal;
}

export type Script = (call: Captured) => Response | Promise<Response>;

export const json = (
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: {
      'content-type': 'application/vnd.mx.atrium.v1+json; charset=utf-8',
      ...init.headers,
    },
  });

export const member = (fields: Record<string, unknown> = {}): Response =>
  json({ member: { guid: MEMBER, user_guid: USER, connection_status: 'CONNECTED', ...fields } });

/** An Atrium that answers by `script`, and what it was asked. */
export function upstream(script: Script): {
  calls: Captured[];
  fetch: (url: string, init: RequestInit) => Promise<Response>;
} {
  const calls: Captured[] = [];
  return {
    calls,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const call: Captured = {
        method: init.method ?? 'GET',
        path: pathname + search,
        url,
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        redirect: init.redirect,
        signal: init.signal ?? new AbortController().signal,
      };
      calls.push(call);
      return script(call);
    },
  };
}

export interface Harness {
  readonly calls: Captured[];
  readonly events: ProxyEvent[];
  readonly proxy: AtriumProxy;
}

/** A proxy over a scripted Atrium, for a visitor who is signed in as {@link USER}. */
export function harness(script: Script, options: Partial<AtriumProxyOptions> = {}): Harness {
  const { calls, fetch } = upstream(script);
  const events: ProxyEvent[] = [];
  const proxy = createAtriumProxy({
    environment: 'development',
    apiKey: API_KEY,
    clientId: CLIENT_ID,
    fetch,
    resolveUser: () => ({ userGuid: USER }),
    observe: (event) => events.push(event),
    ...options,
  } as AtriumProxyOptions);
  return { calls, events, proxy };
}

/** A request as a browser on the host's own page sends it. */
export function browser(
  method: string,
  path: string,
  init: { body?: unknown; headers?: Record<string, string | null>; signal?: AbortSignal } = {},
): Request {
  const headers = new Headers({ 'sec-fetch-site': 'same-origin' });
  if (method !== 'GET' && method !== 'HEAD') {
    headers.set('origin', ORIGIN);
    headers.set('content-type', 'application/json');
  }
  for (const [name, value] of Object.entries(init.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Request(`${ORIGIN}/api/atrium${path}`, {
    method,
    headers,
    ...(init.body !== undefined && {
      body: typeof init.body === 'string' ? init.body : JSON.stringify(init.body),
    }),
    ...(init.signal && { signal: init.signal }),
  });
}

/** A promise to settle by hand. */
export class Deferred<T> {
  resolve!: (value: T) => void;
  reject!: (reason: unknown) => void;
  readonly promise: Promise<T> = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

/** Lets everything that is ready to run, run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
