import { createClient, RESP_TYPES } from '@redis/client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRedisStore, createWebhookReceiver } from '../../../src/server.ts';
import type {
  AtriumStore,
  MemberNotice,
  RedisConnection,
  RedisStoreOptions,
  StoreNews,
  UpstreamAnswer,
} from '../../../src/server.ts';
import { browser, Deferred, harness, json, USER } from '../support.ts';
import { newMember } from './fleet.ts';
import { redisClient, RedisServer } from './redis-server.ts';

vi.setConfig({ hookTimeout: 60_000 });

const PATIENCE = { timeout: 20_000, interval: 10 };

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
async function open(options: Partial<RedisStoreOptions> = {}): Promise<AtriumStore> {
  const client = redisClient(redis.socket);
  await client.connect();
  const store = createRedisStore({ client, timeoutMs: 2_000, ...options });
  undo.push(
    () => client.destroy(),
    () => store.close(),
  );
  return store;
}

const notice = (memberGuid = newMember()): MemberNotice => ({
  userGuid: USER,
  memberGuid,
  change: 'status',
});

async function listen(store: AtriumStore, lastEventId: string | null = null): Promise<StoreNews[]> {
  const heard: StoreNews[] = [];
  await store.subscribe(USER, lastEventId, (news) => heard.push(news));
  return heard;
}

const membersIn = (heard: readonly StoreNews[]): string[] =>
  heard.flatMap((news) => (news.kind === 'member' ? news.notice.memberGuid : []));

const path = (): string => `/users/${USER}/members/${newMember()}/status`;

const told = (read: unknown): UpstreamAnswer => ({ status: 200, body: { member: { read } } });

/** What MX says, the first time, the second time… */
function mx(answer: (read: number) => UpstreamAnswer = told) {
  let reads = 0;
  const load = async (): Promise<UpstreamAnswer> => answer((reads += 1));
  return { load, reads: () => reads };
}

/** A property as its own object has it. */
function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? value.bind(target) : value;
}

const stay = new AbortController().signal;

const as = (options: Parameters<typeof createClient>[0]): RedisConnection =>
  createClient({ ...options, socket: { path: redis.socket, tls: false } });

describe('a client of the host', () => {
  it.each<[string, () => RedisConnection]>([
    ['RESP 2', () => as({ RESP: 2, maintNotifications: 'disabled' })],
    ['RESP 3', () => as({ RESP: 3 })],
    ['of maps', () => as({ commandOptions: { typeMapping: { [RESP_TYPES.MAP]: Map } } })],
    [
      'of bytes in place of strings',
      () => as({ commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } } }),
    ],
  ])('may speak %s', async (_what, create) => {
    const client = create();
    await client.connect();
    undo.push(() => client.destroy());
    const store = await open({ client });
    const other = await open();
    const heard = await listen(store);
    const sent = [notice(), notice()];
    await other.publish(sent[0] ?? notice());
    await vi.waitFor(() => expect(membersIn(heard)).toHaveLength(1), PATIENCE);
    await store.publish(sent[1] ?? notice());
    await vi.waitFor(
      () => expect(membersIn(heard)).toEqual(sent.map(({ memberGuid }) => memberGuid)),
      PATIENCE,
    );
    const [status, { load, reads }] = [path(), mx()];
    await other.readStatus(status, load, stay);
    expect(await store.readStatus(status, load, stay)).toEqual({
      answer: told(1),
      coalesced: true,
    });
    expect(reads()).toBe(1);
  });

  it('may be connected later, or never: until then this process works alone', async () => {
    const client = redisClient(redis.socket);
    const store = await open({ client, timeoutMs: 100 });
    expect(await store.health()).toBe('redis-unreachable');
    const [status, { load, reads }] = [path(), mx()];
    await store.readStatus(status, load, stay);
    await store.readStatus(status, load, stay);
    expect(reads()).toBe(1);
    await store.forgetStatus(status);
    await store.readStatus(status, load, stay);
    expect(reads()).toBe(2);
    await client.connect();
    undo.push(() => client.destroy());
    expect(await store.health()).toBe('redis');
  });

  it.each([
    ['client', { client: {} }],
    ['client', { client: undefined }],
    ['prefix', { prefix: '' }],
    ['prefix', { prefix: 'undefined' }],
    ['url', { url: 'redis://localhost' }],
    ['now', { now: 0 }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['maxEvents', { maxEvents: 0.5 }],
  ])('and everything else must make sense: `%s`', (name, wrong) => {
    const options: object = { client: redisClient(redis.socket), ...wrong };
    expect(() => createRedisStore(options as RedisStoreOptions)).toThrow(`\`${name}\``);
  });
});

describe('endStreams', () => {
  const endsIn = (heard: readonly StoreNews[]) =>
    heard.flatMap((news) => (news.kind === 'ended' ? [news.user] : []));

  it.each([[{ userGuid: USER }], [{ identifier: 'ann_1' }]])(
    'tells the listeners of another process: %j',
    async (user) => {
      const [here, there] = [await open(), await open()];
      const heard = await listen(there);
      await here.endStreams(user);
      await vi.waitFor(() => expect(endsIn(heard)).toEqual([user]), PATIENCE);
      // A page that comes back is told of no end, and has missed nothing.
      const { id = '' } = heard.find((news) => news.kind === 'position') ?? {};
      expect(await listen(there, id)).toEqual([]);
    },
  );

  it('tells the listeners of its own process while Redis is away', async () => {
    const store = await open({ client: redisClient(redis.socket), timeoutMs: 50 });
    const heard = await listen(store);
    await store.endStreams({ userGuid: USER });
    expect(endsIn(heard)).toEqual([{ userGuid: USER }]);
  });

  it('ignores an entry that names no user', async () => {
    const store = await open();
    const heard = await listen(store);
    const fields = ['user', 'a b', 'member', '', 'change', 'end', 'id', 'x\n: y'];
    await admin.sendCommand(['XADD', 'atrium:events', '*', ...fields]);
    await store.publish(notice());
    await vi.waitFor(() => expect(membersIn(heard)).toHaveLength(1), PATIENCE);
    expect(endsIn(heard)).toEqual([]);
  });
});

describe('what is kept in Redis', () => {
  it('is below the prefix, and for no longer than was said', async () => {
    const store = await open({ prefix: 'an-app:' });
    const memberGuid = newMember();
    const status = `/users/${USER}/members/${memberGuid}/status`;
    const gate = new Deferred<UpstreamAnswer>();
    await store.publish(notice(memberGuid));
    const reading = store.readStatus(status, () => gate.promise, stay);
    const keys = async (): Promise<Record<string, number>> => {
      const ages = (await admin.keys('*')).map(
        async (key) =>
          [key.replace(/[0-9a-f-]{36}(:lock)?$/, '…$1'), await admin.pTTL(key)] as const,
      );
      return Object.fromEntries(await Promise.all(ages));
    };
    await vi.waitFor(async () => {
      const ages = await keys();
      expect(Object.keys(ages).toSorted()).toEqual([
        'an-app:events',
        `an-app:generation:${status}`,
        `an-app:status:${status}:…:lock`,
      ]);
      expect(ages['an-app:events']).toBeLessThanOrEqual(3_600_000);
      expect(ages[`an-app:generation:${status}`]).toBeLessThanOrEqual(60_000);
      expect(ages[`an-app:status:${status}:…:lock`]).toBeLessThanOrEqual(2_000);
      expect(Math.min(...Object.values(ages))).toBeGreaterThan(0);
    }, PATIENCE);
    gate.resolve({ status: 200, body: { member: {} } });
    await reading;
    await vi.waitFor(async () => {
      const ages = await keys();
      expect(Object.keys(ages)).not.toContain(`an-app:status:${status}:…:lock`);
      expect(ages[`an-app:status:${status}:…`]).toBeLessThanOrEqual(3_000);
    }, PATIENCE);
  });

  it('is no more than the last notices', async () => {
    const store = await open({ maxEvents: 50 });
    await Promise.all(Array.from({ length: 400 }, () => store.publish(notice())));
    // Redis lets go of a block at a time.
    expect(await admin.xLen('atrium:events')).toBeLessThan(200);
    const late = await listen(await open({ maxEvents: 50 }), '1-1');
    expect(late).toMatchObject([{ kind: 'missed' }]);
  });

  it('by somebody else among the notices is passed over', async () => {
    const store = await open();
    const heard = await listen(store);
    const fields = ['user', USER, 'member', `${newMember()}\n`, 'change', 'status'];
    await admin.sendCommand(['XADD', 'atrium:events', '*', 'what', 'else']);
    await admin.sendCommand(['XADD', 'atrium:events', '*', ...fields]);
    await admin.sendCommand([
      'XADD',
      'atrium:events',
      '*',
      ...fields.with(3, newMember()).with(5, 'x'),
    ]);
    const last = notice();
    await store.publish(last);
    await vi.waitFor(() => expect(membersIn(heard)).toEqual([last.memberGuid]), PATIENCE);
  });

  it('by somebody else in place of a status is read anew', async () => {
    const [one, other] = [await open(), await open()];
    const [status, { load, reads }] = [path(), mx()];
    await one.readStatus(status, load, stay);
    const [key = ''] = await vi.waitFor(async () => {
      const keys = await admin.keys('atrium:status:*');
      expect(keys).toHaveLength(1);
      return keys;
    }, PATIENCE);
    await admin.set(key, '{"status":');
    await other.readStatus(status, load, stay);
    expect(reads()).toBe(2);
  });
});

describe('keys in Redis', () => {
  it('300 requests for members that do not exist leave none', async () => {
    const { proxy } = harness(() => json({}, { status: 404 }), { store: await open() });
    const send = async (method: string, route = ''): Promise<void> => {
      const sent = browser(method, `/members/${newMember()}${route}`);
      expect((await proxy(sent)).status).toBe(404);
    };
    for (let each = 0; each < 100; each += 1) {
      await Promise.all([send('DELETE'), send('POST', '/aggregate'), send('GET', '/status')]);
    }
    expect(await admin.keys('*')).toEqual([]);
  });

  it('one webhook of 60 KB adds at most 25 notices and their keys', async () => {
    const credentials = { username: 'mx', password: 'secret' };
    const receive = createWebhookReceiver({ store: await open(), credentials });
    const authorization = `Basic ${btoa('mx:secret')}`;
    const message = () => ({ member_guid: newMember(), user_guid: USER });
    const body = JSON.stringify(Array.from({ length: 550 }, message));
    expect(body.length).toBeGreaterThan(55_000);
    const url = 'https://app.example.com/webhooks';
    await receive(new Request(url, { method: 'POST', body, headers: { authorization } }));
    await vi.waitFor(async () => expect(await admin.xLen('atrium:events')).toBe(25), PATIENCE);
    expect(await admin.keys('atrium:generation:*')).toHaveLength(25);
  });
});

describe('one read for two processes', () => {
  it.each<[string, UpstreamAnswer]>([
    ['is refused', { ...told(1), status: 500 }],
    ['tells nothing', { status: 200, body: { member: 'none' } }],
  ])('that %s is not repeated, and the next may read at once', async (_what, answer) => {
    const [one, other] = [await open(), await open()];
    const [status, { load, reads }] = [path(), mx(() => answer)];
    await one.readStatus(status, load, stay);
    await other.readStatus(status, load, stay);
    expect(reads()).toBe(2);
  });

  it('that fails is taken over by whoever waits for it', async () => {
    const [one, other] = [await open(), await open()];
    const [status, { load, reads }, gate] = [path(), mx(), new Deferred<UpstreamAnswer>()];
    const started = new Deferred<void>();
    const failing = one.readStatus(
      status,
      () => {
        started.resolve();
        return gate.promise;
      },
      stay,
    );
    await started.promise;
    const waiting = other.readStatus(status, load, stay);
    gate.reject(new TypeError('fetch failed'));
    await expect(failing).rejects.toThrow('fetch failed');
    expect((await waiting).answer).toEqual(told(1));
    expect(reads()).toBe(1);
  });

  it('that is called off is taken over by whoever waits for it', async () => {
    const [one, other] = [await open(), await open()];
    const [status, { load }, started] = [path(), mx(), new Deferred<void>()];
    const leaving = new AbortController();
    const left = one.readStatus(
      status,
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          started.resolve();
        }),
      leaving.signal,
    );
    await started.promise;
    const waiting = other.readStatus(status, load, stay);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect((await waiting).answer).toEqual(told(1));
  });

  it('is not read again by whoever looked just before it was there', async () => {
    const one = await open();
    const client = redisClient(redis.socket);
    await client.connect();
    undo.push(() => client.destroy());
    const [status, { load, reads }] = [path(), mx()];
    // Between its look and its turn to read, the other process has read.
    const sendCommand: typeof client.sendCommand = async (args, ...rest) => {
      if (args.includes('NX')) await one.readStatus(status, load, stay);
      return client.sendCommand(args, ...rest);
    };
    const late = new Proxy(client, {
      get: (target, key) => (key === 'sendCommand' ? sendCommand : bound(target, key)),
    });
    const other = await open({ client: late });
    expect(await other.readStatus(status, load, stay)).toMatchObject({ coalesced: true });
    expect(reads()).toBe(1);
  });

  it('goes on for as long as it takes, and nobody else begins one', async () => {
    const [one, other] = [await open(), await open()];
    const [status, { load, reads }, gate] = [path(), mx(), new Deferred<UpstreamAnswer>()];
    const slow = one.readStatus(status, () => gate.promise, stay);
    const keys = () => admin.keys('atrium:status:*:lock');
    const [lock = ''] = await vi.waitFor(async () => {
      const found = await keys();
      expect(found).toHaveLength(1);
      return found;
    }, PATIENCE);
    const waiting = other.readStatus(status, load, stay);
    // Renewed at least once.
    let lowest = 2_000;
    await vi.waitFor(async () => {
      const left = await admin.pTTL(lock);
      lowest = Math.min(lowest, left);
      expect(left).toBeGreaterThan(lowest + 200);
    }, PATIENCE);
    gate.resolve(told('slow'));
    expect((await slow).answer).toEqual((await waiting).answer);
    expect(reads()).toBe(0);
  });

  it('leaves the lock to whoever took it after it had lapsed', async () => {
    const store = await open();
    const [answer, gate] = [told(1), new Deferred<UpstreamAnswer>()];
    const stalled = store.readStatus(path(), () => gate.promise, stay);
    const lock = await vi.waitFor(async () => {
      const [key] = await admin.keys('atrium:status:*:lock');
      return key ?? expect.fail('not locked yet');
    }, PATIENCE);
    await admin.set(lock, 'another process');
    gate.resolve(answer);
    expect((await stalled).answer).toEqual(answer);
    // What is sent later is done later: by then the stalled one has let go of what was its own.
    await store.readStatus(path(), async () => answer, stay);
    expect(await admin.get(lock)).toBe('another process');
  });
});

describe('createRedisStore readStatus', () => {
  it('does not share a read that is as old as the memory of writes', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    undo.push(() => clock.mockRestore());
    const [one, other] = [await open(), await open()];
    const [status, { load }, gate] = [path(), mx(), new Deferred<UpstreamAnswer>()];
    const started = new Deferred<void>();
    const reading = one.readStatus(
      status,
      () => {
        started.resolve();
        return gate.promise;
      },
      stay,
    );
    await started.promise;
    await other.forgetStatus(status);
    // A minute later, nothing in Redis says that there was a write.
    await admin.del(`atrium:generation:${status}`);
    clock.mockReturnValue(58_000);
    const late = one.readStatus(status, load, stay);
    // Redis answers in order, so the read before this one has started by now.
    await one.readStatus(path(), mx().load, stay);
    gate.resolve(told('before the write'));
    expect((await reading).answer).toEqual(told('before the write'));
    expect((await late).answer).toEqual(told(1));
    expect((await other.readStatus(status, load, stay)).answer).toEqual(told(1));
  });
});

describe('createRedisStore health', () => {
  const pings = async (): Promise<number> =>
    Number(/cmdstat_ping:calls=(\d+)/.exec(await admin.info('commandstats'))?.[1] ?? 0);

  it('sends Redis one PING for 1,000 calls in a second', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    undo.push(() => clock.mockRestore());
    const store = await open();
    const before = await pings();
    const answers = Array.from({ length: 500 }, () => store.health());
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['redis']));
    for (let call = 0; call < 500; call += 1) await store.health();
    expect((await pings()) - before).toBe(1);
    clock.mockReturnValue(2_000);
    await store.health();
    expect((await pings()) - before).toBe(2);
  });
});

describe('a Redis that answers nothing any more', () => {
  it('keeps the first request for a moment, and no other, and is taken up again', async () => {
    const store = await open({ timeoutMs: 200 });
    const heard = await listen(store);
    const elsewhere = await listen(await open());
    expect(await store.health()).toBe('redis');
    const during = notice();
    redis.freeze();
    try {
      const { load } = mx();
      const first = performance.now();
      await store.readStatus(path(), load, stay);
      expect(performance.now() - first).toBeLessThan(2_000);
      const then = performance.now();
      for (let count = 0; count < 20; count += 1) await store.readStatus(path(), load, stay);
      await store.forgetStatus(path());
      await store.publish(during);
      expect(await store.health()).toBe('redis-unreachable');
      // Ten times as much if each had waited.
      expect(performance.now() - then).toBeLessThan(400);
      expect(membersIn(heard)).toEqual([during.memberGuid]);
    } finally {
      redis.thaw();
    }
    await vi.waitFor(async () => expect(await store.health()).toBe('redis'), PATIENCE);
    await vi.waitFor(() => expect(membersIn(elsewhere)).toContain(during.memberGuid), PATIENCE);
    const after = notice();
    await store.publish(after);
    await vi.waitFor(() => expect(membersIn(heard).at(-1)).toBe(after.memberGuid), PATIENCE);
  });
});

describe('a Redis that takes no writes', () => {
  it('shares nothing that may be out of date, and is told when it takes them again', async () => {
    const [one, other] = [await open(), await open()];
    const heard = await listen(other);
    const [status, { load, reads }] = [path(), mx()];
    await one.readStatus(status, load, stay);
    await admin.configSet('maxmemory', '1');
    undo.push(() => admin.configSet('maxmemory', '0'));
    await one.forgetStatus(status);
    expect((await one.readStatus(status, load, stay)).answer).toEqual(told(2));
    expect(reads()).toBe(2);
    const untold = notice();
    await one.publish(untold);
    await admin.configSet('maxmemory', '0');
    await vi.waitFor(() => expect(membersIn(heard)).toEqual([untold.memberGuid]), PATIENCE);
  });
});

describe('a Redis that restarts', () => {
  it('is not told what was read before, and shares again three seconds later', async () => {
    const clock = { ms: 1_000_000 };
    const [one, other] = [await open({ now: () => clock.ms }), await open()];
    const [status, { load }, gate] = [path(), mx(), new Deferred<UpstreamAnswer>()];
    const started = new Deferred<void>();
    const underWay = one.readStatus(
      status,
      () => {
        started.resolve();
        return gate.promise;
      },
      stay,
    );
    await started.promise;
    await redis.kill();
    await redis.restart();
    await vi.waitFor(async () => expect(await one.health()).toBe('redis'), PATIENCE);
    gate.resolve(told('before'));
    expect((await underWay).answer).toEqual(told('before'));
    // The lock is given back after the answer is shared, if it is.
    await vi.waitFor(async () => expect(await admin.keys('atrium:status:*')).toEqual([]), PATIENCE);
    await vi.waitFor(async () => {
      expect((await other.readStatus(status, load, stay)).answer).toEqual(told(1));
    }, PATIENCE);
    const own = mx();
    await one.readStatus(path(), own.load, stay);
    expect(await admin.keys(`atrium:status:*`)).toHaveLength(0);
    clock.ms += 3_000;
    await one.readStatus(path(), own.load, stay);
    await vi.waitFor(
      async () => expect(await admin.keys('atrium:status:*')).toHaveLength(1),
      PATIENCE,
    );
  });
});

describe('a webhook just after a restart', () => {
  it('makes a status be read anew that each process still reads by itself', async () => {
    const [one, other] = [await open({ now: () => 0 }), await open()];
    const heard = await listen(one);
    await redis.kill();
    await redis.restart();
    const stores = [one, other];
    await vi.waitFor(async () => {
      for (const store of stores) expect(await store.health()).toBe('redis');
    }, PATIENCE);
    // It reads the stream on a connection of its own, which comes back later.
    await vi.waitFor(() => expect(heard.at(-1)?.kind).toBe('missed'), PATIENCE);
    const memberGuid = newMember();
    const [status, { load }] = [`/users/${USER}/members/${memberGuid}/status`, mx()];
    await one.readStatus(status, load, stay);
    expect((await one.readStatus(status, load, stay)).answer).toEqual(told(1));
    await other.publish(notice(memberGuid));
    await vi.waitFor(() => expect(membersIn(heard)).toContain(memberGuid), PATIENCE);
    expect((await one.readStatus(status, load, stay)).answer).toEqual(told(2));
  });
});

describe('a store that is closed', () => {
  it('ends what listens to it, and its own connection, but not the client of the host', async () => {
    const clients = async (): Promise<number> => (await admin.clientList()).length;
    const client = redisClient(redis.socket);
    await client.connect();
    undo.push(() => client.destroy());
    const before = await clients();
    const store = await open({ client });
    const heard = await listen(store);
    expect(await clients()).toBeGreaterThan(before);
    await store.close();
    expect(heard.at(-1)).toEqual({ kind: 'closed' });
    await vi.waitFor(async () => expect(await clients()).toBeLessThanOrEqual(before + 1), PATIENCE);
    expect(await client.ping()).toBe('PONG');
    expect(await listen(store)).toEqual([{ kind: 'closed' }]);
  });
});
