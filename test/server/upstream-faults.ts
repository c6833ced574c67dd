import type { ProxyErrorKind } from '../../src/server.ts';
import type { Route } from '../../src/server/routes.ts';
import { API_KEY, json, MEMBER, USER } from './support.ts';
import type { Captured } from './support.ts';

/** What MX says besides a status: nobody may see it. */
const WORDS = `Words of MX about ${USER}, and ${API_KEY}`;

/** What the browser is told, and what it took. */
export interface Outcome {
  readonly status: number;
  /** `null`: it is no error. */
  readonly kind: ProxyErrorKind | null;
  readonly retryAfter?: string;
  /** How often MX was asked. */
  readonly asked: number;
  /** The status of MX, where it came as far as that; told to the observer. */
  readonly heard?: number;
}

/** One thing that can go wrong between the proxy and MX. */
export interface UpstreamFault {
  readonly answer: (route: Route, call: Captured) => Response | Promise<Response>;
  readonly outcome: (route: Route) => Outcome;
  /** How long it takes, in milliseconds. Absent: no time. */
  readonly lastsMs?: number;
}

const isRead = ({ method }: Route): boolean => method === 'GET';
const isCreate = ({ method, path }: Route): boolean => method === 'POST' && path === '/members';
const isResume = ({ path }: Route): boolean => path === '/members/:member/resume';
const mainOf = (route: Route): string => (route.upstream === undefined ? '' : route.answer.name);

/** The answer that the route is for. */
export const success = (route: Route): Response => {
  const one = { guid: MEMBER, error: null };
  const main = mainOf(route);
  return json({ [main]: main.endsWith('s') ? [one] : one });
};

const headers = {
  'set-cookie': 'mx=1',
  server: 'MX',
  location: 'https://evil.example/',
  'x-trace': WORDS,
  'x-request-id': `<${USER}>`,
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const inService = { status: 502, kind: 'server' } as const;

/** MX has said no. Only its status counts. */
const refusal = (
  heard: number,
  outcomeOf: (route: Route) => Pick<Outcome, 'status' | 'kind' | 'retryAfter'>,
  more: Record<string, string> = {},
): UpstreamFault => ({
  answer: () =>
    json({ error: { message: WORDS } }, { status: heard, headers: { ...headers, ...more } }),
  outcome: (route) => ({ ...outcomeOf(route), asked: 1, heard }),
});

/** Something in front of MX has said that MX is away. */
const gateway = (heard: number): UpstreamFault => ({
  answer: () => new Response(`<!doctype html><h1>${WORDS}</h1>`, { status: heard, headers }),
  outcome: (route) => ({ ...inService, asked: isRead(route) ? 2 : 1, heard }),
});

/** There is no answer, or not all of it. It may have been done all the same. */
const broken = (answer: UpstreamFault['answer']): UpstreamFault => ({
  answer,
  outcome: (route) => ({ ...inService, asked: isRead(route) ? 2 : 1 }),
});

const redirect = (heard: number): UpstreamFault => ({
  answer: () => new Response(null, { status: heard, headers }),
  outcome: () => ({ ...inService, asked: 1 }),
});

/** A success that cannot be read is none. */
const unreadable = (textOf: (route: Route) => string): UpstreamFault => ({
  answer: (route) => new Response(textOf(route), { headers }),
  outcome: () => ({ ...inService, asked: 1, heard: 200 }),
});

const endless = (): Response => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`{"${WORDS}":`)),
  });
  return new Response(body, { headers });
};

const tooLate: Pick<UpstreamFault, 'outcome' | 'lastsMs'> = {
  outcome: () => ({ status: 504, kind: 'timeout', asked: 1 }),
  lastsMs: 30_000,
};

/** Everything that can go wrong between the proxy and MX, and what comes of it. */
export const UPSTREAM_FAULTS = {
  'no connection': broken(() => {
    throw new TypeError(`fetch failed: ${WORDS}`);
  }),
  'a connection that breaks while the answer comes': broken(() => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`{"member":{"${WORDS}`)),
      pull: (controller) => controller.error(new TypeError(`terminated: ${WORDS}`)),
    });
    return new Response(body, { headers });
  }),
  'no answer for 30 seconds': {
    ...tooLate,
    answer: (_, { signal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      ),
  },
  'an answer that stops half-way': { ...tooLate, answer: endless },
  'an answer after 29 seconds': {
    answer: async (route) => {
      await after(29_000);
      return success(route);
    },
    outcome: () => ({ status: 200, kind: null, asked: 1, heard: 200 }),
    lastsMs: 29_000,
  },
  '400': refusal(400, () => ({ status: 400, kind: 'invalid' })),
  '401': refusal(401, () => inService),
  '403': refusal(403, ({ needs }) =>
    needs === undefined ? inService : { status: 403, kind: 'forbidden' },
  ),
  '404': refusal(404, () => ({ status: 404, kind: 'not-found' })),
  '405': refusal(405, (route) => {
    if (isCreate(route)) return { status: 405, kind: 'member-limit' };
    return isResume(route) ? { status: 409, kind: 'conflict' } : inService;
  }),
  '406': refusal(406, () => inService),
  '409': refusal(409, () => ({ status: 409, kind: 'conflict' })),
  '422': refusal(422, () => ({ status: 422, kind: 'invalid' })),
  '429': refusal(429, () => ({ status: 429, kind: 'throttled' })),
  '429 and when to come back': refusal(
    429,
    () => ({ status: 429, kind: 'throttled', retryAfter: '20' }),
    { 'retry-after': '20' },
  ),
  '500': refusal(500, () => inService),
  '502 and a page': gateway(502),
  '503 and a page': gateway(503),
  '504 and a page': gateway(504),
  '302': redirect(302),
  '307': redirect(307),
  '200 and half of its JSON': unreadable((route) => `{"${mainOf(route)}":{"words":"${WORDS}`),
  '200 and a page': unreadable(() => `<!doctype html><h1>${WORDS}</h1>`),
  '200 and another resource': unreadable(() =>
    JSON.stringify({ statement: { guid: USER, WORDS } }),
  ),
  '200 and words in its place': unreadable((route) => JSON.stringify({ [mainOf(route)]: WORDS })),
  '200 and null in its place': unreadable((route) => JSON.stringify({ [mainOf(route)]: null })),
  '200 and a list of it': unreadable((route) => JSON.stringify([{ [mainOf(route)]: [WORDS] }])),
  '200 and nothing': {
    answer: () => new Response('', { headers }),
    // A job that was started needs no words. What was to be read does.
    outcome: (route) =>
      isRead(route)
        ? { ...inService, asked: 1, heard: 200 }
        : { status: 204, kind: null, asked: 1, heard: 204 },
  },
  '204': {
    answer: () => new Response(null, { status: 204, headers }),
    outcome: () => ({ status: 204, kind: null, asked: 1, heard: 204 }),
  },
} as const satisfies Record<string, UpstreamFault>;

export type UpstreamFaultName = keyof typeof UPSTREAM_FAULTS;
