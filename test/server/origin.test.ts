import { describe, expect, it } from 'vitest';
import { browser, harness, member, MEMBER, ORIGIN } from './support.ts';
import { createMemoryStore } from '../../src/server.ts';
import type { AtriumProxyOptions } from '../../src/server.ts';

type Headers_ = Record<string, string | null>;

const status = async (
  method: string,
  headers: Headers_,
  options: Partial<AtriumProxyOptions> = {},
): Promise<number> => {
  const { proxy, calls } = harness(() => member(), options);
  const response = await proxy(
    browser(method, `/members/${MEMBER}`, { headers, body: bodyOf(method) }),
  );
  expect(calls).toHaveLength(response.status === 200 ? 1 : 0);
  return response.status;
};

const bodyOf = (method: string): unknown =>
  method === 'PUT' ? { member: { metadata: 'x' } } : undefined;

describe('a write', () => {
  it.each<[number, string, Headers_]>([
    [200, 'from the same origin', { 'sec-fetch-site': 'same-origin' }],
    [200, 'from an older browser, with a matching Origin', { 'sec-fetch-site': null }],
    [403, 'from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [403, 'from a sibling subdomain', { 'sec-fetch-site': 'same-site' }],
    [403, 'that no page sent', { 'sec-fetch-site': 'none' }],
    [403, 'whose Origin matches but whose site does not', { 'sec-fetch-site': 'cross-site' }],
    [403, 'without either header', { 'sec-fetch-site': null, origin: null }],
    [403, 'from another origin', { 'sec-fetch-site': null, origin: 'https://evil.example' }],
    [403, 'from an opaque origin', { 'sec-fetch-site': null, origin: 'null' }],
    [
      403,
      'from the same host without TLS',
      { 'sec-fetch-site': null, origin: 'http://app.example.com' },
    ],
    [
      403,
      'from a host that begins alike',
      { 'sec-fetch-site': null, origin: `${ORIGIN}.evil.example` },
    ],
  ])('%i %s', async (expected, _who, headers) => {
    expect(await status('PUT', headers)).toBe(expected);
    expect(await status('DELETE', headers)).toBe(expected);
  });

  it('is told what it lacks', async () => {
    const { proxy } = harness(() => member());
    const headers = { 'content-type': 'text/plain' };
    const response = await proxy(
      browser('PUT', `/members/${MEMBER}`, { headers, body: bodyOf('PUT') }),
    );
    expect(await response.json()).toEqual({
      error: { kind: 'invalid', message: 'Send `content-type: application/json`.' },
    });
  });

  it.each<[number, string | null]>([
    [200, 'application/json'],
    [200, 'application/json; charset=utf-8'],
    [200, 'Application/JSON'],
    [415, null],
    [415, 'text/plain'],
    [415, 'application/x-www-form-urlencoded'],
    [415, 'multipart/form-data; boundary=x'],
    [415, 'application/jsonp'],
    [415, 'text/plain, application/json'],
  ])('%i with content type %s', async (expected, type) => {
    // Without the header, `Request` itself would say text/plain.
    const headers = type === null ? { 'content-type': '' } : { 'content-type': type };
    expect(await status('PUT', headers)).toBe(expected);
  });

  it('with a body of no stated type is not read', async () => {
    const { proxy, calls } = harness(() => member());
    const request = new Request(`${ORIGIN}/api/atrium/members/${MEMBER}`, {
      method: 'PUT',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new TextEncoder().encode('{"member":{"name":"x"}}'),
    });
    expect(request.headers.get('content-type')).toBeNull();
    expect((await proxy(request)).status).toBe(415);
    expect(calls).toEqual([]);
  });

  it('without a body needs no content type, but may not have another', async () => {
    const bare = { 'content-type': null };
    expect(await status('DELETE', bare)).toBe(200);
    expect(await status('DELETE', { ...bare, 'sec-fetch-site': null })).toBe(200);
    expect(await status('DELETE', { ...bare, 'sec-fetch-site': null, origin: null })).toBe(403);
    expect(await status('DELETE', { 'content-type': 'text/plain' })).toBe(415);
  });
});

describe('checkOrigin', () => {
  const EVIL = 'https://evil.example';
  const paths = [`/members/${MEMBER}`, '/events', '/features'];

  it.each<[number, string, Headers_]>([
    [200, 'same-origin without an Origin', { 'sec-fetch-site': 'same-origin' }],
    [200, 'same-origin with its own Origin', { 'sec-fetch-site': 'same-origin', origin: ORIGIN }],
    [200, 'typed into the address bar', { 'sec-fetch-site': 'none' }],
    [200, 'with neither header', { 'sec-fetch-site': null }],
    [200, 'with its own Origin alone', { 'sec-fetch-site': null, origin: ORIGIN }],
    [403, 'cross-site', { 'sec-fetch-site': 'cross-site' }],
    [403, 'same-site', { 'sec-fetch-site': 'same-site' }],
    [403, 'with a foreign Origin alone', { 'sec-fetch-site': null, origin: EVIL }],
    [403, 'with an opaque Origin alone', { 'sec-fetch-site': null, origin: 'null' }],
    [403, 'with an empty Origin', { 'sec-fetch-site': null, origin: '' }],
    [403, 'same-origin with a foreign Origin', { 'sec-fetch-site': 'same-origin', origin: EVIL }],
    [403, 'without a site but with a foreign Origin', { 'sec-fetch-site': 'none', origin: EVIL }],
    [403, 'over http', { 'sec-fetch-site': null, origin: 'http://app.example.com' }],
    [403, 'on another port', { 'sec-fetch-site': null, origin: `${ORIGIN}:8443` }],
  ])('answers %i to a GET %s', async (expected, _how, headers) => {
    const { proxy } = harness(() => member(), { store: createMemoryStore() });
    for (const path of paths) {
      const response = await proxy(browser('GET', path, { headers }));
      expect([path, response.status]).toEqual([path, expected]);
      await response.body?.cancel();
    }
  });

  it('answers 403 to a PUT whose site is same-origin and whose Origin is foreign', async () => {
    expect(await status('PUT', { 'sec-fetch-site': 'same-origin', origin: EVIL })).toBe(403);
  });

  it('accepts any content type on a GET, which has no content', async () => {
    expect(await status('GET', { 'content-type': 'text/plain' })).toBe(200);
  });
});

const older = (origin: string): Headers_ => ({ 'sec-fetch-site': null, origin });

describe('publicOrigins', () => {
  const publicOrigins = ['https://public.example', 'https://brand.example'];

  it('accepts the listed origins and refuses the one in the request URL', async () => {
    expect(await status('PUT', older('https://public.example'), { publicOrigins })).toBe(200);
    expect(await status('PUT', older('https://brand.example'), { publicOrigins })).toBe(200);
    expect(await status('PUT', older(ORIGIN), { publicOrigins })).toBe(403);
    expect(await status('GET', older(ORIGIN), { publicOrigins })).toBe(403);
  });

  it('when left out, accepts the same host over TLS, which something in front may end', async () => {
    const { proxy } = harness(() => member());
    const send = async (origin: string): Promise<number> => {
      const headers = { 'sec-fetch-site': 'same-origin', origin };
      const url = `http://app.example.com/api/atrium/members/${MEMBER}`;
      return (await proxy(new Request(url, { method: 'DELETE', headers }))).status;
    };
    expect(await send('https://app.example.com')).toBe(200);
    expect(await send('https://app.example.com:444')).toBe(403);
    expect(await send('https://other.example.com')).toBe(403);
  });

  it('is not replaced by X-Forwarded-Host, which anyone can send', async () => {
    const headers = { ...older('https://evil.example'), 'x-forwarded-host': 'evil.example' };
    expect(await status('PUT', headers)).toBe(403);
  });
});

it('is refused before the host is asked who is signed in', async () => {
  let asked = 0;
  const { proxy, events } = harness(() => member(), {
    resolveUser: () => {
      asked += 1;
      return null;
    },
  });
  const response = await proxy(
    browser('GET', '/members', { headers: { 'sec-fetch-site': 'cross-site' } }),
  );
  expect(await response.json()).toMatchObject({ error: { kind: 'forbidden' } });
  expect(asked).toBe(0);
  expect(events[0]?.reason).toContain('Mount the proxy on the origin of the page');
});
