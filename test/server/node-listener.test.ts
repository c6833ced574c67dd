import { createServer, request as nodeRequest } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAtriumProxy, toNodeListener } from '../../src/server.ts';
import {
  API_KEY,
  CLIENT_ID,
  CREDENTIAL,
  Deferred,
  member,
  MEMBER,
  upstream,
  USER,
} from './support.ts';
import type { Captured, Script } from './support.ts';
import type { AtriumProxy } from '../../src/server.ts';

/** As they were before any listener was made. */
const NATIVE = { Request: globalThis.Request, Response: globalThis.Response };

const servers: Server[] = [];

afterEach(async () => {
  const closing = servers.splice(0).map(
    (server) =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  await Promise.all(closing);
});

interface Served {
  readonly url: string;
  readonly calls: Captured[];
  readonly proxy: AtriumProxy;
}

/** A real server on a free port of the loopback interface. */
async function serve(script: Script, mountedAt = ''): Promise<Served> {
  const { fetch: toAtrium, calls } = upstream(script);
  const proxy = createAtriumProxy({
    environment: 'development',
    apiKey: API_KEY,
    clientId: CLIENT_ID,
    fetch: toAtrium,
    resolveUser: ({ headers }) =>
      headers.get('cookie') === 'session=1' ? { userGuid: USER } : null,
  });
  const listener = toNodeListener(proxy);
  const server = createServer((request, response) => {
    // What Express does when a listener is mounted at a path.
    if (mountedAt !== '') {
      Object.assign(request, {
        originalUrl: request.url,
        url: request.url?.slice(mountedAt.length),
      });
    }
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/atrium`, calls, proxy };
}

const signedIn = { cookie: 'session=1', connection: 'close', 'sec-fetch-site': 'same-origin' };
const post = { ...signedIn, 'content-type': 'application/json' };

describe('on a Node server', () => {
  it('serves a whole request, and 401 without a session', async () => {
    const { url, calls } = await serve(() => member());
    const credentials = [{ guid: CREDENTIAL, value: 'pässword' }];
    const body = { member: { institution_code: 'mxbank', credentials } };
    const response = await fetch(`${url}/members`, {
      method: 'POST',
      headers: post,
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      member: { guid: MEMBER, connection_status: 'CONNECTED' },
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(calls).toMatchObject([{ method: 'POST', path: `/users/${USER}/members`, body }]);

    const stranger = await fetch(`${url}/members`, { headers: { connection: 'close' } });
    expect(stranger.status).toBe(401);
  });

  it('answers 204 without a body', async () => {
    const { url } = await serve(() => new Response(null, { status: 204 }));
    const response = await fetch(`${url}/members/${MEMBER}`, {
      method: 'DELETE',
      headers: signedIn,
    });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
  });

  it('matches the whole path where Express has shortened it', async () => {
    const { url } = await serve(() => member(), '/api/atrium');
    const response = await fetch(`${url}/members/${MEMBER}`, { headers: signedIn });
    expect(response.status).toBe(200);
  });

  it('leaves the global Request and Response alone', async () => {
    await serve(() => member());
    expect(globalThis.Request).toBe(NATIVE.Request);
    expect(globalThis.Response).toBe(NATIVE.Response);
  });

  it('cuts off a body that streams past 64 KiB without saying how long it is', async () => {
    const { url, calls } = await serve(() => member());
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = nodeRequest(
        `${url}/members`,
        { method: 'POST', headers: post },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      for (let chunk = 0; chunk < 5; chunk += 1) sending.write(' '.repeat(16_384));
      // Never ended: the refusal does not wait for the rest.
    });
    expect(status).toBe(413);
    expect(calls).toEqual([]);
  });

  it.each([
    ['/institutions/../users'],
    ['/institutions/%2e%2e/users'],
    ['/institutions/..%2fusers'],
    ['/institutions/%252e%252e%252fusers'],
    ['/..%5c..%5cusers'],
  ])('does not find %s, sent just so', async (path) => {
    const { url, calls } = await serve(() => member());
    const { port } = new URL(url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      nodeRequest(
        { host: '127.0.0.1', port, path: `/api/atrium${path}`, headers: signedIn },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
    expect(calls).toEqual([]);
  });

  it.each([
    ['400', 'a URL that cannot be parsed', '/api/atrium/a\\b', {}],
    ['401', 'a request without a session', `/api/atrium/members/${MEMBER}`, { cookie: '' }],
    ['404', 'a path that is no route', '/api/atrium/users', {}],
    ['200', 'a read', `/api/atrium/members/${MEMBER}`, {}],
  ])('sends the safe headers with the %s for %s', async (status, _what, path, headers) => {
    const { url } = await serve(() => member());
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const to = { host: '127.0.0.1', port: new URL(url).port, path };
      nodeRequest({ ...to, headers: { ...signedIn, ...headers } }, resolve)
        .on('error', reject)
        .end();
    });
    response.resume();
    expect(String(response.statusCode)).toBe(status);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('closes kept-alive connections once it shuts down, and lets their requests finish', async () => {
    const asked = new Deferred<void>();
    const mx = new Deferred<Response>();
    const { url, proxy } = await serve(() => {
      asked.resolve();
      return mx.promise;
    });
    const headers = { ...signedIn, connection: 'keep-alive' };
    const slow = fetch(`${url}/members/${MEMBER}`, { headers });
    await asked.promise;
    const stopped = proxy.shutdown();
    const refused = await fetch(`${url}/members`, { headers });
    expect([refused.status, refused.headers.get('connection')]).toEqual([503, 'close']);
    await refused.text();
    mx.resolve(member());
    const answered = await slow;
    expect([answered.status, answered.headers.get('connection')]).toEqual([200, 'close']);
    await answered.text();
    expect(await stopped).toBe(0);
    // Nothing keeps the server from closing.
    await new Promise((resolve) => servers.pop()?.close(resolve));
  });

  it('calls off the upstream call when the browser hangs up', async () => {
    const asked = new Deferred<Captured>();
    const calledOff = new Deferred<void>();
    const { url } = await serve((call) => {
      asked.resolve(call);
      call.signal.addEventListener('abort', () => calledOff.resolve());
      return new Promise(() => {});
    });
    const leaving = new AbortController();
    const visit = fetch(`${url}/members/${MEMBER}`, { headers: signedIn, signal: leaving.signal });
    const { signal } = await asked.promise;
    expect(signal.aborted).toBe(false);
    leaving.abort();
    await expect(visit).rejects.toThrow('abort');
    await calledOff.promise;
    expect(signal.aborted).toBe(true);
  });
});
