/** The pages, the proxy and MX in one process, with one clock that a measurement can move. */
import { Hono } from 'hono';
import { createSandbox } from 'react-atrium-connect/sandbox';
import { createAtriumProxy, createMemoryStore } from 'react-atrium-connect/server';
import { listen } from '../../demo/listen.ts';
import { createSessions } from '../../demo/session.ts';
import { serveHelper } from '../processes.ts';
import { answerOfMany, type Crowd } from './many.ts';
import { builtFiles } from './pages.ts';

export type PeerHostQuestions = {
  /** Lets so many milliseconds pass, for the proxy and for MX. */
  readonly advance: { readonly told: number; readonly answer: number };
  /** Gives everybody so many members, or none but their own. */
  readonly members: { readonly told: number; readonly answer: number };
};

/** How many times slower than usual MX's jobs are. */
const slowness = Number(process.env['SLOWNESS'] ?? 1);
const startedAt = Date.now();
const { signIn, userOf } = createSessions('secret of a measurement');
let passedMs = 0;
const now = (): number => Date.now() + passedMs;
let crowd: Crowd | undefined;

const sandbox = createSandbox({ clock: { now: () => startedAt + (now() - startedAt) / slowness } });
const proxy = createAtriumProxy({
  apiKey: 'any',
  clientId: 'any',
  baseUrl: 'http://localhost',
  resolveUser: userOf,
  now,
  store: createMemoryStore({ now }),
  fetch: async (url, init) => {
    const many = answerOfMany(new URL(url), crowd);
    return many ? Response.json(many) : sandbox.fetch(new Request(url, init));
  },
});

const files = builtFiles();
const app = new Hono();
app.all('/api/atrium/*', (context) => proxy(context.req.raw));
app.all('/_sandbox/*', (context) => sandbox.fetch(context.req.raw));
app.get('*', signIn);
app.get('*', (context) => {
  const file = files.get(context.req.path);
  return file
    ? context.body(file.gzipped, 200, { 'content-type': file.type, 'content-encoding': 'gzip' })
    : context.notFound();
});
await listen(app.fetch, { port: Number(process.env['PORT']), variable: 'PORT' });
serveHelper<PeerHostQuestions>({
  advance: (ms) => (passedMs += ms),
  members: (members) => {
    crowd = members > 0 ? { members, since: new Date(now()).toISOString() } : undefined;
    return members;
  },
});
