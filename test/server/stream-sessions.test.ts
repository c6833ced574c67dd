import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/server.ts';
import type { AtriumProxyOptions, ProxyUser } from '../../src/server.ts';
import { EventReader, openEvents } from './event-reader.ts';
import { browser, harness, json, MEMBER, ORIGIN, settle, USER } from './support.ts';
import type { Harness } from './support.ts';

const ANN = { userGuid: USER };
const BOB = { userGuid: 'USR-00000000-0000-0000-0000-000000000002' };
const MINUTE_MS = 60_000;

type Resolve = AtriumProxyOptions['resolveUser'];

const served = (resolveUser: Resolve, options: Partial<AtriumProxyOptions> = {}): Harness =>
  harness(({ method }) => json(method === 'POST' ? { user: { guid: USER } } : {}), {
    store: createMemoryStore(),
    streams: { perUser: 1_000 },
    resolveUser,
    ...options,
  });

/** Lets time pass while the page reads on, as a browser does. */
async function pass(ms: number, ...streams: EventReader[]): Promise<void> {
  for (let passed = 0; passed < ms; passed += 15_000) {
    for (const stream of streams) await stream.all();
    await vi.advanceTimersByTimeAsync(Math.min(15_000, ms - passed));
  }
  for (const stream of streams) await stream.all();
}

const endsOf = ({ events }: Harness) => events.flatMap(({ streamEnd }) => streamEnd ?? []);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('the session behind an event stream', () => {
  it.each<[what: string, after: Resolve]>([
    ['resolveUser returns null', () => null],
    ['resolveUser returns another guid', () => BOB],
    ['resolveUser throws', () => Promise.reject(new Error('the sessions are away'))],
    ['resolveUser returns no user', () => ({ identifier: 'undefined' })],
    ['resolveUser does not answer until its next turn', () => new Promise<never>(() => {})],
  ])('ends the stream within two minutes when %s', async (_what, after) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let answer: Resolve = () => ANN;
    const world = served((request) => answer(request));
    const stream = await openEvents(world.proxy);
    await pass(5 * MINUTE_MS, stream);
    expect(stream.end).toBe('open');
    answer = after;
    await pass(2 * MINUTE_MS, stream);
    expect(stream.end).toBe('closed');
    expect(endsOf(world)).toEqual(['session-ended']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends the stream when resolveUser returns another identifier', async () => {
    let user = { identifier: 'ann' };
    const world = served(() => user);
    const stream = await openEvents(world.proxy);
    user = { identifier: 'bob' };
    await pass(MINUTE_MS, stream);
    expect(stream.end).toBe('closed');
  });

  it('is checked within a minute of the sign-out, with the headers of the first request', async () => {
    const sessions = new Set(['session=ann']);
    const resolveUser: Resolve = ({ headers }) =>
      sessions.has(headers.get('cookie') ?? '') ? ANN : null;
    const world = served(resolveUser);
    const headers = { cookie: 'session=ann' };
    const stream = new EventReader(await world.proxy(browser('GET', '/events', { headers })));
    await pass(MINUTE_MS, stream);
    expect(stream.end).toBe('open');
    sessions.clear();
    await pass(MINUTE_MS, stream);
    expect(stream.end).toBe('closed');
  });

  it.each<[what: string, before: ProxyUser, after: ProxyUser]>([
    ['the identifier', { identifier: 'ann' }, { identifier: 'ann' }],
    ['the guid', ANN, ANN],
    ['the guid, which was not stored before', { identifier: 'ann' }, ANN],
  ])('keeps the stream open when resolveUser still returns %s', async (_what, before, after) => {
    let user = before;
    const world = served(() => user);
    const stream = await openEvents(world.proxy);
    user = after;
    await pass(5 * MINUTE_MS, stream);
    expect(stream.end).toBe('open');
  });

  it('is checked once a minute, never for more than a few of many streams at once', async () => {
    const resolveUser = vi.fn(() => ANN);
    const world = served(resolveUser);
    const streams = await Promise.all(Array.from({ length: 600 }, () => openEvents(world.proxy)));
    expect(vi.getTimerCount()).toBe(2);
    const checks: number[] = [];
    for (let second = 0; second < 60; second += 1) {
      resolveUser.mockClear();
      await vi.advanceTimersByTimeAsync(1_000);
      checks.push(resolveUser.mock.calls.length);
      if (second % 15 === 0) for (const stream of streams) await stream.all();
    }
    expect(checks.reduce((sum, each) => sum + each)).toBe(600);
    expect(Math.max(...checks)).toBeLessThanOrEqual(12);
    expect(Math.min(...checks)).toBeGreaterThanOrEqual(8);
  });

  it('is looked up in the async context of its own request', async () => {
    const context = new AsyncLocalStorage<ProxyUser>();
    const world = served(() => context.getStore() ?? null);
    const open = (user: ProxyUser) => context.run(user, () => openEvents(world.proxy));
    const streams = [await open(ANN), await open(BOB)];
    await pass(3 * MINUTE_MS, ...streams);
    expect(streams.map(({ end }) => end)).toEqual(['open', 'open']);
  });
});

describe('endStreams', () => {
  it.each<[how: string, named: ProxyUser, ann: ProxyUser, bob: ProxyUser]>([
    ['by userGuid', ANN, ANN, BOB],
    ['by identifier', { identifier: 'ann' }, { identifier: 'ann' }, { identifier: 'bob' }],
    ['by userGuid, where resolveUser returns the identifier', ANN, { identifier: 'ann' }, BOB],
  ])('ends all streams of the user %s at once, and no others', async (_how, named, ann, bob) => {
    const sessions: Record<string, ProxyUser> = { ann, bob };
    const world = served(({ headers }) => sessions[headers.get('cookie') ?? ''] ?? null);
    const open = async (cookie: string) =>
      new EventReader(await world.proxy(browser('GET', '/events', { headers: { cookie } })));
    const streams = [await open('ann'), await open('ann'), await open('bob')];
    await world.proxy.endStreams(named);
    for (const stream of streams) await stream.all();
    expect(streams.map(({ end }) => end)).toEqual(['closed', 'closed', 'open']);
    expect(endsOf(world)).toEqual(['session-ended', 'session-ended']);
    expect((await open('ann')).response.status).toBe(200);
  });

  it('asks nothing of MX, even for a user that is not known', async () => {
    const world = served(() => ANN);
    await world.proxy.endStreams({ identifier: 'somebody-else' });
    expect(world.calls).toEqual([]);
  });

  it.each([[undefined], [{}], [{ userGuid: undefined }], [{ identifier: 'undefined' }], ['ann']])(
    'rejects with a TypeError for %j, and ends nothing',
    async (user) => {
      const world = served(() => ANN);
      const stream = await openEvents(world.proxy);
      await expect(world.proxy.endStreams(user as ProxyUser)).rejects.toThrow(TypeError);
      await stream.all();
      expect(stream.end).toBe('open');
    },
  );

  it('ends streams of another proxy that has the same store', async () => {
    const store = createMemoryStore();
    const [here, there] = [served(() => ANN, { store }), served(() => ANN, { store })];
    const stream = await openEvents(there.proxy);
    await here.proxy.endStreams(ANN);
    await stream.all();
    expect(stream.end).toBe('closed');
  });

  it('leaves nothing for a page that comes back', async () => {
    const world = served(() => ANN);
    const first = await openEvents(world.proxy);
    const lastEventId = /^id: (.+)$/m.exec(await first.all())?.[1] ?? '';
    await world.proxy.endStreams(ANN);
    await settle();
    const second = await openEvents(world.proxy, { lastEventId });
    expect(await second.all()).toBe('retry: 3000\n\n');
    expect(second.end).toBe('open');
  });
});

it('works without a store: there are no streams to end', async () => {
  const { proxy } = harness(() => json({}));
  await expect(proxy.endStreams(ANN)).resolves.toBeUndefined();
  expect((await proxy(new Request(`${ORIGIN}/api/atrium/members/${MEMBER}`))).status).not.toBe(500);
});
