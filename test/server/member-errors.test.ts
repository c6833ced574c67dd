import { describe, expect, it, vi } from 'vitest';
import { APIS, browser, Deferred, harness, json, MEMBER, settle, USER } from './support.ts';
import type { Captured, Harness } from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

const PLATFORM: AtriumApi = { api: 'platform' };
const OTHER_MEMBER = 'MBR-00000000-0000-0000-0000-000000000001';
const MEMBER_PATH = `/users/${USER}/members/${MEMBER}`;
const STATUS_PATH = `${MEMBER_PATH}/status`;

const ERROR = {
  error_type: 'MEMBER',
  error_code: 2004,
  error_message: 'Re-authorization is required.',
  user_message: 'Please sign in at your bank again.',
  locale: 'en',
};
const TOLD = { error_code: 2004, user_message: ERROR.user_message, locale: 'en' };

const READABLE: [what: string, error: unknown, told: unknown][] = [
  ['an object', ERROR, TOLD],
  ['the same as JSON in a string', JSON.stringify(ERROR), TOLD],
  ['a code alone', { error_code: 1001 }, { error_code: 1001, user_message: null, locale: null }],
  ['a code from the future', { ...ERROR, error_code: 9999 }, { ...TOLD, error_code: 9999 }],
  [
    'words of other types',
    { error_code: 1001, user_message: { html: '<b>' }, locale: ['en'] },
    { error_code: 1001, user_message: null, locale: null },
  ],
  [
    'words that are empty',
    { error_code: 1001, user_message: '', locale: '' },
    { error_code: 1001, user_message: null, locale: null },
  ],
];

const UNREADABLE: [what: string, error: unknown][] = [
  ['null', null],
  ['an empty object', {}],
  ['an empty object in a string', '{}'],
  ['an empty string', ''],
  ['a sentence', 'It did not work.'],
  ['a number', 2004],
  ['true', true],
  ['a list', [ERROR]],
  ['a list in a string', JSON.stringify([ERROR])],
  ['a string in a string', JSON.stringify(JSON.stringify(ERROR))],
  ['cut-off JSON', '{"error_code":2004'],
  ['nesting without end', '['.repeat(30_000)],
  ['deep nesting that ends', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['a code in a string', { ...ERROR, error_code: '2004' }],
  ['a code with a fraction', { ...ERROR, error_code: 1.5 }],
  ['a code beyond numbers', '{"error_code":1e999}'],
  ['a code that is inherited', '{"__proto__":{"error_code":2004}}'],
];

/** The member in the answer to a browser. */
async function memberIn(response: Promise<Response>): Promise<Record<string, unknown>> {
  const { member } = (await (await response).json()) as { member: Record<string, unknown> };
  return member;
}

const readStatus = ({ proxy }: Pick<Harness, 'proxy'>, member = MEMBER): Promise<Response> =>
  proxy(browser('GET', `/members/${member}/status`));

describe.each(APIS)("a member's error from %s", (_name, api) => {
  it.each(READABLE)('is its code, its words and their language when it is %s', async (...row) => {
    const [, error, told] = row;
    const { proxy } = harness(() => json({ member: { guid: MEMBER, error } }), api);
    const read = memberIn(proxy(browser('GET', `/members/${MEMBER}`)));
    expect(await read).toEqual({ guid: MEMBER, error: told });
    expect(await memberIn(readStatus({ proxy }))).toMatchObject({ error: told });
  });

  it.each(UNREADABLE)('is none when it is %s', async (_what, error) => {
    const { proxy } = harness(() => json({ members: [{ guid: MEMBER, error }] }), api);
    const response = await proxy(browser('GET', '/members'));
    expect(await response.json()).toEqual({ members: [{ guid: MEMBER, error: null }] });
  });
});

/** An API that has a member in this state, its error on the member alone, and a clock. */
function at(status: Record<string, unknown>, member: Record<string, unknown> = { error: ERROR }) {
  const clock = { ms: 1_000_000 };
  const script = ({ path }: Captured): Response =>
    json({ member: { guid: MEMBER, ...(path.endsWith('/status') ? status : member) } });
  const made = harness(script, { ...PLATFORM, now: () => clock.ms });
  return { ...made, clock, asked: () => made.calls.map(({ path }) => path) };
}

const resting = (connection_status: unknown) => ({
  connection_status,
  is_being_aggregated: false,
});

describe('a status of the Platform API', () => {
  it.each([
    'DENIED',
    'REJECTED',
    'IMPAIRED',
    'FAILED',
    'EXPIRED',
    'CONNECTED',
    'A_STATUS_FROM_THE_FUTURE',
    99,
  ])('that has come to rest as %s is completed by the error of its member', async (status) => {
    const api = at(resting(status));
    expect(await memberIn(readStatus(api))).toMatchObject({ ...resting(status), error: TOLD });
    expect(api.asked()).toEqual([STATUS_PATH, MEMBER_PATH]);
  });

  it.each(['CREATED', 'UPDATED', 'RESUMED', 'DELAYED', 'PENDING'])(
    'that is under way as %s is not: it is read every few seconds',
    async (status) => {
      const api = at(resting(status));
      expect(await memberIn(readStatus(api))).not.toHaveProperty('error');
      expect(api.asked()).toEqual([STATUS_PATH]);
    },
  );

  it('whose job is still running is not either', async () => {
    const api = at({ connection_status: 'DENIED', is_being_aggregated: true });
    expect(await memberIn(readStatus(api))).not.toHaveProperty('error');
    expect(api.asked()).toEqual([STATUS_PATH]);
  });

  it.each([null, ERROR])('that tells the error itself, %j, needs no more', async (error) => {
    const api = at({ ...resting('DENIED'), error });
    const told = error === null ? null : TOLD;
    expect(await memberIn(readStatus(api))).toMatchObject({ error: told });
    expect(api.asked()).toEqual([STATUS_PATH]);
  });

  it('says what its member says of it, and goes first where both speak', async () => {
    const member = { error: ERROR, connection_status_message: 'Of the member', name: 'MX Bank' };
    const silent = at(resting('DENIED'), member);
    expect(await memberIn(readStatus(silent))).toEqual({
      guid: MEMBER,
      ...resting('DENIED'),
      connection_status_message: 'Of the member',
      error: TOLD,
    });
    const own = { ...resting('DENIED'), connection_status_message: 'Of the status' };
    expect(await memberIn(readStatus(at(own, member)))).toMatchObject(own);
  });

  it.each<[string, () => Response]>([
    ['is gone', () => json({}, { status: 404 })],
    ['is refused', () => json({}, { status: 429 })],
    ['is refused, and its error told', () => json({ member: { error: 2004 } }, { status: 403 })],
    ['breaks', () => json({}, { status: 500 })],
    ['is unreadable', () => new Response('<html>')],
    ['is no member', () => json({ member: [ERROR] })],
    [
      'cannot be reached',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('is worth having without an error when its member %s', async (_what, read) => {
    const { proxy } = harness(
      ({ path }) =>
        path.endsWith('/status')
          ? json({ member: { guid: MEMBER, ...resting('DENIED') } })
          : read(),
      PLATFORM,
    );
    const response = readStatus({ proxy });
    expect((await response).status).toBe(200);
    expect(await memberIn(response)).toMatchObject({ connection_status: 'DENIED', error: null });
  });

  it('reads no member when it is not there itself', async () => {
    const { proxy, calls } = harness(() => json({}, { status: 404 }), PLATFORM);
    expect((await readStatus({ proxy })).status).toBe(404);
    expect(calls).toHaveLength(1);
  });

  it('is completed once for all who wait, and for three seconds after', async () => {
    const gate = new Deferred<void>();
    const clock = { ms: 1_000_000 };
    const { proxy, calls, events } = harness(
      async ({ path }) => {
        if (path.endsWith('/status')) {
          return json({ member: { guid: MEMBER, ...resting('DENIED') } });
        }
        await gate.promise;
        return json({ member: { guid: MEMBER, error: ERROR } });
      },
      { ...PLATFORM, now: () => clock.ms },
    );
    const early = [readStatus({ proxy }), readStatus({ proxy })];
    await settle();
    const late = readStatus({ proxy });
    await settle();
    gate.resolve();
    for (const read of [...early, late])
      expect(await memberIn(read)).toMatchObject({ error: TOLD });
    clock.ms += 2_999;
    expect(await memberIn(readStatus({ proxy }))).toMatchObject({ error: TOLD });
    expect(calls.map(({ path }) => path)).toEqual([STATUS_PATH, MEMBER_PATH]);
    expect(events.filter(({ coalesced }) => coalesced)).toHaveLength(3);
    clock.ms += 1;
    await readStatus({ proxy });
    expect(calls).toHaveLength(4);
  });

  it('takes the read of its member with it when the browser goes away', async () => {
    const { proxy, calls } = harness(
      ({ path, signal }) =>
        path.endsWith('/status')
          ? json({ member: { guid: MEMBER, ...resting('DENIED') } })
          : new Promise((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason)),
            ),
      PLATFORM,
    );
    const leaving = new AbortController();
    const left = proxy(browser('GET', `/members/${MEMBER}/status`, { signal: leaving.signal }));
    await settle();
    leaving.abort();
    expect((await left).status).toBe(499);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  it('does not wait more than 2 seconds for a member read that hangs', async () => {
    vi.useFakeTimers();
    try {
      const { proxy, calls } = harness(
        ({ path }) =>
          path.endsWith('/status')
            ? json({ member: { guid: MEMBER, ...resting('DENIED') } })
            : new Promise(() => {}),
        PLATFORM,
      );
      const read = readStatus({ proxy });
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await memberIn(read)).toMatchObject({ connection_status: 'DENIED', error: null });
      expect(calls.map(({ signal }) => signal.aborted)).toEqual([false, true]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of another member is completed by that one', async () => {
    const api = at(resting('DENIED'));
    await readStatus(api);
    await readStatus(api, OTHER_MEMBER);
    expect(api.asked().slice(2)).toEqual([
      `/users/${USER}/members/${OTHER_MEMBER}/status`,
      `/users/${USER}/members/${OTHER_MEMBER}`,
    ]);
  });
});

it("Atrium's status is not asked about further: it has no such error", async () => {
  const { proxy, calls } = harness(() => json({ member: { guid: MEMBER, ...resting('DENIED') } }));
  expect(await memberIn(readStatus({ proxy }))).toEqual({ guid: MEMBER, ...resting('DENIED') });
  expect(calls).toHaveLength(1);
});
