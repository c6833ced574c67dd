/** A proxy and a webhook receiver by themselves, for other processes to ask. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  createAtriumProxy,
  createWebhookReceiver,
  toNodeListener,
} from 'react-atrium-connect/server';
import { serveHelper } from './processes.ts';
import { openStore } from './store.ts';

export type ProxyQuestions = {
  readonly cpu: { readonly answer: NodeJS.CpuUsage };
  /** After a collection of garbage. */
  readonly memory: { readonly answer: NodeJS.MemoryUsage };
};

const { store } = await openStore(process.env['STORE'] ?? 'memory');
const proxy = toNodeListener(
  createAtriumProxy({
    apiKey: 'any',
    clientId: 'any',
    baseUrl: process.env['UPSTREAM'] ?? 'http://127.0.0.1:9',
    // As a host with sessions: the cookie says who it is, here by MX's own guid.
    resolveUser: ({ headers }) => ({
      userGuid: /user=(USR-[\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '',
    }),
    store,
    // Longer than any measurement: a stream that ends would not be waited for.
    streams: { maxAgeMs: 3_600_000 },
  }),
);
const receive = toNodeListener(createWebhookReceiver({ store, credentials: 'none' }));
const server = createServer((request, response) =>
  request.url === '/webhooks' ? receive(request, response) : proxy(request, response),
).listen(Number(process.env['PORT']), '127.0.0.1');
await once(server, 'listening');
serveHelper<ProxyQuestions>({
  cpu: () => process.cpuUsage(),
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage();
  },
});
