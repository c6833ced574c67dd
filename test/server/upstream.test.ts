import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { APIS, browser, Deferred, harness, json, member, MEMBER } from './support.ts';
import type { Script } from './support.ts';

const READ = (): Request => browser('GET', `/members/${MEMBER}`);
const WRITE = (): Request => browser('POST', `/members/${MEMBER}/aggregate`);

/** Answers in turn; the last one for ever. */
const inTurn = (...answers: (() => Response | Promise<Response>)[]): Script => {
  let turn = 0;
  return () => (answers[Math.min(turn++, answers.length - 1)] ?? member)();
};

const failing = (status: number) => (): Response => new Response('<html>', { status });
const unreachable = (): Response => {
  const cause = Object.assign(new Error('connect to 10.0.0.1'), { code: 'ECONNREFUSED' });
  throw new TypeError('fetch failed for https://vestibule.mx.com/users/USR-1', { cause });
};

/** A fetch that ends only when it is aborted, as the real one does. */
const hanging: Script = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe.each(APIS)('a read from %s', (_name, api) => {
  it.each([
    ['502', failing(502)],
    ['503', failing(503)],
    ['504', failing(504)],
    ['no connection', unreachable],
  ])('is tried once more after %s', async (_what, failure) => {
    const recovered = harness(inTurn(failure, member), api);
    expect((await recovered.proxy(READ())).status).toBe(200);
    expect(recovered.calls).toHaveLength(2);

    const down = harness(inTurn(failure), api);
    expect((await down.proxy(READ())).status).toBe(502);
    expect(down.calls).toHaveLength(2);
  });

  it.each([400, 401, 404, 429, 500])('is not tried again after %i', async (status) => {
    const { proxy, calls } = harness(inTurn(failing(status), member), api);
    expect((await proxy(READ())).status).not.toBe(200);
    expect(calls).toHaveLength(1);
  });
});

describe.each(APIS)('a write to %s', (_name, api) => {
  it.each([
    ['502', failing(502)],
    ['503', failing(503)],
    ['504', failing(504)],
    ['no connection', unreachable],
  ])('is never tried twice, not even after %s', async (_what, failure) => {
    const { proxy, calls } = harness(inTurn(failure, member), api);
    expect((await proxy(WRITE())).status).toBe(502);
    expect(calls).toHaveLength(1);
  });
});

describe('an Atrium that cannot be reached', () => {
  it('is told to the observer by its cause, without the address', async () => {
    const { proxy, events } = harness(unreachable);
    const response = await proxy(READ());
    expect(await response.json()).toMatchObject({ error: { kind: 'server' } });
    expect(events).toMatchObject([{ reason: 'MX could not be reached (ECONNREFUSED).' }]);
  });

  it('is not looked for elsewhere when it redirects', async () => {
    for (const status of [300, 301, 302, 307, 308]) {
      const { proxy, calls, events } = harness(
        () => new Response(null, { status, headers: { location: 'https://evil.example/' } }),
      );
      const response = await proxy(READ());
      expect(response.status).toBe(502);
      expect(response.headers.get('location')).toBeNull();
      expect(calls).toHaveLength(1);
      expect(events).toMatchObject([{ reason: 'MX answered with a redirect.' }]);
    }
  });

  it('is not looked for elsewhere where a runtime hides the redirect', async () => {
    const { proxy, events } = harness(() =>
      // A page and a Worker are given no status of it.
      Object.defineProperty(json({ member: {} }), 'type', { value: 'opaqueredirect' }),
    );
    expect((await proxy(READ())).status).toBe(502);
    expect(events).toMatchObject([{ reason: 'MX answered with a redirect.' }]);
  });

  it.each(['at 10.0.0.1 EVIL', 'EVIL at 10.0.0.1', 'X'.repeat(41), ''])(
    'has no cause in its name when that is no code: %j',
    async (code) => {
      const { proxy, events } = harness(() => {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
      });
      await proxy(READ());
      expect(events).toMatchObject([{ reason: 'MX could not be reached.' }]);
    },
  );

  it('cannot fill the memory of the server', async () => {
    const { proxy, events } = harness(
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.enqueue(new Uint8Array(1_048_576)),
          }),
        ),
    );
    expect((await proxy(WRITE())).status).toBe(502);
    expect(events).toMatchObject([{ reason: 'MX answered with more than 8 MiB.' }]);
  });

  it('may answer with 8 MiB, and not with a byte more', async () => {
    const most = 8 * 1_024 * 1_024;
    const ask = (bytes: number): Promise<Response> =>
      harness(() => new Response('{"member":{}}'.padEnd(bytes))).proxy(READ());
    expect((await ask(most)).status).toBe(200);
    expect((await ask(most + 1)).status).toBe(502);
  });
});

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs out after 30 seconds unless the host says otherwise', async () => {
    const { proxy, calls } = harness(hanging);
    let response: Response | undefined;
    void proxy(READ()).then((answer) => (response = answer));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(response).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(response?.status).toBe(504);
    expect(await response?.json()).toMatchObject({ error: { kind: 'timeout' } });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  it('is one budget for both tries of a read', async () => {
    const { proxy, calls } = harness(
      async (call) => {
        if (calls.length === 2) return hanging(call);
        await new Promise((resolve) => setTimeout(resolve, 600));
        return failing(503)();
      },
      { timeoutMs: 1_000 },
    );
    const pending = proxy(READ());
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await pending).status).toBe(504);
    expect(calls).toHaveLength(2);
  });

  it('covers a body that stops half-way', async () => {
    const { proxy } = harness(() => new Response(new ReadableStream({})), { timeoutMs: 1_000 });
    const pending = proxy(READ());
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await pending).status).toBe(504);
  });

  it('runs out even for a fetch that ignores its signal', async () => {
    const { proxy } = harness(() => new Promise(() => {}), { timeoutMs: 1_000 });
    const pending = proxy(WRITE());
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await pending).status).toBe(504);
  });

  it('leaves no timer behind', async () => {
    const { proxy } = harness(() => member());
    await proxy(READ());
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a browser that goes away', () => {
  it('takes its call to Atrium with it', async () => {
    const asked = new Deferred<void>();
    const { proxy, calls, events } = harness((call) => {
      asked.resolve();
      return hanging(call);
    });
    const leaving = new AbortController();
    const pending = proxy(browser('GET', `/members/${MEMBER}`, { signal: leaving.signal }));
    await asked.promise;
    leaving.abort();
    expect((await pending).status).toBe(499);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(events).toMatchObject([{ status: 499, error: 'aborted' }]);
  });

  it('is not asked for when it has left already', async () => {
    const { proxy, calls } = harness(hanging);
    const response = await proxy(
      browser('GET', `/members/${MEMBER}`, { signal: AbortSignal.abort() }),
    );
    expect(response.status).toBe(499);
    expect(calls.filter((call) => !call.signal.aborted)).toEqual([]);
  });
});

it('treats a success it cannot read as a failure, not as an empty page', async () => {
  const { proxy } = harness(() => json({ members: 'none' }));
  expect((await proxy(browser('GET', '/members'))).status).toBe(502);
});
