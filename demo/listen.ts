import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { StartError, errorCode } from './start-error.ts';

/** What is typed into a demo should not cross a network. */
const ADDRESS = '127.0.0.1';
const LOOPBACK = /^(([a-z\d-]+\.)*localhost|127(\.\d+){3}|\[::1\])$/;

type Fetch = (request: Request) => Response | Promise<Response>;

export interface ListenOptions {
  readonly port: number;
  /** The environment variable that sets the port. The error for a busy port names it. */
  readonly variable: string;
  /** Host names to answer to in addition to loopback names. Defaults to none. */
  readonly allowedHosts?: readonly string[];
}

export interface Listening {
  /** The server's address, such as `http://localhost:4000`. */
  readonly url: string;
  readonly close: () => void;
}

/**
 * Serves on this machine only.
 *
 * @throws StartError if the port is not available.
 */
export async function listen(
  fetch: Fetch,
  { port, variable, allowedHosts = [] }: ListenOptions,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: localOnly(fetch, allowedHosts),
    overrideGlobalObjects: false,
  });
  server.listen(port, ADDRESS);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(sentence(errorCode(error), port, variable));
  }
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { url: `http://localhost:${actual}`, close: () => void server.close() };
}

/**
 * Refuses requests for any other host. Without this check, a website could point a name of its own
 * at this machine (DNS rebinding) and use the demo as its own server.
 */
function localOnly(fetch: Fetch, allowedHosts: readonly string[]): Fetch {
  return (request) => {
    const { hostname } = new URL(request.url);
    if (LOOPBACK.test(hostname) || allowedHosts.includes(hostname)) return fetch(request);
    return new Response(
      `The demo answers only requests for localhost, and this one is for ${hostname}. To allow that host, start the demo with ALLOWED_HOSTS=${hostname}.\n`,
      { status: 403, headers: { 'x-content-type-options': 'nosniff' } },
    );
  };
}

function sentence(code: string | undefined, port: number, variable: string): string {
  const other = `choose another with ${variable}=${port < 65_000 ? port + 1 : port - 1}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that program, or ${other}.`;
    case 'EACCES':
      return `Port ${port} needs rights that this account does not have: ${other}.`;
    default:
      return `Port ${port} could not be opened (${code ?? 'no reason given'}): ${other}.`;
  }
}
