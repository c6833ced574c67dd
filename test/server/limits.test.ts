import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/server.ts';
import type { AtriumProxyOptions, LimitOptions } from '../../src/server.ts';
import { browser, CREDENTIAL, Deferred, harness, json, MEMBER, settle, USER } from './support.ts';
import type { Harness } from './support.ts';

const OTHER_USER = 'USR-00000000-0000-0000-0000-000000000002';
const MINUTE = 60_000;

const values = [{ guid: CREDENTIAL, value: 'x' }];

type Sent = readonly [method: string, path: string, body?: unknown];

const CREATE: Sent = [
  'POST',
  '/members',
  { member: { institution_code: 'mxbank', credentials: values } },
];
const UPDATE: Sent = ['PUT', `/members/${MEMBER}`, { member: { credentials: values } }];
const RESUME: Sent = ['PUT', `/members/${MEMBER}/resume`, { member: { challenges: values } }];

const send = ({ proxy }: Pick<Harness, 'proxy'>, [method, path, body]: Sent): Promise<Response> =>
  proxy(browser(method, path, { body }));

/** A proxy whose clock is set by hand, for a user who can be changed. */
function counting(limits?: LimitOptions, options: Partial<AtriumProxyOptions> = {}) {
  const clock = { ms: 1_000_000 };
  const session = { user: { userGuid: USER } as { userGuid: string } | { identifier: string } };
  const made = harness(
    ({ path }) => json(path === '/users' ? { user: { guid: OTHER_USER } } : { member: {} }),
    {
      now: () => clock.ms,
      resolveUser: () => session.user,
      ...(limits && { limits }),
      ...options,
    },
  );
  const times = async (count: number, sent: Sent = UPDATE): Promise<number[]> => {
    const statuses: number[] = [];
    for (let each = 0; each < count; each += 1) statuses.push((await send(made, sent)).status);
    return statuses;
  };
  return { ...made, clock, session, times };
}

const ok = (count: number): number[] => Array<number>(count).fill(200);

describe('limits.attempts', () => {
  it.each([
    ['a member created with credentials', CREATE],
    ['a member updated with credentials', UPDATE],
    ['answers to challenges', RESUME],
  ])('refuses the 21st attempt in ten minutes: %s', async (_what, sent) => {
    const { times, calls, proxy, events, clock } = counting();
    expect(await times(20, sent)).toEqual(ok(20));
    clock.ms += 90_500;
    const refused = await send({ proxy }, sent);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('510');
    expect(await refused.json()).toMatchObject({ error: { kind: 'too-many-attempts' } });
    expect(calls).toHaveLength(20);
    expect(events.at(-1)).toMatchObject({ status: 429, error: 'too-many-attempts' });
  });

  it('counts the three kinds of attempts together', async () => {
    const { times } = counting({ attempts: { max: 3 } });
    await times(1, CREATE);
    await times(1, UPDATE);
    await times(1, RESUME);
    expect(await times(1, CREATE)).toEqual([429]);
  });

  it('lets one more through for each attempt that is ten minutes old', async () => {
    const { times, clock } = counting();
    await times(10);
    clock.ms += 4 * MINUTE;
    await times(10);
    clock.ms += 6 * MINUTE - 1;
    expect(await times(1)).toEqual([429]);
    clock.ms += 1;
    expect(await times(11)).toEqual([...ok(10), 429]);
    clock.ms += 4 * MINUTE;
    expect(await times(11)).toEqual([...ok(10), 429]);
  });

  it('does not count a refused attempt', async () => {
    const { times, clock } = counting({ attempts: { max: 2 } });
    await times(2);
    clock.ms += 9 * MINUTE;
    expect(await times(50)).not.toContain(200);
    clock.ms += MINUTE;
    expect(await times(3)).toEqual([200, 200, 429]);
  });

  it('counts each user apart, by guid or by identifier', async () => {
    const { times, session } = counting({ attempts: { max: 1 } });
    expect(await times(2)).toEqual([200, 429]);
    for (const user of [{ userGuid: OTHER_USER }, { identifier: 'ann' }, { identifier: 'bob' }]) {
      session.user = user;
      expect(await times(2)).toEqual([200, 429]);
    }
  });

  it.each<[string, Sent, number]>([
    [
      'an OAuth member',
      ['POST', '/members', { member: { institution_code: 'a', is_oauth: true } }],
      200,
    ],
    ['a change of metadata', ['PUT', `/members/${MEMBER}`, { member: { metadata: 'x' } }], 200],
    ['a job', ['POST', `/members/${MEMBER}/aggregate`], 200],
    ['a body that is refused', ['PUT', `/members/${MEMBER}`, { member: { credentials: [] } }], 400],
  ])('does not count %s', async (_what, sent, status) => {
    const { times } = counting({ attempts: { max: 1 } });
    expect(await times(3, sent)).toEqual([status, status, status]);
    expect(await times(2)).toEqual([200, 429]);
  });

  it('counts an attempt that MX does not answer', async () => {
    const { proxy } = harness(() => new Response('', { status: 503 }), {
      limits: { attempts: { max: 1 } },
    });
    expect((await send({ proxy }, UPDATE)).status).toBe(502);
    expect((await send({ proxy }, UPDATE)).status).toBe(429);
  });

  it('can be raised, given another window, and switched off', async () => {
    const raised = counting({ attempts: { max: 25, windowMs: MINUTE } });
    expect(await raised.times(26)).toEqual([...ok(25), 429]);
    raised.clock.ms += MINUTE;
    expect(await raised.times(1)).toEqual([200]);
    expect(await counting({ attempts: 'unlimited' }).times(100)).toEqual(ok(100));
  });

  it('is shared by the proxies of one store', async () => {
    const store = createMemoryStore({ now: () => 0 });
    const [one, other] = [counting({}, { store }), counting({}, { store })];
    expect(await one.times(15)).toEqual(ok(15));
    expect(await other.times(6)).toEqual([...ok(5), 429]);
  });

  it('keeps the 10,000 users with the latest attempts in memory', async () => {
    const { countAttempt } = createMemoryStore({ now: () => 0 });
    const rate = { max: 2, windowMs: MINUTE };
    for (const user of ['active', 'idle', 'idle']) await countAttempt(user, rate);
    for (let user = 0; user < 9_998; user += 1) await countAttempt(`user-${user}`, rate);
    await countAttempt('active', rate);
    expect(await countAttempt('idle', rate)).toBe(MINUTE);
    await countAttempt('one more', rate);
    expect(await countAttempt('active', rate)).toBe(MINUTE);
    expect(await countAttempt('idle', rate)).toBe(0);
  });
});

/** A proxy whose calls to MX stay open until they are answered by hand. */
function held(options: Partial<AtriumProxyOptions> = {}) {
  const answers: Deferred<Response>[] = [];
  const session = { userGuid: USER };
  let open = 0;
  let peak = 0;
  const made = harness(
    async ({ signal }) => {
      const answer = new Deferred<Response>();
      answers.push(answer);
      peak = Math.max(peak, (open += 1));
      signal.addEventListener('abort', () => answer.reject(signal.reason));
      try {
        return await answer.promise;
      } finally {
        open -= 1;
      }
    },
    { resolveUser: () => ({ ...session }), ...options },
  );
  const read = (path = '/members', signal?: AbortSignal): Promise<Response> =>
    made.proxy(browser('GET', path, { ...(signal && { signal }) }));
  /** Answers everything that is open, and what starts then, until nothing is left. */
  const answerAll = async (): Promise<void> => {
    for (let next = answers.shift(); next; next = answers.shift()) {
      next.resolve(json({ members: [], member: {}, accounts: [] }));
      await settle();
    }
  };
  return { ...made, session, read, answers, answerAll, open: () => open, peak: () => peak };
}

const statusesOf = async (responses: readonly Promise<Response>[]): Promise<number[]> =>
  (await Promise.all(responses)).map(({ status }) => status);

describe('limits.concurrency', () => {
  afterEach(() => void vi.useRealTimers());

  it('opens 16 of 400 calls of one user, queues 32, and refuses the rest', async () => {
    const { read, open, peak, answerAll, calls, events } = held();
    const responses = Array.from({ length: 400 }, () => read());
    await settle();
    expect([open(), events.length]).toEqual([16, 352]);
    const refused = await responses[48];
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(await refused?.json()).toMatchObject({ error: { kind: 'throttled' } });
    expect(events[0]?.reason).toContain('`limits.concurrency`');
    await answerAll();
    expect(await statusesOf(responses)).toEqual([...ok(48), ...Array<number>(352).fill(429)]);
    expect([peak(), calls.length]).toEqual([16, 48]);
  });

  it('sends the calls in the order in which they came', async () => {
    const { read, answerAll, calls } = held({ limits: { concurrency: { max: 1 } } });
    const paths = ['/members?page=1', '/members?page=2', '/members?page=3', '/members?page=4'];
    const responses = paths.map((path) => read(path));
    await settle();
    expect(calls).toHaveLength(1);
    await answerAll();
    await Promise.all(responses);
    expect(calls.map(({ path }) => path.slice(-6))).toEqual(paths.map((path) => path.slice(-6)));
  });

  it('does not hold up another user', async () => {
    const { read, session, open, answerAll } = held();
    const busy = Array.from({ length: 48 }, () => read());
    await settle();
    session.userGuid = OTHER_USER;
    const other = read();
    await settle();
    expect(open()).toBe(17);
    await answerAll();
    expect(await statusesOf([other, ...busy])).toEqual(ok(49));
  });

  it('does not send a call whose browser left the queue, and gives its place to another', async () => {
    const { read, answerAll, calls } = held({ limits: { concurrency: { max: 1, queued: 1 } } });
    const first = read();
    const leaving = new AbortController();
    const left = read('/members?page=2', leaving.signal);
    await settle();
    expect((await read('/members?page=3')).status).toBe(429);
    leaving.abort();
    expect((await left).status).toBe(499);
    const next = read('/members?page=4');
    await settle();
    await answerAll();
    expect(await statusesOf([first, next])).toEqual([200, 200]);
    expect(calls.map(({ path }) => path.slice(-6))).toEqual(['embers', 'page=4']);
  });

  it.each<[string, (end: { answer: Deferred<Response>; leave: () => void }) => void]>([
    ['MX refuses', ({ answer }) => answer.resolve(json({}, { status: 422 }))],
    ['MX is cut off', ({ answer }) => answer.reject(new TypeError('fetch failed'))],
    ['its browser left', ({ leave }) => leave()],
  ])('frees the slot of a call that ends because %s', async (_why, end) => {
    const { proxy, read, answers, answerAll } = held({ limits: { concurrency: { max: 1 } } });
    const leaving = new AbortController();
    const ending = proxy(browser('DELETE', `/members/${MEMBER}`, { signal: leaving.signal }));
    await settle();
    const waiting = read();
    const answer = answers.shift();
    if (answer) end({ answer, leave: () => leaving.abort() });
    await ending;
    await settle();
    await answerAll();
    expect((await waiting).status).toBe(200);
  });

  it('counts a status that several requests share once', async () => {
    const { read, open, answerAll } = held({ limits: { concurrency: { max: 2, queued: 0 } } });
    const shared = Array.from({ length: 20 }, () => read(`/members/${MEMBER}/status`));
    const other = read();
    await settle();
    expect(open()).toBe(2);
    expect((await read('/institutions')).status).toBe(429);
    await answerAll();
    expect(await statusesOf([...shared, other])).toEqual(ok(21));
  });

  it('counts the wait in `timeoutMs`', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { read, calls } = held({
      timeoutMs: 1_000,
      limits: { concurrency: { max: 1, queued: 2 } },
    });
    const responses = [read()];
    await settle();
    vi.advanceTimersByTime(500);
    responses.push(read('/members?page=2'));
    await settle();
    vi.advanceTimersByTime(500);
    await settle();
    expect(calls).toHaveLength(2);
    vi.advanceTimersByTime(500);
    expect(await statusesOf(responses)).toEqual([504, 504]);
  });

  it('can be raised and switched off', async () => {
    for (const concurrency of [{ max: 100 }, 'unlimited'] as const) {
      const { read, open, answerAll } = held({ limits: { concurrency } });
      const responses = Array.from({ length: 100 }, () => read());
      await settle();
      expect(open()).toBe(100);
      await answerAll();
      expect(await statusesOf(responses)).toEqual(ok(100));
    }
  });
});

describe('limits', () => {
  it.each<[string, unknown]>([
    ['limits.attempts', { attempts: false }],
    ['limits.attempts', { attempts: null }],
    ['limits.attempts', { attempts: 'off' }],
    ['limits.attempts.max', { attempts: { max: 0 } }],
    ['limits.attempts.max', { attempts: { max: 1_001 } }],
    ['limits.attempts.max', { attempts: { max: Infinity } }],
    ['limits.attempts.windowMs', { attempts: { windowMs: 999 } }],
    ['limits.attempts.windowMs', { attempts: { windowMs: 86_400_001 } }],
    ['limits.concurrency', { concurrency: 16 }],
    ['limits.concurrency.max', { concurrency: { max: 0 } }],
    ['limits.concurrency.max', { concurrency: { max: 1.5 } }],
    ['limits.concurrency.queued', { concurrency: { queued: -1 } }],
  ])('%s is refused at the start: %j', (name, limits) => {
    expect(() => harness(() => json({}), { limits: limits as LimitOptions })).toThrow(
      `\`${name}\` must be`,
    );
  });
});

describe('resolveUser returning `retryAfterSeconds`', () => {
  it.each([
    [30, '30'],
    [0.2, '1'],
    [0, '0'],
  ])(
    '%d returns 429 with `Retry-After` and does not call MX',
    async (retryAfterSeconds, header) => {
      const { proxy, calls, events } = harness(() => json({}), {
        resolveUser: () => ({ retryAfterSeconds }),
      });
      const response = await send({ proxy }, ['GET', '/members']);
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, header]);
      expect(calls).toEqual([]);
      expect(events[0]?.error).toBe('throttled');
    },
  );

  it.each([Number.NaN, -1, Infinity, '30'])('%j is an unusable result, with 500', async (value) => {
    const { proxy } = harness(() => json({}), {
      resolveUser: () => ({ retryAfterSeconds: value as number }),
    });
    expect((await send({ proxy }, ['GET', '/members'])).status).toBe(500);
  });
});
