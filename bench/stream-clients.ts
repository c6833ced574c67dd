/** Plays many browsers with an open stream each, and tells when events have reached them. */
import { once } from 'node:events';
import { get } from 'node:http';
import { userGuid } from './guids.ts';
import { now } from './clock.ts';
import { serveHelper } from './processes.ts';

export type ClientQuestions = {
  /** Opens a stream for each of so many users. */
  readonly open: { readonly told: number; readonly answer: number };
  /** Waits for so many events since the last time, and tells when the last of them came. */
  readonly arrived: { readonly told: number; readonly answer: number };
};

const MARK = 'event: member';

const seen = { count: 0, lastAt: 0 };
let whenSeen = (): void => {};

async function openStream(user: number): Promise<void> {
  const request = get({
    agent: false,
    host: '127.0.0.1',
    port: Number(process.env['PORT']),
    path: '/api/atrium/events',
    headers: { cookie: `user=${userGuid(user)}`, accept: 'text/event-stream' },
  });
  const [response] = await once(request, 'response');
  if (response.statusCode !== 200) throw new Error(`A stream was answered ${response.statusCode}.`);
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const [head = '', ...tails] = (rest + chunk).split(MARK);
    rest = (tails.at(-1) ?? head).slice(-MARK.length);
    if (tails.length === 0) return;
    seen.count += tails.length;
    seen.lastAt = now();
    whenSeen();
  });
}

/** So many at a time as a server takes from its queue of connections. */
async function openAll(streams: number): Promise<number> {
  for (let first = 0; first < streams; first += 100) {
    const some = Array.from(
      { length: Math.min(100, streams - first) },
      (_, index) => first + index,
    );
    await Promise.all(some.map(openStream));
  }
  return streams;
}

async function arrived(expected: number): Promise<number> {
  while (seen.count < expected) await new Promise<void>((resolve) => (whenSeen = resolve));
  seen.count -= expected;
  return seen.lastAt;
}

serveHelper<ClientQuestions>({ open: openAll, arrived });
