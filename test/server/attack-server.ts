import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createWebhookReceiver, toNodeListener } from '../../src/server.ts';
import type { AtriumApi, AtriumStore, ProxyEvent } from '../../src/server.ts';
import { createMemoryStore } from '../../src/server/memory-store.ts';
import { harness, json, MEMBER, USER } from './support.ts';
import type { Captured } from './support.ts';

/** Where the attacked site is, whatever a request says of it. */
export const SITE = 'https://app.example.com';
export const WEBHOOKS = { username: 'mx', password: 'webhook-password-that-nobody-may-see' };

/** What one connection got: all the bytes, until the server closed it. */
export interface Heard {
  readonly text: string;
  /** The status of each answer, in order. */
  readonly statuses: readonly number[];
  readonly body: string;
}

export interface AttackServer {
  /** Sends these bytes on a connection of their own, and hears all that comes back. */
  readonly send: (bytes: string) => Promise<Heard>;
  readonly calls: readonly Captured[];
  readonly events: readonly ProxyEvent[];
  /** How many webhooks were believed. */
  readonly told: () => number;
  readonly close: () => Promise<void>;
}

/** An MX that knows one user with one member, and answers everything else as it would. */
const mx = ({ path }: Captured): Response => {
  const { pathname } = new URL(path, 'https://mx.example');
  if (pathname.startsWith('/institutions')) {
    return json({ institutions: [], institution: { code: 'mxbank' }, credentials: [] });
  }
  const isOwn = new RegExp(`^/users/${USER}/members(/${MEMBER}(/\\w+)?)?$`).test(pathname);
  const own = { member: { guid: MEMBER, user_guid: USER }, members: [], challenges: [] };
  return isOwn ? json(own) : json({ error: { message: 'no such member' } }, { status: 404 });
};

/** The proxy and the receiver of webhooks on a real Node server, as a host would run them. */
export async function startAttackServer(api: AtriumApi): Promise<AttackServer> {
  let told = 0;
  const memory = createMemoryStore();
  const store: AtriumStore = { ...memory, publish: async () => void (told += 1) };
  const { proxy, calls, events } = harness(mx, {
    ...api,
    store,
    publicOrigins: [SITE],
    bodyTimeoutMs: 50,
    resolveUser: ({ headers }) =>
      headers.get('cookie') === 'session=ann' ? { userGuid: USER } : null,
  });
  const receive = createWebhookReceiver({ store, credentials: WEBHOOKS, timeoutMs: 50 });
  const [toProxy, toReceiver] = [toNodeListener(proxy), toNodeListener(receive)];
  const server = createServer((request, response) =>
    (request.url?.startsWith('/webhooks/') ? toReceiver : toProxy)(request, response),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    events,
    told: () => told,
    send: (bytes) => exchange(port, bytes),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

function exchange(port: number, bytes: string): Promise<Heard> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1').on('data', (data: string) => (text += data));
    // A server that slams the door while bytes still come has answered before.
    socket.on('error', () => {});
    socket.on('close', () => {
      const heads = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)];
      resolve({
        text,
        statuses: heads.map(([, status]) => Number(status)),
        body: text.split('\r\n\r\n').slice(1).join('\r\n\r\n'),
      });
    });
    socket.write(bytes, 'latin1');
  });
}

interface Parts {
  readonly host?: string;
  /** In place of or beside those that the host's own page sends; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** A request as the host's own page sends it, but for what is said otherwise. */
export function raw(method: string, target: string, parts: Parts = {}): string {
  const { host = 'app.example.com', body = '' } = parts;
  const headers: Record<string, string | null> = {
    host,
    connection: 'close',
    cookie: 'session=ann',
    origin: SITE,
    'sec-fetch-site': 'same-origin',
    'content-type': method === 'GET' ? null : 'application/json',
    'content-length': body === '' ? null : String(Buffer.byteLength(body, 'latin1')),
    ...parts.headers,
  };
  const lines = Object.entries(headers)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
