import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRedisStore } from '../../../src/server.ts';
import type { AtriumStore, LimitOptions } from '../../../src/server.ts';
import { browser, CREDENTIAL, harness, json, MEMBER, USER } from '../support.ts';
import { redisClient, RedisServer } from './redis-server.ts';

vi.setConfig({ hookTimeout: 60_000 });

const PATIENCE = { timeout: 20_000, interval: 50 };

let redis: RedisServer;
let admin: ReturnType<typeof redisClient>;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  redis = await RedisServer.start();
  admin = redisClient(redis.socket);
  admin.on('error', () => {});
  await admin.connect();
});
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
  await admin.sendCommand(['FLUSHALL']);
});
afterAll(async () => {
  admin?.destroy();
  await redis?.stop();
});

/** A store with a client of its own, as a process has it. */
async function open(): Promise<AtriumStore> {
  const client = redisClient(redis.socket);
  await client.connect();
  const store = createRedisStore({ client, timeoutMs: 2_000 });
  undo.push(
    () => client.destroy(),
    () => store.close(),
  );
  return store;
}

/** One of several processes. */
async function startProcess(attempts: LimitOptions['attempts'] = {}, store?: AtriumStore) {
  const { proxy } = harness(() => json({ member: {} }), {
    store: store ?? (await open()),
    limits: { attempts },
  });
  const body = { member: { credentials: [{ guid: CREDENTIAL, value: 'x' }] } };
  const send = (): Promise<Response> => proxy(browser('PUT', `/members/${MEMBER}`, { body }));
  const times = async (count: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let each = 0; each < count; each += 1) statuses.push((await send()).status);
    return statuses;
  };
  return { send, times };
}

const ok = (count: number): number[] => Array<number>(count).fill(200);
const KEY = `atrium:attempts:${USER}`;

describe('limits.attempts with a Redis store', () => {
  it('counts the attempts at all processes together', async () => {
    const [one, other] = [await startProcess(), await startProcess()];
    expect(await one.times(12)).toEqual(ok(12));
    expect(await other.times(9)).toEqual([...ok(8), 429]);
    const refused = await one.send();
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  it('lets 20 of 60 attempts through that arrive at two processes at once', async () => {
    const both = [await startProcess(), await startProcess()];
    const sent = both.flatMap(({ send }) => Array.from({ length: 30 }, send));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  });

  it('lets another attempt through once the window has passed at Redis', async () => {
    const { times } = await startProcess({ max: 2, windowMs: 1_000 });
    expect(await times(3)).toEqual([200, 200, 429]);
    await vi.waitFor(async () => expect(await times(1)).toEqual([200]), PATIENCE);
  });

  it('keeps no more times than the limit, for the window', async () => {
    const { times } = await startProcess({ max: 3, windowMs: 5_000 });
    await times(10);
    expect(await admin.lLen(KEY)).toBe(3);
    const age = await admin.pTTL(KEY);
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThanOrEqual(5_000);
  });

  it('ignores attempts that are later than the clock of Redis', async () => {
    const { times } = await startProcess({ max: 1 });
    await admin.lPush(KEY, String(Date.now() + 3_600_000));
    expect(await times(1)).toEqual([200]);
  });

  it('while Redis is away, limits in each process, from what the process has counted', async () => {
    const [one, other] = [await startProcess({ max: 5 }), await startProcess({ max: 5 })];
    expect(await one.times(3)).toEqual(ok(3));
    await redis.kill();
    undo.push(() => redis.restart());
    expect(await one.times(3)).toEqual([200, 200, 429]);
    expect(await other.times(6)).toEqual([...ok(5), 429]);
  });

  it('after Redis has lost what it had, continues from what the process has counted', async () => {
    const { times } = await startProcess({ max: 2 });
    await times(2);
    await admin.sendCommand(['FLUSHALL']);
    expect(await times(1)).toEqual([429]);
  });
});
