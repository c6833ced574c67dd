import type { Hono } from 'hono';
import { checkKey } from './atrium-key.ts';
import { createHost } from './host.ts';
import type { Hints } from './hints.ts';
import { listen } from './listen.ts';
import { builtPage } from './page.ts';
import { sandboxHints, startSandbox } from './sandbox.ts';
import type { MxAccess, MxApi, MxSettings, Settings } from './settings.ts';
import { StartError } from './start-error.ts';

const NAMES: Readonly<Record<MxApi, string>> = { atrium: 'Atrium', platform: 'MX Platform' };

/**
 * Starts everything.
 *
 * @returns Where it is, in a few lines.
 * @throws StartError
 */
export async function run({ port, mx }: Settings): Promise<string> {
  const { host, origin } = mx.kind === 'sandbox' ? await hostOfSandbox(mx) : await hostOfMx(mx);
  const address = await listen(host.fetch, port, 'PORT');
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
}

async function hostOfSandbox({ api, port }: MxSettings & { kind: 'sandbox' }): Promise<HostOfMx> {
  const access = await startSandbox(api, port);
  return { host: hostOf(access, sandboxHints), origin: access.baseUrl };
}

async function hostOfMx(access: MxSettings & { kind: 'mx' }): Promise<HostOfMx> {
  const host = hostOf(access, null);
  // Only now: the host refuses an address to which no key should go.
  await checkKey(access);
  return { host, origin: access.baseUrl };
}

function hostOf(mx: MxAccess, hints: Hints | null): Hono {
  try {
    return createHost({ mx, hints, page: builtPage });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartError(
      `ATRIUM_API_KEY, ATRIUM_CLIENT_ID or ATRIUM_BASE_URL will not do: ${error.message}`,
    );
  }
}
