import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/server.ts';
import type {
  AtriumProxyOptions,
  AtriumStore,
  MemberChange,
  StoreListener,
} from '../../src/server.ts';
import { lastIdIn, openEvents } from './event-reader.ts';
import { browser, harness, json, MEMBER, settle, USER } from './support.ts';
import type { Harness } from './support.ts';

const OTHER_USER = 'USR-00000000-0000-0000-0000-000000000002';

const nth = (index: number): string =>
  `MBR-00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

interface Served extends Harness {
  readonly store: AtriumStore;
  readonly tell: (memberGuid?: string, change?: MemberChange, userGuid?: string) => Promise<void>;
}

function served(options: Partial<AtriumProxyOptions> = {}): Served {
  const store = options.store ?? createMemoryStore();
  return {
    ...harness(() => json({ member: { guid: MEMBER } }), { ...options, store }),
    store,
    tell: (memberGuid = MEMBER, change = 'status', userGuid = USER) =>
      store.publish({ userGuid, memberGuid, change }),
  };
}

/** A store whose news the test itself makes up. */
function told(): { store: AtriumStore; hear: StoreListener } {
  const listeners: StoreListener[] = [];
  const store: AtriumStore = {
    ...createMemoryStore(),
    subscribe: async (_userGuid, _lastEventId, listener) => {
      listeners.push(listener);
      return () => {};
    },
  };
  return { store, hear: (news) => listeners.forEach((listener) => listener(news)) };
}

/** What is on the wire, without ids: when the store was made is no matter. */
const wire = (text: string): string => text.replaceAll(/^id: .*\n/gm, 'id: …\n');

const event = (change: MemberChange, memberGuid = MEMBER): string =>
  `id: …\nevent: member\ndata: {"member_guid":"${memberGuid}","change":"${change}"}\n\n`;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a stream of events', () => {
  it('opens at once, as no cache and no proxy may hold it', async () => {
    const { proxy } = served();
    const stream = await openEvents(proxy);
    expect(stream.response.status).toBe(200);
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(wire(await stream.all())).toBe('retry: 3000\n\nid: …\n\n');
  });

  it.each<[MemberChange]>([['status'], ['data'], ['member']])(
    'says that the %s of a member may be new, and nothing else of it',
    async (change) => {
      const { proxy, tell } = served();
      const stream = await openEvents(proxy);
      await stream.all();
      await tell(MEMBER, change);
      expect(wire(await stream.all())).toBe(event(change));
    },
  );

  it('tells those who stay, and nobody who has left', async () => {
    const store = createMemoryStore();
    const heard: string[] = [];
    const listen = (name: string) =>
      store.subscribe(USER, null, ({ kind }) => {
        if (kind === 'member') heard.push(name);
      });
    const leaveFirst = await listen('first');
    const leaveSecond = await listen('second');
    const publish = () => store.publish({ userGuid: USER, memberGuid: MEMBER, change: 'data' });
    await publish();
    leaveFirst();
    leaveFirst();
    await publish();
    leaveSecond();
    await publish();
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it("tells of the session's own members alone", async () => {
    const { proxy, tell } = served();
    const stream = await openEvents(proxy);
    await stream.all();
    await tell(nth(1), 'status', OTHER_USER);
    await tell(nth(2), 'status', USER);
    expect(wire(await stream.all())).toBe(event('status', nth(2)));
  });

  it('tells every tab of a person', async () => {
    const { proxy, tell } = served();
    const tabs = await Promise.all([openEvents(proxy), openEvents(proxy)]);
    await Promise.all(tabs.map((tab) => tab.all()));
    await tell();
    for (const tab of tabs) expect(wire(await tab.all())).toBe(event('status'));
  });

  it('gives each event an id that shows neither the time nor how many events there were', async () => {
    const { proxy, tell } = served({ now: () => 1_700_000_000_000 });
    const streams = await Promise.all([openEvents(proxy), openEvents(proxy)]);
    await tell(nth(1));
    await tell(nth(2), 'status', OTHER_USER);
    await tell(nth(3));
    const texts = await Promise.all(streams.map((stream) => stream.all()));
    const ids = [...(texts[0] ?? '').matchAll(/^id: (.*)$/gm)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(texts[1]).toBe(texts[0]);
  });

  it('gives an event no id that has none, so that the page keeps the last one it had', async () => {
    const { store, hear } = told();
    const { proxy } = served({ store });
    const stream = await openEvents(proxy);
    await stream.all();
    hear({
      kind: 'member',
      id: null,
      notice: { userGuid: USER, memberGuid: MEMBER, change: 'data' },
    });
    hear({ kind: 'missed', id: null });
    expect(await stream.all()).toBe(
      `event: member\ndata: {"member_guid":"${MEMBER}","change":"data"}\n\nevent: missed\ndata: {}\n\n`,
    );
  });

  it('finds the MX user of a person whom the host knows by an id of its own', async () => {
    const store = createMemoryStore();
    const { proxy } = harness(() => json({ user: { guid: USER } }), {
      store,
      resolveUser: () => ({ identifier: 'person-42' }),
    });
    const stream = await openEvents(proxy);
    await stream.all();
    await store.publish({ userGuid: USER, memberGuid: MEMBER, change: 'data' });
    expect(wire(await stream.all())).toBe(event('data'));
  });

  it('gives a sign of life every 15 seconds, with two timers for all streams', async () => {
    const { proxy } = served();
    const streams = await Promise.all([openEvents(proxy), openEvents(proxy), openEvents(proxy)]);
    for (const stream of streams) await stream.all();
    expect(vi.getTimerCount()).toBe(2);
    await vi.advanceTimersByTimeAsync(15_000);
    for (const stream of streams) expect(await stream.all()).toBe(': heartbeat\n\n');
    for (const stream of streams) await stream.cancel();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('who may have one', () => {
  it.each<[string, number, Partial<AtriumProxyOptions>, Record<string, string>]>([
    ['nobody who is signed out', 401, { resolveUser: () => null }, {}],
    ['no page of another site', 403, {}, { 'sec-fetch-site': 'cross-site' }],
  ])('%s (%i)', async (_who, status, options, headers) => {
    const { proxy } = served(options);
    expect((await proxy(browser('GET', '/events', { headers }))).status).toBe(status);
  });

  it('nobody, where the host gave no store', async () => {
    const { proxy } = harness(() => json({}));
    expect((await proxy(browser('GET', '/events'))).status).toBe(404);
    const features = await proxy(browser('GET', '/features'));
    expect(await features.json()).toMatchObject({ features: { events: false } });
  });

  it('everybody else, and the page can find that out', async () => {
    const { proxy } = served();
    const features = await proxy(browser('GET', '/features'));
    expect(await features.json()).toMatchObject({ features: { events: true } });
  });

  it('as many as a user may have, and one more when one is gone', async () => {
    const { proxy, events } = served({ streams: { perUser: 2 } });
    const first = await openEvents(proxy);
    await openEvents(proxy);
    const refused = await openEvents(proxy);
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get('retry-after')).toBe('30');
    expect(events.at(-1)).toMatchObject({
      error: 'throttled',
      route: '/events',
      reason: expect.stringContaining('`streams.perUser`'),
    });
    await first.cancel();
    await settle();
    expect((await openEvents(proxy)).response.status).toBe(200);
    expect((await openEvents(proxy)).response.status).toBe(429);
  });

  it('as many as the process may hold, whosever they are', async () => {
    let user = 0;
    const resolveUser = () => ({
      userGuid: `USR-00000000-0000-0000-0000-${String((user += 1)).padStart(12, '0')}`,
    });
    const { proxy, events } = served({ resolveUser, streams: { total: 2 } });
    const statuses = [];
    for (let visit = 0; visit < 3; visit += 1) {
      statuses.push((await openEvents(proxy)).response.status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect(events.at(-1)?.reason).toContain('`streams.total`');
  });

  it.each([
    ['heartbeatMs', { heartbeatMs: 0 }],
    ['heartbeatMs', { heartbeatMs: 30_001 }],
    ['perUser', { perUser: 1.5 }],
    ['total', { total: Number.POSITIVE_INFINITY }],
    ['maxAgeMs', { maxAgeMs: -1 }],
  ])('is decided by `streams.%s`, which must make sense', (name, streams) => {
    expect(() => served({ streams })).toThrow(`\`streams.${name}\``);
  });

  it('is decided by `streams` only where there is a store', () => {
    expect(() => harness(() => json({}), { streams: {} })).toThrow('`streams` needs a `store`');
  });
});

describe('a reader who comes back', () => {
  it('is told what came in between, and then goes on', async () => {
    const { proxy, tell } = served();
    const first = await openEvents(proxy);
    await tell(nth(1));
    const lastEventId = lastIdIn(await first.all());
    await first.cancel();
    await tell(nth(2));
    await tell(nth(3), 'status', OTHER_USER);
    await tell(nth(4), 'data');
    const second = await openEvents(proxy, { lastEventId });
    expect(wire(await second.all())).toBe(
      `retry: 3000\n\n${event('status', nth(2))}${event('data', nth(4))}`,
    );
    await tell(nth(5));
    expect(wire(await second.all())).toBe(event('status', nth(5)));
  });

  it('is told what came in between though nothing had come before', async () => {
    const { proxy, tell } = served();
    const first = await openEvents(proxy);
    const lastEventId = lastIdIn(await first.all());
    await tell();
    const second = await openEvents(proxy, { lastEventId });
    expect(wire(await second.all())).toBe(`retry: 3000\n\n${event('status')}`);
  });

  it('is told of each member once, however much came in between', async () => {
    const { proxy, tell } = served();
    const first = await openEvents(proxy);
    const lastEventId = lastIdIn(await first.all());
    for (let round = 0; round < 50; round += 1) {
      await tell(nth(1));
      await tell(nth(2), round === 0 ? 'data' : 'status');
    }
    const second = await openEvents(proxy, { lastEventId });
    expect(wire(await second.all())).toBe(
      `retry: 3000\n\n${event('status', nth(1))}${event('member', nth(2))}`,
    );
  });

  it.each([
    ['of another process', '1-7'],
    ['that was never one', 'x'.repeat(5_000)],
    ['with a line break in disguise', '1%0d%0aevent: member'],
    ['that is empty', ''],
  ])('with an id %s is told that something was missed', async (_what, lastEventId) => {
    const { proxy } = served();
    const stream = await openEvents(proxy, { lastEventId });
    expect(wire(await stream.all())).toBe('retry: 3000\n\nid: …\nevent: missed\ndata: {}\n\n');
  });

  it('so late that it was let go is told that something was missed', async () => {
    const { proxy, tell } = served();
    const first = await openEvents(proxy);
    const lastEventId = lastIdIn(await first.all());
    for (let index = 0; index < 9_999; index += 1) await tell(MEMBER, 'status', OTHER_USER);
    const inTime = await openEvents(proxy, { lastEventId });
    expect(await inTime.all()).toBe('retry: 3000\n\n');
    await tell(MEMBER, 'status', OTHER_USER);
    const second = await openEvents(proxy, { lastEventId });
    const text = await second.all();
    expect(wire(text)).toBe('retry: 3000\n\nid: …\nevent: missed\ndata: {}\n\n');
    const third = await openEvents(proxy, { lastEventId: lastIdIn(text) });
    expect(await third.all()).toBe('retry: 3000\n\n');
  });

  it("is told nothing of another user's, whatever id is named", async () => {
    const { proxy, store, tell } = served();
    const ids: string[] = [];
    await store.subscribe(OTHER_USER, null, (news) =>
      ids.push('id' in news ? (news.id ?? '') : ''),
    );
    await tell(nth(1), 'status', OTHER_USER);
    await tell(nth(2), 'status', OTHER_USER);
    const stream = await openEvents(proxy, { lastEventId: ids[1] ?? '' });
    expect(await stream.all()).toBe('retry: 3000\n\n');
  });
});

describe('a reader who does not read', () => {
  it('has one event a member waiting, in the order of their ids', async () => {
    const { proxy, tell } = served();
    const stream = await openEvents(proxy);
    for (let round = 0; round < 100; round += 1) {
      await tell(nth(1));
      await tell(nth(2), 'data');
    }
    await tell(nth(1), 'data');
    const text = await stream.all();
    expect(wire(text)).toBe(
      `retry: 3000\n\nid: …\n\n${event('data', nth(2))}${event('member', nth(1))}`,
    );
    // The last id on the wire is that of the last event, so nothing comes after it.
    const again = await openEvents(proxy, { lastEventId: lastIdIn(text) });
    expect(await again.all()).toBe('retry: 3000\n\n');
  });

  it('is let go after two signs of life, and can come back for what it missed', async () => {
    const { proxy, tell, events } = served();
    const stream = await openEvents(proxy);
    expect(await stream.one()).toBe('retry: 3000\n\n');
    const lastEventId = lastIdIn(await stream.one());
    await tell();
    expect(wire(await stream.one())).toBe(event('status'));
    await tell(nth(2));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(events.at(-1)).toMatchObject({ stream: 'ended', streamEnd: 'slow', openStreams: 0 });
    await stream.all();
    expect(stream.end).toBe('broken');
    const again = await openEvents(proxy, { lastEventId });
    expect(wire(await again.all())).toBe(
      `retry: 3000\n\n${event('status')}${event('status', nth(2))}`,
    );
  });

  it('is let go before more than a hundred members wait', async () => {
    const { proxy, tell, events } = served();
    await openEvents(proxy);
    // Its place in the log waits as well.
    for (let index = 1; index < 100; index += 1) await tell(nth(index));
    await settle();
    expect(events.at(-1)).toMatchObject({ stream: 'opened' });
    await tell(nth(100));
    await settle();
    expect(events.at(-1)).toMatchObject({ streamEnd: 'slow' });
  });

  it('has nothing waiting beside the word that all is to be read anew', async () => {
    const { store, hear } = told();
    const { proxy } = served({ store });
    const stream = await openEvents(proxy);
    const member = (memberGuid: string): void =>
      hear({ kind: 'member', id: '1-1', notice: { userGuid: USER, memberGuid, change: 'data' } });
    member(nth(1));
    hear({ kind: 'missed', id: '1-2' });
    member(nth(2));
    expect(wire(await stream.all())).toBe(
      `retry: 3000\n\nid: …\nevent: missed\ndata: {}\n\n${event('data', nth(2))}`,
    );
  });

  it('is given no sign of life where something better waits', async () => {
    const { proxy, tell } = served();
    const stream = await openEvents(proxy);
    await stream.one();
    await stream.one();
    await tell(nth(1));
    await tell(nth(2));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(wire(await stream.all())).toBe(event('status', nth(1)) + event('status', nth(2)));
  });

  it('is not one who reads slowly', async () => {
    const { proxy, tell, events } = served();
    const stream = await openEvents(proxy);
    for (let round = 0; round < 10; round += 1) {
      await tell(nth(round));
      await stream.one();
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(events).toHaveLength(1);
  });
});

describe('the end of a stream', () => {
  it('comes within ten minutes, so that the session is looked at again', async () => {
    const { proxy, events } = served({ streams: { perUser: 50 } });
    const streams = await Promise.all(Array.from({ length: 50 }, () => openEvents(proxy)));
    const ends: number[] = [];
    for (let beat = 0; beat <= 40; beat += 1) {
      for (const stream of streams) await stream.all();
      const open = streams.filter(({ end }) => end === 'open').length;
      ends.push(open);
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(ends[31]).toBe(50);
    expect(ends[40]).toBe(0);
    // Not all at once: no more than a few at any beat.
    const atOnce = ends.slice(1).map((open, index) => (ends[index] ?? 0) - open);
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(8);
    expect(events.filter(({ streamEnd }) => streamEnd === 'expired')).toHaveLength(50);
  });

  it('comes at the first sign of life where it may last no longer than that', async () => {
    const { proxy, events } = served({ streams: { heartbeatMs: 1_000, maxAgeMs: 1 } });
    const stream = await openEvents(proxy);
    await stream.all();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events.at(-1)).toMatchObject({ streamEnd: 'expired' });
  });

  it('comes once, whatever the store says after it', async () => {
    const { store, hear } = told();
    const { proxy, events } = served({ store });
    const stream = await openEvents(proxy);
    await stream.all();
    const notice = { userGuid: USER, memberGuid: MEMBER, change: 'data' } as const;
    hear({ kind: 'closed' });
    expect(() => {
      hear({ kind: 'member', id: null, notice });
      hear({ kind: 'closed' });
    }).not.toThrow();
    expect([await stream.all(), stream.end]).toEqual(['', 'closed']);
    expect(events.filter(({ streamEnd }) => streamEnd)).toHaveLength(1);
  });

  it('comes when the person leaves, and nothing is left behind', async () => {
    const leaving = new AbortController();
    const { proxy, store, events } = served();
    const left = vi.fn();
    const subscribe = store.subscribe;
    Object.assign(store, {
      subscribe: async (...all: Parameters<typeof subscribe>) => {
        const unsubscribe = await subscribe(...all);
        return () => {
          left();
          unsubscribe();
        };
      },
    });
    const stream = await openEvents(proxy, { signal: leaving.signal });
    await stream.all();
    leaving.abort();
    await stream.all();
    expect(stream.end).toBe('closed');
    expect(events.at(-1)).toMatchObject({ stream: 'ended', streamEnd: 'left', openStreams: 0 });
    expect([left.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('comes when the body is given up', async () => {
    const { proxy, events } = served();
    const stream = await openEvents(proxy);
    await stream.cancel();
    await settle();
    expect(events.at(-1)).toMatchObject({ stream: 'ended', streamEnd: 'left' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes before the beginning if the person has left by then', async () => {
    const { proxy, events } = served();
    const left = await openEvents(proxy, { signal: AbortSignal.abort() });
    expect(left.response.status).toBe(499);
    expect(events).toMatchObject([{ status: 499, error: 'aborted' }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes with the store, which then takes no more', async () => {
    const { proxy, store, events } = served();
    const stream = await openEvents(proxy);
    await store.close();
    await stream.all();
    expect(stream.end).toBe('closed');
    expect(events.at(-1)).toMatchObject({ streamEnd: 'closed' });
    const late = await openEvents(proxy);
    expect(late.response.status).toBe(503);
    expect(late.response.headers.get('retry-after')).toBe('3');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the observer', () => {
  it('is told when a stream opens and when it ends, and how many there are', async () => {
    let ms = 0;
    const { proxy, events } = served({ now: () => ms });
    const stream = await openEvents(proxy);
    await openEvents(proxy);
    ms = 90_000;
    await stream.cancel();
    await settle();
    const requestId = stream.response.headers.get('x-request-id');
    const common = { method: 'GET', route: '/events', status: 200 };
    expect(events).toEqual([
      { ...common, durationMs: 0, requestId, stream: 'opened', openStreams: 1 },
      { ...common, durationMs: 0, requestId: expect.any(String), stream: 'opened', openStreams: 2 },
      {
        ...common,
        durationMs: 90_000,
        requestId,
        stream: 'ended',
        streamEnd: 'left',
        openStreams: 1,
      },
    ]);
  });
});

describe('a webhook', () => {
  it("makes a member's status be read anew before anybody is told", async () => {
    const { proxy, store, calls } = served();
    const status = () => proxy(browser('GET', `/members/${MEMBER}/status`));
    await status();
    await status();
    expect(calls).toHaveLength(1);
    const reads: Promise<Response>[] = [];
    await store.subscribe(USER, null, ({ kind }) => {
      if (kind === 'member') reads.push(status());
    });
    await store.publish({ userGuid: USER, memberGuid: MEMBER, change: 'status' });
    await Promise.all(reads);
    expect(calls).toHaveLength(2);
  });

  it('leaves the status of other members alone', async () => {
    const { proxy, calls, tell } = served();
    await proxy(browser('GET', `/members/${MEMBER}/status`));
    await tell(nth(1));
    await tell(MEMBER, 'status', OTHER_USER);
    await proxy(browser('GET', `/members/${MEMBER}/status`));
    expect(calls).toHaveLength(1);
  });
});

describe('GET /health', () => {
  it.each([[{}], [{ store: createMemoryStore() }]])(
    'answers without a session, without an origin, and without MX',
    async (options) => {
      const resolveUser = vi.fn();
      const { proxy, calls } = harness(() => json({}), { ...options, resolveUser });
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
      const response = await proxy(browser('GET', '/health', { headers }));
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toEqual({ health: { status: 'ok', store: 'memory' } });
      expect(calls).toEqual([]);
      expect(resolveUser).not.toHaveBeenCalled();
    },
  );
});
