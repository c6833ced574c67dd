import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { StartError, errorCode } from './start-error.ts';

/** Serves on this machine alone: what is typed into a demo should not cross a network. */
const HOST = 'localhost';

/**
 * @param variable - Sets the port; the sentence about a busy port names it.
 * @returns The address to reach it at, such as `http://localhost:4000`.
 * @throws StartError when the port cannot be had.
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  variable: string,
): Promise<string> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(sentence(errorCode(error), port, variable));
  }
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${HOST}:${actual}`;
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
