import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureUser } from '../../src/server.ts';
import type { AtriumKey, AtriumProxyOptions } from '../../src/server.ts';
import {
  APIS,
  browser,
  Deferred,
  harness,
  json,
  member,
  settle,
  upstream,
  USER,
} from './support.ts';
import type { Captured, Script } from './support.ts';

const LIST = (): Request => browser('GET', '/members');
const CREATE = (): Request =>
  browser('POST', '/members', { body: { member: { institution_code: 'mxbank' } } });

/** The keys that a call carried, as `apiKey:clientId`. */
function carried({ headers }: Captured): string {
  const basic = headers.get('authorization');
  if (basic === null) return `${headers.get('mx-api-key')}:${headers.get('mx-client-id')}`;
  return atob(basic.replace('Basic ', '')).split(':').toReversed().join(':');
}

/** An MX that accepts one pair of keys. */
const accepting =
  (pair: () => string): Script =>
  (call) =>
    carried(call) === pair() ? json({ member: {}, members: [] }) : json({}, { status: 401 });

/** The host's keys, which change when it says so, and how often they were asked for. */
function vault(...versions: string[]): {
  asked: () => number;
  rotate: () => void;
  key: () => string;
} {
  let version = 0;
  let asked = 0;
  return {
    asked: () => asked,
    rotate: () => {
      version += 1;
    },
    key: () => {
      asked += 1;
      return versions[Math.min(version, versions.length - 1)] ?? '';
    },
  };
}

describe.each(APIS)('keys as functions, on %s', (_name, api) => {
  it.each<[how: string, options: Pick<AtriumProxyOptions, 'apiKey' | 'clientId'>]>([
    ['sync', { apiKey: () => 'api-1', clientId: () => 'client-1' }],
    ['async', { apiKey: async () => 'api-1', clientId: async () => 'client-1' }],
    ['beside a string', { apiKey: async () => 'api-1', clientId: 'client-1' }],
  ])('are sent to MX: %s', async (_how, keys) => {
    const { proxy, calls } = harness(() => member(), { ...api, ...keys });
    await proxy(LIST());
    expect(calls.map(carried)).toEqual(['api-1:client-1']);
  });

  it('are asked for once, however many requests there are', async () => {
    const { asked, key } = vault('api-1');
    const { proxy } = harness(() => json({ members: [] }), { ...api, apiKey: key, clientId: 'c' });
    await Promise.all(Array.from({ length: 20 }, () => proxy(LIST())));
    await proxy(LIST());
    expect(asked()).toBe(1);
  });

  it.each([
    ['a read', LIST],
    ['a create', CREATE],
  ])(
    'are asked for again after 401, and %s is sent once more with the new ones',
    async (_what, request) => {
      const { asked, rotate, key } = vault('old', 'new');
      let accepted = 'old:c';
      const { proxy, calls } = harness(
        accepting(() => accepted),
        { ...api, apiKey: key, clientId: 'c' },
      );
      await proxy(LIST());
      rotate();
      accepted = 'new:c';
      expect((await proxy(request())).status).toBe(200);
      expect((await proxy(LIST())).status).toBe(200);
      expect(calls.map(carried)).toEqual(['old:c', 'old:c', 'new:c', 'new:c']);
      expect(calls[2]?.body).toEqual(calls[1]?.body);
      expect(asked()).toBe(2);
    },
  );

  it('that are the same after 401 lead to no second call', async () => {
    const { asked, key } = vault('old');
    const { proxy, calls, events } = harness(
      accepting(() => 'new:c'),
      {
        ...api,
        apiKey: key,
        clientId: async () => 'c',
      },
    );
    expect((await proxy(CREATE())).status).toBe(502);
    expect(calls).toHaveLength(1);
    expect(asked()).toBe(2);
    expect(events[0]?.reason).toBe('MX refused the API key or client id.');
  });

  it('that MX refuses as well lead to no third call', async () => {
    const { rotate, key } = vault('old', 'newer', 'newest');
    const script: Script = () => {
      rotate();
      return json({}, { status: 401 });
    };
    const { proxy, calls } = harness(script, { ...api, apiKey: key, clientId: 'c' });
    expect((await proxy(LIST())).status).toBe(502);
    expect(calls.map(carried)).toEqual(['old:c', 'newer:c']);
  });

  it('are asked for once by all requests that get 401 for the same keys, however late', async () => {
    const { asked, rotate, key } = vault('old', 'new');
    const gates = [new Deferred<void>(), new Deferred<void>()] as const;
    const { proxy, calls } = harness(
      async (call) => {
        if (carried(call) === 'old:c') await gates[calls.length < 10 ? 0 : 1].promise;
        return accepting(() => 'new:c')(call);
      },
      { ...api, apiKey: async () => key(), clientId: 'c' },
    );
    const pending = Array.from({ length: 10 }, () => proxy(LIST()));
    await settle();
    rotate();
    for (const gate of gates) {
      gate.resolve();
      await settle();
    }
    const statuses = (await Promise.all(pending)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(calls).toHaveLength(20);
    expect(asked()).toBe(2);
  });

  it('as strings lead to no second call after 401', async () => {
    const { proxy, calls } = harness(() => json({}, { status: 401 }), api);
    expect((await proxy(LIST())).status).toBe(502);
    expect(calls).toHaveLength(1);
  });

  it('serve `ensureUser` too', async () => {
    const { fetch, calls } = upstream(() => json({ user: { guid: USER } }));
    const keys = { apiKey: async () => 'api-1', clientId: () => 'client-1' };
    expect(
      await ensureUser({ environment: 'production', ...api, ...keys, fetch, identifier: 'ann' }),
    ).toBe(USER);
    expect(calls.map(carried)).toEqual(['api-1:client-1']);
  });
});

describe('a key function', () => {
  const SECRET = 's3cr3t';
  const failing: [what: string, key: AtriumKey, reason: string][] = [
    [
      'that throws',
      () => {
        throw new RangeError(SECRET);
      },
      '`apiKey` threw (RangeError). Report its failures inside it.',
    ],
    [
      'that rejects',
      () => Promise.reject(new Error(SECRET)),
      '`apiKey` threw (Error). Report its failures inside it.',
    ],
    ['that returns undefined', () => undefined, '`apiKey` returned nothing'],
    ['that returns an empty string', async () => '', '`apiKey` returned nothing'],
    ['that returns a line break', () => `${SECRET}\n`, 'a character that a header cannot carry'],
    ['that returns the word undefined', () => 'undefined', '`apiKey` returned nothing'],
  ];

  it.each(failing)('%s fails the request with 500 and no secret', async (_what, apiKey, reason) => {
    const { proxy, calls, events } = harness(() => member(), { apiKey });
    const response = await proxy(LIST());
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(SECRET);
    expect(calls).toEqual([]);
    expect(events).toMatchObject([{ error: 'server', reason: expect.stringContaining(reason) }]);
    expect(JSON.stringify(events)).not.toContain(SECRET);
  });

  it('that failed is asked again by the next request', async () => {
    const keys = [undefined, 'api-1'];
    const { proxy } = harness(() => json({ members: [] }), { apiKey: () => keys.shift() });
    expect((await proxy(LIST())).status).toBe(500);
    expect((await proxy(LIST())).status).toBe(200);
  });

  it('of the client id may not return a colon on the Platform API', async () => {
    const { proxy, events } = harness(() => json({ members: [] }), {
      api: 'platform',
      clientId: () => 'a:b',
    });
    expect((await proxy(LIST())).status).toBe(500);
    expect(events[0]?.reason).toContain('`clientId`');
  });
});

describe('a key function that does not settle', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('costs the request its `timeoutMs`, and the next request asks again', async () => {
    const hanging = [true, false];
    const { proxy } = harness(() => json({ members: [] }), {
      apiKey: () => (hanging.shift() ? new Promise<string>(() => {}) : 'api-1'),
      timeoutMs: 1_000,
    });
    const pending = proxy(LIST());
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await pending).status).toBe(504);
    expect((await proxy(LIST())).status).toBe(200);
  });

  it('after 401 is covered by the same deadline', async () => {
    const hanging = [false, true];
    const { proxy } = harness(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        return json({}, { status: 401 });
      },
      {
        apiKey: () => (hanging.shift() ? new Promise<string>(() => {}) : 'api-1'),
        timeoutMs: 1_000,
      },
    );
    let status: number | undefined;
    void proxy(LIST()).then((response) => (status = response.status));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(status).toBe(504);
  });
});
