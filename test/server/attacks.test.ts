import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ATTACKS } from './attacks.ts';
import { raw, startAttackServer, WEBHOOKS } from './attack-server.ts';
import type { AttackServer } from './attack-server.ts';
import {
  API_KEY,
  APIS,
  browser,
  CLIENT_ID,
  harness,
  json,
  member,
  MEMBER,
  USER,
} from './support.ts';

/** In no answer, whatever was sent; the last is what a person might have typed. */
const SECRETS = [API_KEY, CLIENT_ID, btoa(`${CLIENT_ID}:${API_KEY}`), USER, 'hunter2'];
/** An answer may not allow another site anything, nor lead or point anywhere. */
const NEVER_SENT = /^(access-control-[\w-]+|location|set-cookie|refresh|link|x-evil):/im;

/** All that MX is ever sent besides an address and a body. */
const OF_ATRIUM = {
  origin: 'https://vestibule.mx.com',
  headers: ['accept', 'mx-api-key', 'mx-client-id'],
};
const OF_THE_PLATFORM = {
  origin: 'https://int-api.mx.com',
  headers: ['accept', 'accept-version', 'authorization'],
};

describe.each(APIS)('attacked on %s, byte by byte,', (name, api) => {
  let server: AttackServer;
  beforeAll(async () => {
    server = await startAttackServer(api);
  });
  afterAll(() => server.close());

  it.each(ATTACKS.map((attack) => [attack.status, attack.what, attack] as const))(
    '%i answers %s',
    async (status, _what, { bytes, kind, asked = [] }) => {
      const before = server.calls.length;
      const heard = await server.send(bytes);
      expect(heard.statuses).toEqual([status]);
      expect(heard.body).toMatch(kind === undefined ? /^(?!.*"error")/ : `"kind":"${kind}"`);
      const calls = server.calls.slice(before);
      expect(calls.map((call) => `${call.method} ${call.path}`)).toEqual(asked);
      const { origin, headers } = name === 'Atrium' ? OF_ATRIUM : OF_THE_PLATFORM;
      for (const call of calls) {
        expect(new URL(call.url).origin).toBe(origin);
        expect(call.redirect).toBe('manual');
        const sent = [...call.headers].filter(([key]) => key !== 'content-type');
        expect(sent.map(([key]) => key)).toEqual(headers);
        expect(sent.join()).not.toMatch(/stolen|c3RvbGVu|html/);
      }
      for (const secret of SECRETS) expect(heard.text).not.toContain(secret);
      expect(heard.text).not.toMatch(NEVER_SENT);
    },
  );

  it('has told its observer nothing that any of them sent', () => {
    const told = JSON.stringify(server.events);
    expect(server.events.length).toBeGreaterThan(ATTACKS.length / 2);
    for (const secret of [...SECRETS, 'evil', MEMBER, 'stolen']) expect(told).not.toContain(secret);
  });
});

describe('attacked, the receiver of webhooks', () => {
  let server: AttackServer;
  beforeAll(async () => {
    server = await startAttackServer({ api: 'atrium' });
  });
  afterAll(() => server.close());

  const news = JSON.stringify({ type: 'MEMBER', user_guid: USER, member_guid: MEMBER });
  const right = `Basic ${btoa(`${WEBHOOKS.username}:${WEBHOOKS.password}`)}`;
  const post = (body: string, headers: Record<string, string | null> = {}): string =>
    raw('POST', '/webhooks/mx', { body, headers: { authorization: right, ...headers } });

  it.each([
    [401, 'no credentials', post(news, { authorization: null })],
    [401, 'a session', post(news, { authorization: null, cookie: 'session=ann' })],
    [
      401,
      'credentials in the address',
      raw('POST', `/webhooks/mx?authorization=${right}`.replace(' ', '%20'), { body: news }),
    ],
    [401, 'two sets of credentials', post(news, { authorization: `Basic eA==, ${right}` })],
    [
      405,
      'another method, by a header',
      raw('GET', '/webhooks/mx', {
        headers: { authorization: right, 'x-http-method-override': 'POST' },
      }),
    ],
    [413, 'a byte too many', post(news.padEnd(65_537))],
    [408, 'a body that never ends', post(news, { 'content-length': '5000' })],
    [400, 'a length and chunks', post(news, { 'transfer-encoding': 'chunked' })],
    [204, 'deep JSON', post(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
  ])('%i answers %s, and nobody is told', async (status, _what, bytes) => {
    const heard = await server.send(bytes);
    expect(heard.statuses).toEqual([status]);
    expect(heard.body).toMatch(/^(0\r\n\r\n)?$/);
    expect(server.told()).toBe(0);
    expect(heard.text).not.toContain(WEBHOOKS.password);
  });

  it('does the same work for credentials that are nearly right as for any others', async () => {
    const digest = vi.spyOn(crypto.subtle, 'digest');
    const almost = `Basic ${btoa(`${WEBHOOKS.username}:${WEBHOOKS.password.slice(0, -1)}?`)}`;
    for (const authorization of [almost, 'Basic eA==', 'nonsense', null]) {
      await server.send(post(news, { authorization }));
    }
    const kinds = digest.mock.calls.map(([algorithm]) => algorithm);
    expect(kinds).toEqual(['SHA-256', 'SHA-256', 'SHA-256', 'SHA-256']);
    expect(server.told()).toBe(0);
  });

  it('is told by MX, so that none of the above was refused for another reason', async () => {
    expect((await server.send(post(news))).statuses).toEqual([204]);
    expect(server.told()).toBe(1);
  });
});

describe('a body that comes slowly', () => {
  it('is waited for for ten seconds and no longer, and MX is not asked', async () => {
    vi.useFakeTimers();
    try {
      const { proxy, calls, events } = harness(() => member());
      const answered = vi.fn();
      const { url, headers } = browser('PUT', `/members/${MEMBER}`);
      const slow = { method: 'PUT', headers, body: new ReadableStream(), duplex: 'half' };
      const answer = proxy(new Request(url, slow)).finally(answered);
      await vi.advanceTimersByTimeAsync(9_999);
      expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      const response = await answer;
      expect(response.status).toBe(408);
      expect(await response.json()).toMatchObject({ error: { kind: 'timeout' } });
      expect(calls).toEqual([]);
      expect(events).toMatchObject([{ status: 408, error: 'timeout' }]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

const evil = '\u202e<script>alert(1)</script>';
const page = `<html><script>${API_KEY}</script></html>`;
const html = (status: number): Response =>
  new Response(page, { status, headers: { 'content-type': 'text/html' } });

describe.each(APIS)('an MX that has been taken over, on %s,', (_name, api) => {
  it.each<[number, string, () => Response]>([
    [
      502,
      'a redirect',
      () => new Response(null, { status: 307, headers: { location: 'https://evil.example/' } }),
    ],
    [502, 'a page in place of JSON', () => html(200)],
    [502, 'a page for an error', () => html(500)],
    [404, 'a page for not found', () => html(404)],
    [502, 'JSON of another shape', () => json({ members: evil, error: API_KEY })],
    [502, 'a list', () => json([{ members: [] }])],
    [502, 'half of its JSON', () => new Response('{"members":[{"guid":"')],
    [
      200,
      'JSON deeper than can be written',
      () => new Response(`{"members":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    ],
    [
      429,
      'a wait that splits the answer',
      () =>
        new Response(null, {
          status: 429,
          headers: { 'retry-after': `1; ${encodeURIComponent(evil)}` },
        }),
    ],
    [
      200,
      'headers of its own',
      () =>
        json(
          { members: [] },
          {
            headers: {
              'set-cookie': 'session=evil',
              'access-control-allow-origin': '*',
              'content-security-policy': "default-src 'unsafe-inline'",
              'x-request-id': '<script>',
              link: '<https://evil.example>; rel=preload',
            },
          },
        ),
    ],
  ])('%i answers %s, and none of it passes', async (status, _what, answer) => {
    const { proxy, events } = harness(answer, api);
    const response = await proxy(browser('GET', '/members'));
    const text = await response.text();
    expect(response.status).toBe(status);
    expect([...response.headers.keys()]).toEqual([
      'cache-control',
      'content-type',
      'cross-origin-resource-policy',
      'referrer-policy',
      'x-content-type-options',
      'x-request-id',
    ]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(`${text}${JSON.stringify(events)}`).not.toMatch(/script|evil|that-nobody-may-see/);
  });

  it('cannot name anything but a member in a duplicate’s answer', async () => {
    const body = { error: { guid: `${MEMBER}\r\nset-cookie: a=b`, message: evil } };
    const { proxy } = harness(() => json(body, { status: 409 }), api);
    const sent = { member: { institution_code: 'mxbank' } };
    const response = await proxy(browser('POST', '/members', { body: sent }));
    expect(response.status).toBe(409);
    const { error } = (await response.json()) as { error: Record<string, unknown> };
    expect(Object.keys(error)).toEqual(['kind', 'message']);
  });
});
