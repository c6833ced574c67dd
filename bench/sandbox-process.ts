/** MX, as far as a page and a proxy can tell: a sandbox that may take its time. */
import { createSandbox } from 'react-atrium-connect/sandbox';
import { listen } from '../demo/listen.ts';
import { serveHelper } from './processes.ts';

/** How many times slower than usual its jobs are: a real bank takes longer than 2 seconds. */
const slowness = Number(process.env['SLOWNESS']);
const startedAt = Date.now();
const url = process.env['WEBHOOKS'];
const sandbox = createSandbox({
  clock: { now: () => startedAt + (Date.now() - startedAt) / slowness },
  ...(url && { webhooks: { url } }),
});
await listen(sandbox.fetch, { port: Number(process.env['PORT']), variable: 'PORT' });
serveHelper({});
