import { Agent, get } from 'node:http';
import { once } from 'node:events';
import { memberGuid, userGuid } from './guids.ts';
import { startHelper } from './processes.ts';
import type { ProxyQuestions } from './proxy-process.ts';
import type { ThroughputResults } from './results.ts';
import { spreadOf, type Spread } from './statistics.ts';

const PORT = 41_750;
const UPSTREAM_PORT = 41_751;
const CONNECTIONS = 64;
const ROUND_MS = 4_000;
const ROUNDS = 6;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Target {
  readonly user: number;
  readonly member: number;
}

async function readStatus({ user, member }: Target): Promise<void> {
  const path = `/api/atrium/members/${memberGuid(member)}/status`;
  const request = get({ agent, port: PORT, path, headers: { cookie: `user=${userGuid(user)}` } });
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`The proxy answered ${response.statusCode}.`);
}

/** Asks from as many connections as there are for a while, and says how often it was answered. */
async function round(next: () => Target): Promise<number> {
  const until = performance.now() + ROUND_MS;
  let answered = 0;
  const reader = async (): Promise<void> => {
    while (performance.now() < until) {
      await readStatus(next());
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, reader));
  return answered;
}

const oneMember = (): Target => ({ user: 1, member: 0 });
let members = 0;
/** Of many users, since one user cannot have so many calls to MX open. */
const nextMember = (): Target => ({ user: (members += 1) % CONNECTIONS, member: members });

/**
 * How many reads a proxy answers for each second of processor time that it takes: the machine has
 * fewer cores than this has processes.
 */
export async function measureThroughput(): Promise<ThroughputResults> {
  const upstream = await startHelper('upstream.ts', { PORT: UPSTREAM_PORT });
  const proxy = await startHelper<ProxyQuestions>('proxy-process.ts', {
    PORT,
    UPSTREAM: `http://127.0.0.1:${UPSTREAM_PORT}`,
  });
  const perSecond = async (next: () => Target): Promise<number> => {
    const before = await proxy.ask('cpu');
    const answered = await round(next);
    const after = await proxy.ask('cpu');
    return (answered * 1e6) / (after.user + after.system - before.user - before.system);
  };
  const rounds = async (next: () => Target): Promise<Spread> => {
    // The first is for the compiler.
    await perSecond(next);
    const found: number[] = [];
    for (let index = 0; index < ROUNDS; index += 1) found.push(await perSecond(next));
    return spreadOf(found);
  };
  try {
    return { shared: await rounds(oneMember), single: await rounds(nextMember) };
  } finally {
    agent.destroy();
    proxy.stop();
    upstream.stop();
  }
}
