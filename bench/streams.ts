import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from './clock.ts';
import { memberGuid, userGuid } from './guids.ts';
import { startHelper, type Helper } from './processes.ts';
import type { ProxyQuestions } from './proxy-process.ts';
import type { StreamResults } from './results.ts';
import { round, spreadOf, type Spread } from './statistics.ts';
import type { ClientQuestions } from './stream-clients.ts';
import { closeWebhooks, sendWebhook } from './webhooks.ts';

const PORT = 41_756;
const STREAMS = 5_000;
const TO_ONE = 100;
const TO_ALL = 10;
const REST_MS = 60_000;

/** Each stream is an open file of either process. */
function checkOpenFiles(): void {
  const allowed = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  if (allowed < STREAMS + 200) {
    throw new Error(
      `A process may open ${allowed} files here, and ${STREAMS} streams need more: raise it with “ulimit -n 6000”.`,
    );
  }
}

/** How long webhooks take to the last of the streams that they are for. */
async function delivered(
  clients: Helper<ClientQuestions>,
  users: readonly number[],
  about: number,
): Promise<number> {
  const startedAt = now();
  const arrived = clients.ask('arrived', users.length);
  const answers = users.map((user) => sendWebhook(PORT, userGuid(user), memberGuid(about)));
  if ((await Promise.all(answers)).some((status) => status !== 204)) {
    throw new Error('A webhook was not taken.');
  }
  return (await arrived) - startedAt;
}

async function repeated(times: number, once: (index: number) => Promise<number>): Promise<Spread> {
  const found: number[] = [];
  for (let index = 0; index < times; index += 1) found.push(await once(index));
  return spreadOf(found);
}

async function cpuAtRest(proxy: Helper<ProxyQuestions>): Promise<number> {
  const before = await proxy.ask('cpu');
  await wait(REST_MS);
  const after = await proxy.ask('cpu');
  const usedUs = after.user + after.system - before.user - before.system;
  return round(usedUs / REST_MS / 10);
}

/** What thousands of open streams cost one process, and how fast an event finds them. */
export async function measureStreams(): Promise<StreamResults> {
  checkOpenFiles();
  const proxy = await startHelper<ProxyQuestions>('proxy-process.ts', { PORT });
  const clients = await startHelper<ClientQuestions>('stream-clients.ts', { PORT });
  const everybody = Array.from({ length: STREAMS }, (_, user) => user);
  try {
    const before = await proxy.ask('memory');
    await clients.ask('open', STREAMS);
    const after = await proxy.ask('memory');
    const perStream = (bytes: number): number => round(bytes / STREAMS / 1e3);
    return {
      streams: STREAMS,
      baseRssMb: round(before.rss / 1e6),
      rssKbPerStream: perStream(after.rss - before.rss),
      heapKbPerStream: perStream(after.heapUsed - before.heapUsed),
      cpuAtRestPercent: await cpuAtRest(proxy),
      oneUserMs: await repeated(TO_ONE, (index) => delivered(clients, [index * 7], index)),
      everyUserMs: await repeated(TO_ALL, (index) => delivered(clients, everybody, index)),
    };
  } finally {
    closeWebhooks();
    clients.stop();
    proxy.stop();
  }
}
