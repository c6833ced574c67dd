import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createAtriumProxy,
  createMemoryStore,
  createWebhookReceiver,
  toNodeListener,
} from '../../src/server.ts';
import type { AtriumStore, ProxyEvent } from '../../src/server.ts';
import { EventReader } from './event-reader.ts';
import { API_KEY, CLIENT_ID, MEMBER, USER } from './support.ts';

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

/** A real server on a free port of the loopback interface. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(heartbeatMs = 30_000): Promise<{
  url: string;
  store: AtriumStore;
  events: ProxyEvent[];
}> {
  const store = createMemoryStore();
  const events: ProxyEvent[] = [];
  const proxy = createAtriumProxy({
    environment: 'development',
    apiKey: API_KEY,
    clientId: CLIENT_ID,
    store,
    streams: { heartbeatMs },
    resolveUser: () => ({ userGuid: USER }),
    observe: (event) => events.push(event),
  });
  return { url: `${await listen(toNodeListener(proxy))}/api/atrium/events`, store, events };
}

const streamEnds = (events: ProxyEvent[]) => events.flatMap(({ streamEnd }) => streamEnd ?? []);

describe('on a Node server, a stream of events', () => {
  it('begins at once, and brings each event at once', async () => {
    const { url, store } = await serve();
    const stream = new EventReader(await fetch(url));
    await stream.until('retry: 3000\n\n');
    await store.publish({ userGuid: USER, memberGuid: MEMBER, change: 'status' });
    await stream.until(`data: {"member_guid":"${MEMBER}","change":"status"}\n\n`);
    await stream.cancel();
  });

  it('ends when the browser goes away', async () => {
    const { url, events } = await serve();
    const leaving = new AbortController();
    const stream = new EventReader(await fetch(url, { signal: leaving.signal }));
    await stream.until('retry');
    leaving.abort();
    await vi.waitFor(() => expect(streamEnds(events)).toEqual(['left']), 20_000);
  });

  it('is closed properly when the store is', async () => {
    const { url, store } = await serve();
    const stream = new EventReader(await fetch(url));
    await stream.until('retry');
    await store.close();
    await vi.waitFor(async () => {
      await stream.all();
      expect(stream.end).toBe('closed');
    }, 20_000);
  });

  it('cuts off a browser that keeps the line and takes nothing, and prints nothing', async () => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')];
    const { url, store, events } = await serve(50);
    // As if every buffer on the way were full.
    servers.at(-1)?.on('connection', (socket) => socket.cork());
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const cut = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    socket.write('GET /api/atrium/events HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await vi.waitFor(async () => {
      for (let index = 10; index < 99; index += 1) {
        const memberGuid = `${MEMBER.slice(0, -2)}${index}`;
        await store.publish({ userGuid: USER, memberGuid, change: 'data' });
      }
      expect(streamEnds(events)).toEqual(['slow']);
    }, 20_000);
    await cut;
    expect(printed.flatMap((method) => method.mock.calls)).toEqual([]);
  });
});

describe('on a Node server, the receiver of webhooks', () => {
  const body = JSON.stringify({ type: 'AGGREGATION', member_guid: MEMBER, user_guid: USER });

  it('tells the pages that follow the member', async () => {
    const { url, store } = await serve();
    const credentials = { username: 'mx', password: 'a-password' };
    const webhooks = await listen(toNodeListener(createWebhookReceiver({ store, credentials })));
    const stream = new EventReader(await fetch(url));
    await stream.until('retry');
    const stranger = await fetch(webhooks, { method: 'POST', body });
    expect(stranger.status).toBe(401);
    const authorization = `Basic ${btoa('mx:a-password')}`;
    const mx = await fetch(webhooks, { method: 'POST', body, headers: { authorization } });
    expect(mx.status).toBe(204);
    await stream.until('"change":"data"');
    await stream.cancel();
  });

  it('lets go of a sender who never ends', async () => {
    const outcomes: string[] = [];
    const webhooks = await listen(
      toNodeListener(
        createWebhookReceiver({
          store: createMemoryStore(),
          credentials: 'none',
          timeoutMs: 100,
          observe: ({ outcome }) => outcomes.push(outcome),
        }),
      ),
    );
    const socket = connect(Number(new URL(webhooks).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{');
    const answer = await new Promise((resolve) =>
      socket.once('data', (data) => resolve(data.toString())),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(outcomes).toEqual(['incomplete']);
    socket.destroy();
  });
});
