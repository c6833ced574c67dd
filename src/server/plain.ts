/** An answer before it becomes a `Response`, of which not every server makes use. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ReadableStream<Uint8Array> | null;
  /** Whether the server is stopping, so that a connection takes no further request. */
  readonly isLast?: boolean;
}

type Handler = (request: Request) => Promise<Response>;
type PlainHandler = (request: Request) => Promise<PlainAnswer>;

const plainHandlers = new WeakMap<Handler, PlainHandler>();

/** A handler as the web's servers call it, whose answers Node's own can have as they are. */
export function handlerOf(answer: PlainHandler): Handler {
  const handler: Handler = async (request) => toResponse(await answer(request));
  plainHandlers.set(handler, answer);
  return handler;
}

/** What a handler answers before it is made a `Response`, if it is one of ours. */
export const plainHandlerOf = (handler: Handler): PlainHandler | undefined =>
  plainHandlers.get(handler);

const toResponse = ({ status, headers, body }: PlainAnswer): Response =>
  new Response(body, { status, headers });
