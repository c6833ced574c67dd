import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Sandbox } from './create-sandbox.ts';

/** A sandbox that listens. */
export interface Listening {
  /** Its address, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops at once; requests under way are cut off. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP in Node. Rejects when the port cannot be had. */
export async function listen(sandbox: Sandbox, port: number, host: string): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: async (request, { incoming }) => {
      try {
        return await sandbox.fetch(request);
      } catch {
        // Only a fault rejects, and it means that the connection breaks.
        incoming.socket?.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  return { url: urlOf(server, host), close: () => close(server) };
}

function urlOf(server: ServerType, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${nameInUrl(host)}:${port}`;
}

/** A host as URLs and `Host` headers spell it: an IPv6 address in brackets. */
export function nameInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function close(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeAllConnections' in server) {
      server.closeAllConnections();
    }
  });
}
