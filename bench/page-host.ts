/** The demo's page on a server that counts, in its own process: with events or without. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createAtriumProxy, createWebhookReceiver } from 'react-atrium-connect/server';
import { listen } from '../demo/listen.ts';
import { createSessions } from '../demo/session.ts';
import { PAGE_FOLDER } from '../demo/vite.config.ts';
import { serveHelper } from './processes.ts';
import { openStore } from './store.ts';

const counts = { upstream: 0, webhooks: 0 };

export type HostQuestions = { readonly counts: { readonly answer: typeof counts } };

const { signIn, userOf } = createSessions('secret of a measurement');
const where = process.env['STORE'];
const store = where ? (await openStore(where)).store : undefined;
const proxy = createAtriumProxy({
  apiKey: 'any',
  clientId: 'any',
  baseUrl: process.env['UPSTREAM'] ?? '',
  fetch: async (url, init) => {
    counts.upstream += 1;
    return fetch(url, init);
  },
  resolveUser: userOf,
  publicOrigins: [process.env['ORIGIN'] ?? ''],
  store,
});
const app = new Hono();
app.all('/api/atrium/*', (context) => proxy(context.req.raw));
if (store) {
  const receive = createWebhookReceiver({
    store,
    credentials: 'none',
    observe: () => (counts.webhooks += 1),
  });
  app.all('/webhooks', (context) => receive(context.req.raw));
}
app.get('/', signIn);
app.get('*', serveStatic({ root: PAGE_FOLDER }));
await listen(app.fetch, { port: Number(process.env['PORT']), variable: 'PORT' });
serveHelper<HostQuestions>({ counts: () => ({ ...counts }) });
