/** The server's end of one stream of events, in the hands of a test. */
export interface ScriptedStream {
  readonly response: Response;
  /** Sends these lines and the empty one that ends an event. */
  readonly say: (...lines: readonly string[]) => void;
  /** Ends it in good order. */
  readonly end: () => void;
  /** Breaks the connection. */
  readonly breakOff: () => void;
  /** Neither side has ended it. */
  readonly isOpen: () => boolean;
}

export function scriptedStream(): ScriptedStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      isOpen = false;
    },
  });
  const over = (close: () => void) => () => {
    isOpen = false;
    close();
  };
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    say(...lines) {
      if (isOpen) controller?.enqueue(new TextEncoder().encode(`${lines.join('\n')}\n\n`));
    },
    end: over(() => controller?.close()),
    breakOff: over(() => controller?.error(new TypeError('network error'))),
    isOpen: () => isOpen,
  };
}

/** What the proxy says first. */
export const HELLO = 'retry: 3000';

/** Something about a member may be new. */
export const hint = (guid: string, change = 'status'): readonly string[] => [
  'event: member',
  `data: {"member_guid":"${guid}","change":"${change}"}`,
];
