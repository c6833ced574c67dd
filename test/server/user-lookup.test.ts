import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ATRIUM, directory, PLATFORM, userGuid } from './directory.ts';
import { browser, CLIENT_ID, API_KEY, harness, json, MEMBER, upstream } from './support.ts';
import type { Harness, Script } from './support.ts';
import { ensureUser } from '../../src/server.ts';
import type { AtriumApi, AtriumProxyOptions } from '../../src/server.ts';

const BOTH: [name: string, api: AtriumApi][] = [
  ['Atrium', ATRIUM],
  ['the Platform API', PLATFORM],
];

const CREATE = { member: { institution_code: 'no-such-bank' } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Every call takes `ms`, even if its signal aborts: not every `fetch` heeds it. */
const slow =
  (ms: number, script: Script): Script =>
  async (call) => {
    await after(ms);
    return script(call);
  };

interface Site extends Harness {
  /** Reads the members of the user with this identifier. */
  readonly visit: (identifier: string, signal?: AbortSignal) => Promise<Response>;
  /** How many calls `work` made to MX. */
  readonly cost: (work: () => Promise<unknown>) => Promise<number>;
  /** The pages of users that were read. */
  readonly pages: () => number[];
}

/** A proxy whose users are known by the identifier in a header. */
function site(script: Script, options: Partial<AtriumProxyOptions> = {}): Site {
  const made = harness(script, {
    resolveUser: ({ headers }) => ({ identifier: headers.get('x-user') ?? '' }),
    ...options,
  });
  const { proxy, calls } = made;
  return {
    ...made,
    visit: (identifier, signal) =>
      proxy(
        browser('GET', '/members', {
          headers: { 'x-user': identifier },
          ...(signal && { signal }),
        }),
      ),
    cost: async (work) => {
      const before = calls.length;
      await work();
      return calls.length - before;
    },
    pages: () =>
      calls
        .filter(({ path }) => path.startsWith('/users?'))
        .map(({ path }) => Number(new URL(path, 'https://x').searchParams.get('page'))),
  };
}

describe.each(BOTH)('a 404 from %s', (_name, api) => {
  const headers = { 'x-user': 'person-449' };
  const unknownMember = `/members/${MEMBER}`;
  const member = { member: { metadata: 'm' } };

  it.each<[number, string, string, unknown?]>([
    [450, 'POST', '/members', CREATE],
    [12_000, 'POST', '/members', CREATE],
    [450, 'GET', unknownMember],
    [450, 'GET', `${unknownMember}/status`],
    [450, 'PUT', unknownMember, member],
    [450, 'DELETE', unknownMember],
  ])(
    'with %i users costs one call and keeps the user, if it is about something else: %s %s',
    async (size, method, path, body) => {
      const { script } = directory(size, api);
      const { proxy, visit, cost } = site(
        (call) =>
          call.method === method && call.path.endsWith(path)
            ? json({}, { status: 404 })
            : script(call),
        api,
      );
      await visit('person-449');
      const request = () => browser(method, path, { headers, body });
      for (let times = 0; times < 3; times += 1) {
        expect(await cost(() => proxy(request()))).toBe(1);
      }
      expect(await cost(() => visit('person-449'))).toBe(1);
    },
  );

  it('for the list of members forgets no user that MX still has', async () => {
    const { script } = directory(450, api);
    const { visit, calls, cost } = site(
      (call) => (call.path.endsWith('/members') ? json({}, { status: 404 }) : script(call)),
      api,
    );
    await visit('person-449');
    expect(await cost(() => visit('person-449'))).toBe(2);
    expect(calls.slice(-2).map(({ path }) => path)).toEqual([
      `/users/${userGuid(449)}/members`,
      `/users/${userGuid(449)}`,
    ]);
  });

  it.each<[what: string, check: () => Response]>([
    ['is answered with 500', () => json({}, { status: 500 })],
    ['is answered with 429', () => json({}, { status: 429 })],
    [
      'is not answered',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('for the list of members stands and forgets no user if the check %s', async (_what, check) => {
    const { script, remove } = directory(450, api);
    const { visit, calls } = site(
      (call) => (/\/USR-[^/]+$/.test(call.path) ? check() : script(call)),
      api,
    );
    await visit('person-449');
    remove('person-449');
    expect((await visit('person-449')).status).toBe(404);
    await visit('person-449');
    const lists = calls.filter((call) => call.path.endsWith('/members'));
    const own = `/users/${userGuid(449)}/members`;
    expect(lists.map((call) => call.path)).toEqual([own, own, own]);
  });
});

describe('a user look-up on Atrium', () => {
  it.each([
    [450, 5],
    [12_000, 120],
  ])(
    'with %i users reads at most %i pages, and none for users it has passed',
    async (size, pages) => {
      const { visit, cost } = site(directory(size).script);
      expect(await cost(() => visit(`person-${size - 1}`))).toBe(1 + pages + 1);
      expect(await cost(() => visit('person-0'))).toBe(1);
      expect(await cost(() => visit(`person-${size - 2}`))).toBe(1);
    },
  );

  it('evicts no user who was looked up before', async () => {
    const { visit, cost } = site(directory(12_000).script);
    await visit('person-1');
    await visit('person-11999');
    expect(await cost(() => visit('person-1'))).toBe(1);
    expect(await cost(() => visit('person-11999'))).toBe(1);
  });

  it('ends at `timeoutMs`, whatever page it is at', async () => {
    const { visit, calls, events } = site(slow(100, directory(12_000).script), {
      timeoutMs: 1_000,
    });
    let response: Response | undefined;
    void visit('person-11999').then((late) => (response = late));
    await vi.advanceTimersByTimeAsync(999);
    expect(response).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(response?.status).toBe(504);
    expect(events).toMatchObject([{ error: 'timeout' }]);
    expect(calls).toHaveLength(10);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(10);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is continued by the next request, so that it ends however many users there are', async () => {
    const { visit, calls, pages } = site(slow(100, directory(2_500).script), { timeoutMs: 1_000 });
    const statuses: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      const pending = visit('person-2499');
      await vi.advanceTimersByTimeAsync(1_000);
      statuses.push((await pending).status);
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect(statuses).toEqual([504, 504, 200]);
    expect(pages()).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('begins again if it was left for a minute', async () => {
    const { visit, pages } = site(slow(100, directory(2_500).script), { timeoutMs: 1_000 });
    void visit('person-2499');
    await vi.advanceTimersByTimeAsync(61_000);
    const before = pages().length;
    void visit('person-2499');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pages().slice(before, before + 2)).toEqual([1, 2]);
  });

  it('reads no further page once the browser has left', async () => {
    const { visit, calls, pages } = site(slow(100, directory(12_000).script));
    const leaving = new AbortController();
    const pending = visit('person-11999', leaving.signal);
    await vi.advanceTimersByTimeAsync(550);
    expect(pages().at(-1)).toBe(5);
    leaving.abort();
    expect((await pending).status).toBe(499);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pages().at(-1)).toBe(5);
    expect(calls.at(-1)?.signal.aborted).toBe(true);
  });

  it('goes on for another request that waits for the same user', async () => {
    const { visit, pages } = site(slow(100, directory(1_000).script));
    const leaving = new AbortController();
    const left = visit('person-999', leaving.signal);
    const waiting = visit('person-999');
    await vi.advanceTimersByTimeAsync(550);
    leaving.abort();
    expect((await left).status).toBe(499);
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await waiting).status).toBe(200);
    expect(pages()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('neither waits for nor ends with the look-up of another user', async () => {
    const { visit, pages } = site(slow(100, directory(1_000).script));
    const leaving = new AbortController();
    const left = visit('person-998', leaving.signal);
    const [soon, late] = [visit('person-50'), visit('person-999')];
    await vi.advanceTimersByTimeAsync(350);
    leaving.abort();
    expect((await left).status).toBe(499);
    expect((await soon).status).toBe(200);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await late).status).toBe(200);
    expect(pages().filter((page) => page === 1)).toHaveLength(3);
    expect(pages().filter((page) => page > 3)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });
});

describe.each(BOTH)('a user whom %s has but does not list', (_name, api) => {
  const absent: Script = ({ method, path }) => {
    if (method === 'POST') return json({}, { status: 409 });
    if (!path.startsWith('/users?')) return json({ members: [] });
    return json({
      users: [{ guid: userGuid(1), identifier: 'x', id: 'x' }],
      pagination: { total_pages: 3 },
    });
  };

  it('is searched for once a minute, however often a page asks', async () => {
    const { visit, calls, events } = site(absent, api);
    expect((await visit('ann')).status).toBe(502);
    const first = calls.length;
    await vi.advanceTimersByTimeAsync(59_999);
    for (let times = 0; times < 10; times += 1) expect((await visit('ann')).status).toBe(502);
    expect(calls).toHaveLength(first);
    expect(events.at(-1)?.reason).toContain('Store the guid');
    await vi.advanceTimersByTimeAsync(1);
    await visit('ann');
    expect(calls).toHaveLength(first * 2);
  });
});

describe('the deadline of a request', () => {
  const status = browser.bind(null, 'GET', `/members/${MEMBER}/status`);
  const resting = json.bind(null, { member: { guid: MEMBER, connection_status: 'DENIED' } });

  it.each<[what: string, api: AtriumApi, script: Script, request: () => Request]>([
    [
      'the look-up and the call itself',
      ATRIUM,
      ({ method }) => json(method === 'POST' ? { user: { guid: userGuid(1) } } : { members: [] }),
      () => browser('GET', '/members'),
    ],
    [
      'the look-up and the status',
      ATRIUM,
      ({ method }) => (method === 'POST' ? json({ user: { guid: userGuid(1) } }) : resting()),
      status,
    ],
  ])('covers %s', async (_what, api, script, request) => {
    const { proxy, calls } = harness(slow(600, script), {
      ...api,
      timeoutMs: 1_000,
      resolveUser: () => ({ identifier: 'ann' }),
    });
    let answered: number | undefined;
    void proxy(request()).then((response) => (answered = response.status));
    await vi.advanceTimersByTimeAsync(999);
    expect(answered).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toBe(504);
    expect(calls).toHaveLength(2);
  });

  it('covers the read of the member that completes a status', async () => {
    const { proxy, calls } = harness(
      slow(600, () => resting()),
      { ...PLATFORM, timeoutMs: 1_000 },
    );
    let answered: number | undefined;
    void proxy(status()).then((response) => (answered = response.status));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answered).toBe(504);
    expect(calls).toHaveLength(2);
  });

  it('covers the check of the user after a 404', async () => {
    const { visit, calls } = site(
      (call) => {
        if (call.method === 'POST') return json({ user: { guid: userGuid(1) } });
        return slow(600, () => json({}, { status: 404 }))(call);
      },
      { timeoutMs: 1_000 },
    );
    let answered: number | undefined;
    void visit('ann').then((response) => (answered = response.status));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answered).toBe(504);
    expect(calls).toHaveLength(3);
  });

  it('covers all that `ensureUser` asks', async () => {
    const { fetch, calls } = upstream(slow(100, directory(12_000).script));
    const failure = expect(
      ensureUser({
        environment: 'production',
        apiKey: API_KEY,
        clientId: CLIENT_ID,
        fetch,
        timeoutMs: 1_000,
        identifier: 'person-11999',
      }),
    ).rejects.toThrow('took too long');
    await vi.advanceTimersByTimeAsync(10_000);
    await failure;
    expect(calls).toHaveLength(10);
  });
});
