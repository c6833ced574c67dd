import { once } from 'node:events';
import { ServerResponse } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Writable } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { plainHandlerOf } from './plain.ts';
import type { PlainAnswer } from './plain.ts';
import { SAFE_HEADERS } from './respond.ts';

/** What `http.createServer`, Express and Connect call. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Turns the proxy into a listener for Node's own server, Express or Connect. Mount it before
 * any body parser: it reads, and limits, the body itself.
 *
 * @throws TypeError when `handler` is not a function.
 */
export function toNodeListener(handler: (request: Request) => Promise<Response>): NodeListener {
  if (typeof handler !== 'function') {
    throw new TypeError(
      '`toNodeListener` takes what `createAtriumProxy` or `createWebhookReceiver` returns.',
    );
  }
  const answer = plainHandlerOf(handler);
  const listen = getRequestListener(
    answer ? async (request, { outgoing }) => send(outgoing, await answer(request)) : handler,
    { overrideGlobalObjects: false, errorHandler: respondToError },
  );
  return (request, response) => {
    // Express shortens `url` by the path it is mounted at; the proxy matches the whole of it.
    if ('originalUrl' in request && typeof request.originalUrl === 'string') {
      request.url = request.originalUrl;
    }
    void listen(request, response);
  };
}

/** Answers a request that has no valid URL, or whose handler rejected. */
function respondToError(error: unknown): Response {
  const status = error instanceof RequestError ? 400 : 500;
  return new Response(null, { status, headers: SAFE_HEADERS });
}

/** A `Response`, only to be taken to pieces again, would be half of what a shared read costs. */
function send(
  outgoing: HttpBindings['outgoing'] | Http2Bindings['outgoing'],
  answer: PlainAnswer,
): Response {
  const { status, body } = answer;
  // HTTP/2 has no such header: there, the server itself ends a session.
  const isLast = answer.isLast === true && outgoing instanceof ServerResponse;
  const headers = isLast ? { ...answer.headers, connection: 'close' } : answer.headers;
  if (body instanceof ReadableStream) {
    outgoing.writeHead(status, headers);
    void pipe(body.getReader(), outgoing);
  } else if (body === null) {
    outgoing.writeHead(status, headers).end();
  } else {
    outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  }
  return RESPONSE_ALREADY_SENT;
}

/** Never rejects: a client that leaves, or is cut off because it doesn't read, is no error. */
async function pipe(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: Writable,
): Promise<void> {
  // At once, although a write may be waiting for the client.
  reader.closed.catch(() => outgoing.destroy());
  outgoing.on('close', () => void reader.cancel().catch(() => {}));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (!outgoing.write(next.value)) await once(outgoing, 'drain');
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
