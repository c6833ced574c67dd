import { describe, expect, it } from 'vitest';
import {
  API_KEY,
  APIS,
  browser,
  CLIENT_ID,
  CREDENTIAL,
  harness,
  json,
  member,
  MEMBER,
  USER,
} from './support.ts';
import { createMemoryStore } from '../../src/server.ts';
import type { ProxyEvent } from '../../src/server.ts';

const SECRET = 'hunter2-the-password';
const IDENTIFIER = 'person-42';

describe('the observer', () => {
  it('is told once a request what an operator needs', async () => {
    let ms = 1_000;
    const { proxy, events } = harness(
      () => {
        ms += 120;
        return member({});
      },
      { now: () => ms },
    );
    const response = await proxy(browser('GET', `/members/${MEMBER}/status?x=1`));
    expect(events).toEqual([
      {
        method: 'GET',
        route: '/members/:member/status',
        status: 200,
        durationMs: 120,
        requestId: response.headers.get('x-request-id'),
        upstreamStatus: 200,
        coalesced: false,
      },
    ]);
  });

  it("is told what Atrium said, and Atrium's own request id", async () => {
    const headers = { 'x-request-id': '0123456789abcdef0123456789abcdef' };
    const { proxy, events } = harness(() => json({}, { status: 401, headers }));
    await proxy(browser('GET', '/members'));
    expect(events).toMatchObject([
      {
        status: 502,
        error: 'server',
        reason: 'MX refused the API key or client id.',
        upstreamStatus: 401,
        upstreamRequestId: '0123456789abcdef0123456789abcdef',
      },
    ]);
  });

  it.each<[what: string, answer: () => Response, path: string, reason: string]>([
    ['an address', () => json({}, { status: 403 }), '/members', "MX's allow-list"],
    ['a product', () => json({}, { status: 403 }), `/members/${MEMBER}/account_owners`, 'product'],
    ['a version', () => json({}, { status: 406 }), '/members', '`apiVersion`'],
    ['what nobody foresaw', () => json({}, { status: 500 }), '/members', 'MX answered 500.'],
    ['a page in place of data', () => new Response('<p>'), '/members', 'a readable `members`'],
  ])('is told why MX refused: %s', async (_what, answer, path, reason) => {
    const { proxy, events } = harness(answer, { allow: { accountOwners: true } });
    await proxy(browser('GET', path));
    expect(events).toMatchObject([{ reason: expect.stringContaining(reason) }]);
  });

  it.each([
    ['of two words', 'mx 1'],
    ['too long', 'x'.repeat(129)],
    ['of markup', '<b>1</b>'],
  ])("is told no request id %s: it would break an operator's log", async (_what, id) => {
    const { proxy, events } = harness(() =>
      json({ members: [] }, { headers: { 'x-request-id': id } }),
    );
    await proxy(browser('GET', '/members'));
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty('upstreamRequestId');
  });

  it('is told the kind of a failure that nobody foresaw, and not its words', async () => {
    const store = {
      ...createMemoryStore(),
      readStatus: () => Promise.reject(new RangeError(SECRET)),
    };
    const { proxy, events } = harness(() => member(), { store });
    const response = await proxy(browser('GET', `/members/${MEMBER}/status`));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(SECRET);
    expect(events).toMatchObject([
      { error: 'server', reason: 'Unexpected RangeError in the proxy.' },
    ]);
  });

  it('is told of time by the clock of the machine unless the host has another', async () => {
    const { proxy, events } = harness(() => member());
    await proxy(browser('GET', `/members/${MEMBER}`));
    expect(events[0]?.durationMs).toBeGreaterThanOrEqual(0);
    expect(events[0]?.durationMs).toBeLessThan(60_000);
  });

  it('is told of what matched nothing, without its path', async () => {
    const { proxy, events } = harness(() => member());
    await proxy(browser('GET', `/nowhere/${USER}`));
    expect(events).toMatchObject([{ route: null, status: 404, error: 'not-found' }]);
    expect(JSON.stringify(events)).not.toContain('nowhere');
  });

  it.each<[string, (event: ProxyEvent) => void]>([
    [
      'throws',
      () => {
        throw new Error('the log is full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the log is away'))],
  ])('that %s does not spoil the request', async (_how, observe) => {
    const { proxy } = harness(() => member(), { observe });
    expect((await proxy(browser('GET', `/members/${MEMBER}`))).status).toBe(200);
  });
});

/** The keys as the Platform API takes them. */
const BASIC = btoa(`${CLIENT_ID}:${API_KEY}`);

describe.each(APIS)('secrets, on %s,', (_name, api) => {
  const credentials = [{ guid: CREDENTIAL, value: SECRET }];
  const requests = (): Request[] => [
    browser('POST', '/members', { body: { member: { institution_code: 'mxbank', credentials } } }),
    browser('POST', '/members', {
      body: { member: { institution_code: SECRET + '/', credentials } },
    }),
    browser('POST', '/members', { body: `{"${SECRET}": ${SECRET}` }),
    browser('PUT', `/members/${MEMBER}`, { body: { member: { credentials } } }),
    browser('PUT', `/members/${MEMBER}/resume`, { body: { member: { challenges: credentials } } }),
    browser('GET', `/institutions?name=${SECRET}`),
    browser('GET', `/institutions?page=${SECRET}`),
    browser('GET', `/${SECRET}?${SECRET}`),
    browser('GET', `/members/${MEMBER}/status`),
    browser('DELETE', `/members/${MEMBER}`),
  ];
  const atriums: [string, () => Response][] = [
    ['answers', () => member()],
    [
      'refuses, quoting them',
      () => json({ message: `${SECRET} ${API_KEY} ${BASIC} ${USER}` }, { status: 400 }),
    ],
    ['breaks, quoting them', () => new Response(`${SECRET} ${API_KEY} ${BASIC}`, { status: 500 })],
    [
      'cannot be reached',
      () => {
        throw new TypeError(`fetch failed: ${SECRET} ${API_KEY} ${BASIC} ${USER}`);
      },
    ],
  ];
  const users = [
    { userGuid: USER },
    { identifier: IDENTIFIER },
    { identifier: `${IDENTIFIER}@example.com` },
  ];

  it.each(atriums)(
    'reach neither the browser nor the observer when Atrium %s',
    async (_how, atrium) => {
      for (const user of users) {
        const { proxy, events } = harness(atrium, { ...api, resolveUser: () => user });
        for (const request of requests()) {
          const response = await proxy(request);
          const shown = `${await response.text()} ${JSON.stringify([...response.headers])}`;
          for (const secret of [SECRET, API_KEY, CLIENT_ID, BASIC, USER, IDENTIFIER]) {
            expect(shown).not.toContain(secret);
          }
        }
        expect(events).toHaveLength(requests().length);
        const ofAll = [SECRET, API_KEY, CLIENT_ID, BASIC, USER, IDENTIFIER, MEMBER, CREDENTIAL];
        for (const secret of ofAll) {
          expect(JSON.stringify(events)).not.toContain(secret);
        }
      }
    },
  );
});
