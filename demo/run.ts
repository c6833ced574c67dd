import type { Hono } from 'hono';
import type { AtriumAccess } from 'react-atrium-connect/server';
import { checkKey } from './atrium-key.ts';
import { createHost } from './host.ts';
import type { Hints } from './hints.ts';
import { listen } from './listen.ts';
import { builtPage } from './page.ts';
import { sandboxHints, startSandbox } from './sandbox.ts';
import type { AtriumSettings, Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/**
 * Starts everything.
 *
 * @returns Where it is, in a few lines.
 * @throws StartError
 */
export async function run({ port, atrium }: Settings): Promise<string> {
  const { host, origin } =
    atrium.kind === 'sandbox' ? await hostOfSandbox(atrium.port) : await hostOfMx(atrium);
  const address = await listen(host.fetch, port, 'PORT');
  await builtPage();
  return [
    `Larder, the demo:  ${address}`,
    atrium.kind === 'sandbox' ? `Atrium, a sandbox: ${origin}` : `Atrium, MX's own:  ${origin}`,
    'Ctrl-C ends it.',
  ].join('\n');
}

interface HostOfAtrium {
  readonly host: Hono;
  /** Where the host's Atrium is. */
  readonly origin: string;
}

async function hostOfSandbox(port: number): Promise<HostOfAtrium> {
  const access = await startSandbox(port);
  return { host: hostOf(access, sandboxHints), origin: access.baseUrl };
}

async function hostOfMx(settings: AtriumSettings & { kind: 'mx' }): Promise<HostOfAtrium> {
  const host = hostOf(settings, null);
  // Only now: the host refuses an address to which no key should go.
  await checkKey(settings);
  return { host, origin: settings.baseUrl };
}

function hostOf(atrium: AtriumAccess, hints: Hints | null): Hono {
  try {
    return createHost({ atrium, hints, page: builtPage });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartError(
      `ATRIUM_API_KEY, ATRIUM_CLIENT_ID or ATRIUM_BASE_URL will not do: ${error.message}`,
    );
  }
}
