import { describe, expect, it } from 'vitest';
import { KEYS, start } from './start.ts';

describe('keys', () => {
  it.each([
    ['none', {}],
    ['only the API key', { 'MX-API-Key': 'key' }],
    ['only the client id', { 'MX-Client-ID': 'client' }],
    ['an empty one', { 'MX-API-Key': '', 'MX-Client-ID': 'client' }],
  ])('%s is 401', async (_name, headers) => {
    const answer = await start().call('GET', '/users', undefined, headers);
    expect(answer.status).toBe(401);
    expect(answer.body.error.message).toContain('MX-API-Key');
  });

  it('any two that are not empty will do, whatever the case of the header names', async () => {
    const headers = { 'mx-api-key': 'anything', 'MX-CLIENT-ID': 'at all' };
    expect((await start().call('GET', '/users', undefined, headers)).status).toBe(200);
  });

  it('only the configured pair will do once one is configured', async () => {
    const { call } = start({ keys: { apiKey: 'right', clientId: 'one' } });
    const right = { 'MX-API-Key': 'right', 'MX-Client-ID': 'one' };
    expect((await call('GET', '/users', undefined, KEYS)).status).toBe(401);
    expect((await call('GET', '/users', undefined, right)).status).toBe(200);
  });

  it('are asked for before anything else, an address that does not exist included', async () => {
    expect((await start().call('GET', '/nowhere', undefined, {})).status).toBe(401);
  });
});

describe('answers', () => {
  it.each([
    ['a success', '/users'],
    ['a refusal', '/users/USR-unknown'],
  ])('%s has the headers that were recorded from MX', async (_name, path) => {
    const { headers } = await start().call('GET', path);
    expect(headers.get('Content-Type')).toBe('application/vnd.mx.atrium.v1+json; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('max-age=0, private, must-revalidate');
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{32}$/);
    expect(Number(headers.get('X-Runtime'))).toBeGreaterThan(0);
  });

  it('carry a weak ETag, and 304 to whoever has the same answer already', async () => {
    const { call } = start();
    const etag = (await call('GET', '/institutions')).headers.get('ETag') ?? '';
    expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    const again = await call('GET', '/institutions', undefined, { ...KEYS, 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });

  it('say what is wrong in {"error":{"message"}}', async () => {
    const { status, text } = await start().call('GET', '/nowhere');
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({ error: { message: 'Nothing has this address.' } });
  });

  it.each([
    '*/*',
    'application/json',
    'application/vnd.mx.atrium.v1+json',
    'application/vnd.mx.atrium.v1<>json',
    'text/html, */*;q=0.8',
    'utter nonsense',
  ])('go out for Accept: %s', async (accept) => {
    const { status } = await start().call('GET', '/users', undefined, { ...KEYS, Accept: accept });
    expect(status).toBe(200);
  });

  it('are 406 for an Accept that cannot mean JSON', async () => {
    const headers = { ...KEYS, Accept: 'text/html, image/png' };
    expect((await start().call('GET', '/users', undefined, headers)).status).toBe(406);
  });
});

describe('a request body', () => {
  it.each([
    ['that is not JSON', '{"user":'],
    ['that is a list', '[]'],
    ['without its root', '{"metadata":"x"}'],
    ['with an empty root', '{"user":{}}'],
    ['with a number for a boolean', '{"user":{"is_disabled":1}}'],
    ['with a string for a boolean', '{"user":{"is_disabled":"true"}}'],
    ['with an object for a string', '{"user":{"metadata":{}}}'],
    ['with a reserved identifier', '{"user":{"identifier":"USR-1"}}'],
    ['with too long an identifier', JSON.stringify({ user: { identifier: 'x'.repeat(1025) } })],
  ])('%s is 400', async (_name, body) => {
    const { sandbox } = start();
    const request = new Request('http://sandbox.test/users', {
      method: 'POST',
      headers: KEYS,
      body,
    });
    expect((await sandbox.fetch(request)).status).toBe(400);
  });
});

describe('the same seed', () => {
  const guids = async (seed: string) => {
    const { call } = start({ seed });
    const one = await call('POST', '/users', { user: { metadata: '1' } });
    await call('GET', '/users');
    const other = await call('POST', '/users', { user: { metadata: '2' } });
    return [one.body.user.guid, other.body.user.guid];
  };

  it('hands out the same guids, and another seed other ones', async () => {
    const first = await guids('a');
    expect(await guids('a')).toEqual(first);
    expect(await guids('b')).not.toEqual(first);
    expect(new Set(first).size).toBe(2);
    expect(first[0]).toMatch(/^USR-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
