import { setTimeout as wait } from 'node:timers/promises';
import type { AtriumStore } from 'react-atrium-connect/server';
import { readEvents } from './event-reader.ts';
import { memberGuid, userGuid } from './guids.ts';
import { startHelper } from './processes.ts';
import type { ProxyQuestions } from './proxy-process.ts';
import { commandCounts, commandsPerSecond, type CommandCounts } from './redis-server.ts';
import type { RedisResults } from './results.ts';
import { round } from './statistics.ts';
import { openStore } from './store.ts';

const PROXY_PORT = 41_763;
const TIMES = 500;
const EVENTS = 20_000;
const AT_ONCE = 100;

const ANSWER = { status: 200, body: { member: {} }, requestId: undefined, retryAfter: undefined };
/** Has no stream, so that nobody is told of it. */
const NOBODY = userGuid(1);
const SOMEBODY = userGuid(2);

type Costs = Pick<
  RedisResults,
  | 'commandsPerRead'
  | 'commandsPerWebhook'
  | 'commandsPerSecond'
  | 'eventsPastPerSecond'
  | 'readsPerSecond'
>;

/** What the store asks of Redis for each thing that happens, and how fast either is. */
export async function redisCosts(port: number): Promise<Costs> {
  const url = `redis://127.0.0.1:${port}`;
  const { store, close } = await openStore(url);
  try {
    return {
      commandsPerRead: await commandsOf(port, (index) => read(store, index)),
      commandsPerWebhook: await commandsOf(port, (index) => publish(store, NOBODY, index)),
      ...(await passing(port, url, store)),
      commandsPerSecond: round(await commandsPerSecond(port)),
    };
  } finally {
    await close();
  }
}

const read = (store: AtriumStore, index: number) =>
  store.readStatus(
    `/users/${NOBODY}/members/${memberGuid(index)}/status`,
    async () => ANSWER,
    new AbortController().signal,
  );

const publish = (store: AtriumStore, user: string, index: number): Promise<void> =>
  store.publish({ userGuid: user, memberGuid: memberGuid(index), change: 'status' });

/** How many commands one of many takes, without those that wait for events and our own. */
async function commandsOf(
  port: number,
  once: (index: number) => Promise<unknown>,
): Promise<number> {
  // The first also makes what all of them have in common.
  await once(0);
  const before = await commandCounts(port);
  for (let index = 1; index <= TIMES; index += 1) await once(index);
  const after = await commandCounts(port);
  const names = Object.keys(after).filter((name) => !['info', 'xread'].includes(name));
  return round(names.reduce((sum, name) => sum + more(before, after, name), 0) / TIMES);
}

const more = (before: CommandCounts, after: CommandCounts, name: string): number =>
  (after[name] ?? 0) - (before[name] ?? 0);

/** How fast a process gets past events that none of its streams wants. */
async function passing(
  port: number,
  url: string,
  store: AtriumStore,
): Promise<Pick<Costs, 'eventsPastPerSecond' | 'readsPerSecond'>> {
  const env = { PORT: PROXY_PORT, STORE: url };
  const proxy = await startHelper<ProxyQuestions>('proxy-process.ts', env);
  const reader = readEvents(PROXY_PORT, `user=${SOMEBODY}`);
  /** Again and again: the stream may be just about to be opened. */
  const untilHeard = async (index: number): Promise<void> => {
    while (!reader.has(memberGuid(index))) {
      await publish(store, SOMEBODY, index);
      await wait(20);
    }
  };
  try {
    await untilHeard(EVENTS + 1);
    const cpu = await proxy.ask('cpu');
    const before = await commandCounts(port);
    const startedAt = performance.now();
    for (let sent = 0; sent < EVENTS; sent += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, index) => sent + index);
      await Promise.all(some.map((index) => publish(store, NOBODY, index)));
    }
    await untilHeard(EVENTS + 2);
    const seconds = (performance.now() - startedAt) / 1_000;
    const after = await commandCounts(port);
    const used = await proxy.ask('cpu');
    const cpuSeconds = (used.user + used.system - cpu.user - cpu.system) / 1e6;
    return {
      eventsPastPerSecond: round(EVENTS / cpuSeconds),
      readsPerSecond: round(more(before, after, 'xread') / seconds),
    };
  } finally {
    reader.stop();
    proxy.stop();
  }
}
