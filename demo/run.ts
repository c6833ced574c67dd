import { createHmac, randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { checkKey } from './atrium-key.ts';
import { createHost, WEBHOOKS_PATH } from './host.ts';
import type { HostOptions } from './host.ts';
import { listen } from './listen.ts';
import { builtPage } from './page.ts';
import { newCredentials, sandboxHints, sendWebhooks, startSandbox } from './sandbox.ts';
import type { MxApi, MxSettings, Settings } from './settings.ts';
import { StartError } from './start-error.ts';

const NAMES: Readonly<Record<MxApi, string>> = { atrium: 'Atrium', platform: 'MX Platform' };

/**
 * Starts everything.
 *
 * @returns Where it is, in a few lines.
 * @throws StartError
 */
export async function run({ port, allowedHosts, mx }: Settings): Promise<string> {
  const { host, origin, sendWebhooksTo } =
    mx.kind === 'sandbox' ? await hostOfSandbox(mx, allowedHosts) : await hostOfMx(mx);
  const { url: address } = await listen(host.fetch, { port, variable: 'PORT', allowedHosts });
  await sendWebhooksTo?.(`${address}${WEBHOOKS_PATH}`);
  await builtPage();
  const where = mx.kind === 'sandbox' ? 'a sandbox' : "MX's own";
  return [
    ...aligned({ 'Larder, the demo:': address, [`${NAMES[mx.api]}, ${where}:`]: origin }),
    'Ctrl-C ends it.',
  ].join('\n');
}

function aligned(lines: Readonly<Record<string, string>>): string[] {
  const width = Math.max(...Object.keys(lines).map((name) => name.length));
  return Object.entries(lines).map(([name, value]) => `${name.padEnd(width)} ${value}`);
}

interface HostOfMx {
  readonly host: Hono;
  /** Where the host's API is. */
  readonly origin: string;
  /** Has webhooks sent to an address. MX's own go where its dashboard says. */
  readonly sendWebhooksTo?: (url: string) => Promise<void>;
}

async function hostOfSandbox(
  { api, port }: MxSettings & { kind: 'sandbox' },
  allowedHosts: readonly string[],
): Promise<HostOfMx> {
  const mx = await startSandbox(api, port, allowedHosts);
  const webhooks = newCredentials();
  return {
    host: hostOf({
      mx,
      webhooks,
      hints: sandboxHints(api),
      // The sandbox forgets its users when it ends, so sessions need not outlive it.
      sessionSecret: randomBytes(32).toString('base64url'),
    }),
    origin: mx.baseUrl,
    sendWebhooksTo: (url) => sendWebhooks(mx.baseUrl, url, webhooks),
  };
}

async function hostOfMx({
  kind: _kind,
  webhooks,
  ...mx
}: MxSettings & { kind: 'mx' }): Promise<HostOfMx> {
  // Stays the same across restarts, so browsers keep their users at MX.
  const sessionSecret = createHmac('sha256', mx.apiKey).update('larder sessions').digest('hex');
  const host = hostOf({ mx, webhooks, hints: null, sessionSecret });
  // Only now: the host refuses an address to which no key should go.
  await checkKey(mx);
  return { host, origin: mx.baseUrl };
}

function hostOf(options: Omit<HostOptions, 'page'>): Hono {
  try {
    return createHost({ ...options, page: builtPage });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartError(
      `ATRIUM_API_KEY, ATRIUM_CLIENT_ID or ATRIUM_BASE_URL will not do: ${error.message}`,
    );
  }
}
