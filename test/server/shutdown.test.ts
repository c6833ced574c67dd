import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/server.ts';
import { openEvents } from './event-reader.ts';
import { browser, Deferred, harness, json, member, MEMBER, settle } from './support.ts';

const read = (): Request => browser('GET', `/members/${MEMBER}`);

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
    }),
);
afterEach(() => void vi.useRealTimers());

describe('shutdown', () => {
  it('answers new requests with 503 and Retry-After, and asks nothing of MX', async () => {
    const { proxy, calls, events } = harness(() => member());
    expect(await proxy.shutdown()).toBe(0);
    for (const path of [`/members/${MEMBER}`, '/health', '/features']) {
      const response = await proxy(browser('GET', path));
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
      expect(await response.json()).toMatchObject({ error: { kind: 'server' } });
    }
    expect(calls).toEqual([]);
    expect(events[0]).toMatchObject({ status: 503, reason: 'This server is shutting down.' });
  });

  it('ends event streams, and opens no more', async () => {
    const { proxy, events } = harness(() => json({}), { store: createMemoryStore() });
    const streams = [await openEvents(proxy), await openEvents(proxy)];
    for (const stream of streams) await stream.all();
    await proxy.shutdown();
    for (const stream of streams) await stream.all();
    expect(streams.map(({ end }) => end)).toEqual(['closed', 'closed']);
    expect(events.at(-1)).toMatchObject({ streamEnd: 'closed', openStreams: 0 });
    expect((await openEvents(proxy)).response.status).toBe(503);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('opens no stream that was being opened when it was called', async () => {
    const gate = new Deferred<void>();
    const store = createMemoryStore();
    const slow = {
      ...store,
      subscribe: async (...all: Parameters<typeof store.subscribe>) => {
        await gate.promise;
        return store.subscribe(...all);
      },
    };
    const { proxy } = harness(() => json({}), { store: slow });
    const opening = openEvents(proxy);
    await settle();
    const stopped = proxy.shutdown();
    gate.resolve();
    expect((await opening).response.status).toBe(503);
    expect(await stopped).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('resolves when the requests that were being answered have finished', async () => {
    const mx = new Deferred<Response>();
    const { proxy } = harness(() => mx.promise);
    const first = proxy(read());
    await settle();
    const stopped = vi.fn();
    const stopping = proxy.shutdown().then(stopped);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stopped).not.toHaveBeenCalled();
    mx.resolve(member());
    expect((await first).status).toBe(200);
    await stopping;
    expect(stopped).toHaveBeenCalledExactlyOnceWith(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('resolves after timeoutMs with the number of requests that are not answered', async () => {
    const { proxy } = harness(() => new Promise<never>(() => {}), { timeoutMs: 60_000 });
    void proxy(read());
    void proxy(browser('GET', '/members'));
    await settle();
    const stopping = proxy.shutdown({ timeoutMs: 5_000 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await stopping).toBe(2);
  });

  it('waits for 25 seconds unless timeoutMs says otherwise, however often it is called', async () => {
    const { proxy } = harness(() => new Promise<never>(() => {}), { timeoutMs: 60_000 });
    void proxy(read());
    await settle();
    const stopped = vi.fn();
    void proxy.shutdown().then(stopped);
    void proxy.shutdown().then(stopped);
    await vi.advanceTimersByTimeAsync(24_999);
    expect(stopped).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(stopped.mock.calls).toEqual([[1], [1]]);
  });

  it('waits for an audit that is being written', async () => {
    const written = new Deferred<void>();
    const { proxy } = harness(() => member(), { audit: () => written.promise });
    expect((await proxy(browser('DELETE', `/members/${MEMBER}`))).status).toBe(200);
    const stopped = vi.fn();
    const stopping = proxy.shutdown().then(stopped);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stopped).not.toHaveBeenCalled();
    written.resolve();
    await stopping;
    expect(stopped).toHaveBeenCalledWith(0);
  });

  it.each([0, Number.NaN, 2 ** 31])(
    'rejects with a TypeError for a timeoutMs of %d',
    async (timeoutMs) => {
      const { proxy } = harness(() => member());
      await expect(proxy.shutdown({ timeoutMs })).rejects.toThrow('`timeoutMs`');
      expect((await proxy(read())).status).toBe(200);
    },
  );
});
