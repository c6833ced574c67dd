import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** What `http.createServer`, Express and Connect call. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Turns the proxy into a listener for Node's own server, Express or Connect. Mount it before
 * any body parser: it reads, and limits, the body itself.
 */
export function toNodeListener(handler: (request: Request) => Promise<Response>): NodeListener {
  const listen = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request, response) => {
    // Express shortens `url` by the path it is mounted at; the proxy matches the whole of it.
    if ('originalUrl' in request && typeof request.originalUrl === 'string') {
      request.url = request.originalUrl;
    }
    void listen(request, response);
  };
}
