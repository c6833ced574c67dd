import type { AtriumErrorKind } from '../../src/domain/errors.ts';

/** A request on its way, and what can become of it. */
export interface OnItsWay {
  /** Lets the server have it, and gives the answer. */
  readonly serve: () => Promise<Response>;
  /** Lets so many milliseconds pass, or ends as `fetch` does when the page gives up. */
  readonly wait: (ms: number) => Promise<void>;
  /** Ends once something that was asked later has been answered, or after 10 seconds. */
  readonly overtaken: () => Promise<void>;
}

/** One thing that can go wrong with a request. */
export interface Fault {
  /** What kind of failure that is; `null` if the answer is right all the same. */
  readonly kind: AtriumErrorKind | null;
  readonly spoil: (request: OnItsWay) => Response | Promise<Response>;
}

/** Refused by the server, or by something in front of it, without being carried out. */
const refused = (
  status: number,
  kind: AtriumErrorKind,
  headers: Record<string, string> = {},
): Fault => ({
  kind,
  spoil: () => Response.json({ error: { kind, message: 'No.' } }, { status, headers }),
});

const page = (status: number) =>
  new Response('<!doctype html><h1>Bad gateway</h1>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** Carried out, and answered with another body. */
const answeredWith = (body: string): Fault => ({
  kind: 'unreadable',
  spoil: async ({ serve }) => {
    await serve();
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  },
});

/** Everything that can go wrong with a request. */
export const FAULTS = {
  offline: { kind: 'offline', spoil: () => Promise.reject(new TypeError('Failed to fetch')) },
  'reset after it was carried out': {
    kind: 'offline',
    spoil: async ({ serve }) => {
      await serve();
      return new Response(
        new ReadableStream({ start: (body) => body.error(new TypeError('network error')) }),
      );
    },
  },
  'no answer': {
    kind: 'timeout',
    spoil: async ({ wait }) => {
      await wait(600_000);
      return page(504);
    },
  },
  'carried out, answered after 31 seconds': {
    kind: 'timeout',
    spoil: async ({ serve, wait }) => {
      const answer = await serve();
      await wait(31_000);
      return answer;
    },
  },
  'answered after 29 seconds': {
    kind: null,
    spoil: async ({ serve, wait }) => {
      const answer = await serve();
      await wait(29_000);
      return answer;
    },
  },
  '400': refused(400, 'invalid'),
  '401': refused(401, 'unauthorized'),
  '403': refused(403, 'forbidden'),
  '404': refused(404, 'not-found'),
  '405': refused(405, 'conflict'),
  '409': refused(409, 'conflict'),
  '422': refused(422, 'invalid'),
  '429': refused(429, 'throttled'),
  '429, to be tried in 20 seconds': refused(429, 'throttled', { 'retry-after': '20' }),
  '429 after too many attempts': refused(429, 'too-many-attempts', { 'retry-after': '421' }),
  '500': refused(500, 'server'),
  '502 after it was carried out': {
    kind: 'server',
    spoil: async ({ serve }) => {
      await serve();
      return page(502);
    },
  },
  '503 and a page': { kind: 'server', spoil: () => page(503) },
  'cut-off JSON': answeredWith('{"member":{"guid":"MBR-7c6f361b-e582-15b6-60c0-358f'),
  'JSON of another shape': answeredWith(
    '{"member":{"guid":7,"connection_status":"CONNECTED"},"members":{"0":{}},"features":[]}',
  ),
  'sent twice': {
    kind: null,
    spoil: async ({ serve }) => {
      await serve();
      return serve();
    },
  },
  'answered out of order': {
    kind: null,
    spoil: async ({ serve, overtaken }) => {
      const answer = await serve();
      await overtaken();
      return answer;
    },
  },
} as const satisfies Record<string, Fault>;

/** The name of something that can go wrong. */
export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];
