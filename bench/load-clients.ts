/** Plays many browsers, each of which reads a status again and again, and times its answers. */
import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { memberGuid, userGuid } from './guids.ts';
import { serveHelper } from './processes.ts';

/** A while in which so many browsers read, so often each. */
export interface Round {
  readonly port: number;
  readonly browsers: number;
  readonly everyMs: number;
  readonly forMs: number;
  /** Pages that one person has open on the same member, and which ask at the same time. */
  readonly pagesEach: number;
}

export interface Timed {
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
}

export type LoadQuestions = {
  readonly read: { readonly told: Round; readonly answer: Timed };
};

/** A browser keeps its connection. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
/** No member is read twice: three seconds later, what was read of one is no longer fresh either. */
let members = 0;

async function answered(round: Round, user: number, member: number): Promise<IncomingMessage> {
  const path = `/api/atrium/members/${memberGuid(member)}/status`;
  const headers = { cookie: `user=${userGuid(user)}` };
  const request = get({ agent, host: '127.0.0.1', port: round.port, path, headers });
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  } catch (error) {
    // A server lets go of a connection that has rested, and a browser then asks on another.
    if (request.reusedSocket) return answered(round, user, member);
    throw error;
  }
}

async function read(round: Round, user: number, member: number): Promise<number> {
  const startedAt = performance.now();
  const response = await answered(round, user, member);
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`A read was answered ${response.statusCode}.`);
  return performance.now() - startedAt;
}

/** Begins at its own time and keeps to it: a slow answer does not make it ask less. */
async function person(round: Round, number: number, tookMs: number[]): Promise<void> {
  const { browsers, everyMs, forMs, pagesEach } = round;
  const startedAt = performance.now() + (everyMs * number) / browsers;
  const answers: Promise<unknown>[] = [];
  for (let at = startedAt; at < startedAt + forMs; at += everyMs) {
    await wait(Math.max(0, at - performance.now()));
    const member = (members += 1);
    for (let page = 0; page < pagesEach; page += 1) {
      answers.push(read(round, number, member).then((ms) => tookMs.push(ms)));
    }
  }
  await Promise.all(answers);
}

async function readAll(round: Round): Promise<Timed> {
  const tookMs: number[] = [];
  const people = Array.from({ length: round.browsers / round.pagesEach }, (_, number) =>
    person(round, number, tookMs),
  );
  await Promise.all(people);
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), requests: sorted.length };
}

serveHelper<LoadQuestions>({ read: readAll });
