import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AtriumApi, ProxyAllow, ProxyEvent } from '../../src/server.ts';
import { one } from '../../src/server/response-shape.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { Route } from '../../src/server/routes.ts';
import { NEW } from './exchange.ts';
import { API_KEY, browser, CLIENT_ID, CREDENTIAL, harness, json, MEMBER, USER } from './support.ts';
import { success, UPSTREAM_FAULTS } from './upstream-faults.ts';
import type { Outcome, UpstreamFault, UpstreamFaultName } from './upstream-faults.ts';

const PREMIUM: ProxyAllow = {
  accountNumbers: true,
  accountOwners: true,
  verification: true,
  identification: true,
};
const APIS: [name: string, api: AtriumApi, allow: ProxyAllow][] = [
  ['Atrium', { api: 'atrium' }, PREMIUM],
  ['Platform', NEW, { ...PREMIUM, manualAccounts: true }],
];

const secrets = [{ guid: CREDENTIAL, value: 'hunter2' }];

/** A body for every route that takes one. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /members': { member: { institution_code: 'mxbank', credentials: secrets } },
  'PUT /members/:member': { member: { credentials: secrets } },
  'PUT /members/:member/resume': { member: { challenges: secrets } },
  'POST /accounts': { account: { name: 'Cash', account_type: 'CASH' } },
};

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Every route that MX is asked for, in each of its APIs: a new one is met by every fault too. */
const routesOf = (allow: ProxyAllow): readonly Route[] =>
  ROUTES.filter(
    ({ upstream, needs }) =>
      upstream !== undefined && (needs === undefined || (needs !== 'events' && allow[needs])),
  );

function requestOf(route: Route, signal?: AbortSignal): Request {
  const body = BODIES[nameOf(route)];
  if (route.body && body === undefined) throw new Error(`${nameOf(route)} has no body here.`);
  const path = route.path.replace(':member', MEMBER).replace(':code', 'mxbank');
  return browser(route.method, path, { body, ...(signal && { signal }) });
}

const PASSED = ['cache-control', 'content-type', 'cross-origin-resource-policy', 'referrer-policy', 'retry-after', 'x-content-type-options', 'x-request-id']; // prettier-ignore
const HIDDEN = [API_KEY, CLIENT_ID, btoa(`${CLIENT_ID}:${API_KEY}`), USER, 'hunter2', 'Words of MX', 'evil']; // prettier-ignore

/** What an answer is, once it is seen to be one of the proxy's own. */
async function toldBy(response: Response): Promise<Pick<Outcome, 'status' | 'kind'>> {
  const { status, headers } = response;
  const text = await response.text();
  const passed = [...headers.keys()];
  expect(passed.filter((name) => !PASSED.includes(name))).toEqual([]);
  expect(headers.get('cache-control')).toBe('no-store');
  const shown = `${text} ${JSON.stringify([...headers])} ${response.statusText}`;
  expect(HIDDEN.filter((secret) => shown.includes(secret))).toEqual([]);
  if (response.ok) {
    expect(text === '').toBe(status === 204);
    return { status, kind: null };
  }
  const { error } = JSON.parse(text) as { error: Record<string, unknown> };
  expect(error).toEqual({
    kind: expect.any(String) as string,
    message: expect.stringMatching(/^[A-Z].+\.$/) as string,
  });
  return { status, kind: error['kind'] as Outcome['kind'] };
}

/** What the observer is told of that. */
const eventOf = (route: Route, { status, kind, heard }: Outcome): Partial<ProxyEvent> => ({
  method: route.method,
  route: route.path,
  status,
  ...(kind !== null && { error: kind }),
  ...(heard !== undefined && { upstreamStatus: heard }),
});

/** Asks for a route while this goes wrong, and once more when all is well again. */
async function meet(
  route: Route,
  fault: UpstreamFault,
  options: AtriumApi & { allow: ProxyAllow },
): Promise<Outcome> {
  let isWell = false;
  const { proxy, calls, events } = harness(
    (call) => (isWell ? success(route) : fault.answer(route, call)),
    options,
  );
  const pending = proxy(requestOf(route));
  if (fault.lastsMs !== undefined) await vi.advanceTimersByTimeAsync(fault.lastsMs);
  const response = await pending;
  const retryAfter = response.headers.get('retry-after');
  const told = await toldBy(response);
  const asked = calls.length;
  const [event, ...others] = events;
  expect(others).toEqual([]);
  expect(HIDDEN.filter((secret) => JSON.stringify(event).includes(secret))).toEqual([]);
  const heard = event?.upstreamStatus;
  const outcome: Outcome = {
    ...told,
    ...(retryAfter !== null && { retryAfter }),
    asked,
    ...(heard !== undefined && { heard }),
  };
  expect(event).toMatchObject(eventOf(route, outcome));

  isWell = true;
  if (told.status !== 200) {
    // Neither a failure nor its absence is remembered, not even of what is shared.
    expect((await proxy(requestOf(route))).status).toBe(200);
    expect(calls).toHaveLength(asked + 1);
  }
  expect(vi.getTimerCount()).toBe(0);
  return outcome;
}

/** As if it were a route: what a first visit asks for before anything else. */
const NEW_USER: Route = {
  method: 'POST',
  action: 'create-member',
  path: '/users',
  upstream: '/users',
  answer: one('user', {}),
};

const firstVisitTold = (name: UpstreamFaultName, { lastsMs }: UpstreamFault) => {
  if (name.startsWith('429')) return { status: 429, kind: 'throttled' };
  // A user that comes late, and is none, is as good as no user.
  return lastsMs === 30_000 ? { status: 504, kind: 'timeout' } : { status: 502, kind: 'server' };
};

const NAMES = Object.keys(UPSTREAM_FAULTS) as UpstreamFaultName[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(APIS)('between the proxy and MX, in the words of %s,', (_name, api, allow) => {
  const routes = routesOf(allow);
  it.each(NAMES)('%s is told in our own words, and no write is sent twice', async (name) => {
    const fault: UpstreamFault = UPSTREAM_FAULTS[name];
    const seen: Record<string, Outcome> = {};
    for (const route of routes) seen[nameOf(route)] = await meet(route, fault, { ...api, allow });
    expect(seen).toEqual(
      Object.fromEntries(routes.map((route) => [nameOf(route), fault.outcome(route)])),
    );
    const writes = Object.entries(seen).filter(([route]) => !route.startsWith('GET '));
    expect(writes.filter(([, { asked }]) => asked !== 1)).toEqual([]);
  });

  // After 409 the user is searched for instead: see user-lookup.test.ts.
  it.each(NAMES.filter((name) => name !== '409'))(
    '%s at a first visit makes no second user, and the next makes one',
    async (name) => {
      const fault: UpstreamFault = UPSTREAM_FAULTS[name];
      let isWell = false;
      const { proxy, calls, events } = harness(
        (call) => {
          if (call.method === 'GET') return json({ users: [], members: [] });
          return isWell ? json({ user: { guid: USER } }) : fault.answer(NEW_USER, call);
        },
        { ...api, resolveUser: () => ({ identifier: 'ann' }) },
      );
      const pending = proxy(browser('GET', '/members'));
      if (fault.lastsMs !== undefined) await vi.advanceTimersByTimeAsync(fault.lastsMs);
      expect(await toldBy(await pending)).toEqual(firstVisitTold(name, fault));
      const made = () => calls.filter(({ method }) => method === 'POST').length;
      expect(made()).toBe(1);
      expect(JSON.stringify(events)).not.toMatch(/Words of MX|USR-|ann"/);

      isWell = true;
      expect((await proxy(browser('GET', '/members'))).status).toBe(200);
      expect(made()).toBe(2);
    },
  );

  it.each(routes.map((route) => [nameOf(route), route] as const))(
    'a browser that goes away ends %s at MX too',
    async (_route, route) => {
      const leaving = new AbortController();
      const { answer } = UPSTREAM_FAULTS['no answer for 30 seconds'];
      let asked = (): void => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const { proxy, calls, events } = harness(
        (call) => {
          asked();
          return answer(route, call);
        },
        { ...api, allow },
      );
      const pending = proxy(requestOf(route, leaving.signal));
      await isAsked;
      leaving.abort();
      const response = await pending;
      expect(response.status).toBe(499);
      expect(await response.text()).toBe('');
      expect(calls.map(({ signal }) => signal.aborted)).toEqual([true]);
      expect(events).toMatchObject([{ route: route.path, status: 499, error: 'aborted' }]);
      expect(vi.getTimerCount()).toBe(0);
    },
  );
});
