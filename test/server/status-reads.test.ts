import { describe, expect, it } from 'vitest';
import { browser, CREDENTIAL, Deferred, harness, json, MEMBER, settle, USER } from './support.ts';
import type { Harness } from './support.ts';

const OTHER_MEMBER = 'MBR-00000000-0000-0000-0000-000000000001';
const OTHER_USER = 'USR-00000000-0000-0000-0000-000000000002';

const status = (connection_status: string): Response => json({ member: { connection_status } });

const read = (
  { proxy }: Pick<Harness, 'proxy'>,
  { member = MEMBER, signal }: { member?: string; signal?: AbortSignal } = {},
): Promise<Response> =>
  proxy(browser('GET', `/members/${member}/status`, { ...(signal && { signal }) }));

const seen = async (response: Promise<Response>): Promise<unknown> => {
  const body = (await (await response).json()) as { member?: { connection_status: string } };
  return body.member?.connection_status;
};

/** An Atrium whose every answer is given by hand, and a clock that is set by hand. */
function byHand(options = {}): Harness & { answers: Deferred<Response>[]; clock: { ms: number } } {
  const answers: Deferred<Response>[] = [];
  const clock = { ms: 1_000_000 };
  const made = harness(
    () => {
      const answer = new Deferred<Response>();
      answers.push(answer);
      return answer.promise;
    },
    { now: () => clock.ms, ...options },
  );
  return { ...made, answers, clock };
}

/** An Atrium that answers at once with the next status of a list. */
function inTurn(...statuses: string[]): Harness & { clock: { ms: number } } {
  const clock = { ms: 1_000_000 };
  let turn = 0;
  const made = harness(() => status(statuses[turn++] ?? 'EXHAUSTED'), { now: () => clock.ms });
  return { ...made, clock };
}

const nth = (index: number): string =>
  `MBR-00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

const WRITES: [method: string, path: string, body?: unknown][] = [
  ['PUT', '', { member: { metadata: 'x' } }],
  ['DELETE', ''],
  ['POST', '/aggregate'],
  ['PUT', '/resume', { member: { challenges: [{ guid: CREDENTIAL, value: 'x' }] } }],
  ['POST', '/verify'],
  ['POST', '/identify'],
];

const write = (
  { proxy }: Pick<Harness, 'proxy'>,
  [method, path, body]: (typeof WRITES)[number] = ['POST', '/aggregate'],
  member = MEMBER,
): Promise<Response> => proxy(browser(method, `/members/${member}${path}`, { body }));

describe('reads at the same time', () => {
  it('share one call and one answer', async () => {
    const atrium = byHand();
    const readers = [read(atrium), read(atrium), read(atrium)];
    await settle();
    expect(atrium.calls).toHaveLength(1);
    atrium.answers[0]?.resolve(status('CONNECTED'));
    expect(await Promise.all(readers.map(seen))).toEqual(['CONNECTED', 'CONNECTED', 'CONNECTED']);
    expect(atrium.events.filter(({ coalesced }) => coalesced)).toHaveLength(2);
  });

  it('share a refusal, and the next read asks again', async () => {
    const atrium = byHand();
    const readers = [read(atrium), read(atrium)];
    await settle();
    atrium.answers[0]?.resolve(json({}, { status: 404 }));
    expect((await Promise.all(readers)).map((response) => response.status)).toEqual([404, 404]);
    void read(atrium);
    await settle();
    expect(atrium.calls).toHaveLength(2);
  });

  it('share a failure, and the next read asks again', async () => {
    const atrium = byHand();
    const readers = [read(atrium), read(atrium)];
    await settle();
    atrium.answers[0]?.reject(new TypeError('fetch failed'));
    await settle();
    atrium.answers[1]?.reject(new TypeError('fetch failed'));
    expect((await Promise.all(readers)).map((response) => response.status)).toEqual([502, 502]);
    void read(atrium);
    await settle();
    expect(atrium.calls).toHaveLength(3);
  });

  it('of other members, or for other users, share nothing', async () => {
    let userGuid = USER;
    const atrium = byHand({ resolveUser: () => ({ userGuid }) });
    void read(atrium);
    void read(atrium, { member: OTHER_MEMBER });
    await settle();
    userGuid = OTHER_USER;
    void read(atrium);
    await settle();
    expect(atrium.calls.map(({ path }) => path)).toEqual([
      `/users/${USER}/members/${MEMBER}/status`,
      `/users/${USER}/members/${OTHER_MEMBER}/status`,
      `/users/${OTHER_USER}/members/${MEMBER}/status`,
    ]);
  });
});

describe('a reader who leaves', () => {
  it('does not take the answer from the others', async () => {
    const atrium = byHand();
    const leaving = new AbortController();
    const left = read(atrium, { signal: leaving.signal });
    const staying = read(atrium);
    await settle();
    leaving.abort();
    expect((await left).status).toBe(499);
    expect(atrium.calls[0]?.signal.aborted).toBe(false);
    atrium.answers[0]?.resolve(status('CONNECTED'));
    expect(await seen(staying)).toBe('CONNECTED');
    expect(atrium.calls).toHaveLength(1);
  });

  it('ends the call when nobody else waits, and the next reader starts a new one', async () => {
    const atrium = byHand();
    const leaving = new AbortController();
    const left = read(atrium, { signal: leaving.signal });
    await settle();
    leaving.abort();
    const next = read(atrium);
    expect((await left).status).toBe(499);
    await settle();
    expect(atrium.calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    atrium.answers[0]?.resolve(status('STALE'));
    atrium.answers[1]?.resolve(status('CONNECTED'));
    expect(await seen(next)).toBe('CONNECTED');
  });
});

describe('a reader who comes just as the last one leaves', () => {
  it.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
    'is not refused for the sake of the one who left (%i ticks before)',
    async (ticks) => {
      const atrium = byHand();
      const leaving = new AbortController();
      const left = read(atrium, { signal: leaving.signal });
      await settle();
      const coming = read(atrium);
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      leaving.abort();
      await settle();
      for (const answer of atrium.answers) answer.resolve(status('CONNECTED'));
      expect(await seen(coming)).toBe('CONNECTED');
      expect((await left).status).toBe(499);
    },
  );
});

describe('reads one after another', () => {
  it('ask Atrium at most once in three seconds', async () => {
    const atrium = inTurn('CREATED', 'CONNECTED');
    expect(await seen(read(atrium))).toBe('CREATED');
    atrium.clock.ms += 2_999;
    expect(await seen(read(atrium))).toBe('CREATED');
    expect(atrium.calls).toHaveLength(1);
    expect(atrium.events.map(({ coalesced }) => coalesced)).toEqual([false, true]);
    atrium.clock.ms += 1;
    expect(await seen(read(atrium))).toBe('CONNECTED');
  });

  it('count the three seconds from the answer, not from the last reader', async () => {
    const atrium = inTurn('CREATED', 'CONNECTED');
    await read(atrium);
    atrium.clock.ms += 2_000;
    await read(atrium);
    atrium.clock.ms += 1_000;
    expect(await seen(read(atrium))).toBe('CONNECTED');
  });

  it('do not repeat an answer from the future after the clock was set back', async () => {
    const atrium = inTurn('CREATED', 'CONNECTED');
    await read(atrium);
    atrium.clock.ms -= 3_600_000;
    expect(await seen(read(atrium))).toBe('CONNECTED');
  });

  it('go on being right for very many members', async () => {
    const { proxy, calls } = inTurn();
    for (let index = 0; index < 1_002; index += 1) await read({ proxy }, { member: nth(index) });
    expect(calls).toHaveLength(1_002);
    await read({ proxy }, { member: nth(1_001) });
    expect(calls).toHaveLength(1_002);
    await read({ proxy }, { member: nth(0) });
    expect(calls).toHaveLength(1_003);
  });
});

/** A read that has left before a write, and is still on its way when that is done. */
async function overtaken() {
  const atrium = byHand();
  const early = read(atrium);
  await settle();
  const writing = write(atrium);
  await settle();
  atrium.answers[1]?.resolve(status('WRITTEN'));
  await writing;
  return { atrium, early };
}

describe('a read after a write', () => {
  const allow = { verification: true, identification: true };

  it.each(WRITES)('does not repeat the state from before it: %s %s', async (...which) => {
    const statuses = ['BEFORE', 'WRITTEN', 'AFTER'];
    const atrium = harness(() => status(statuses.shift() ?? ''), { allow, now: () => 0 });
    expect(await seen(read(atrium))).toBe('BEFORE');
    await write(atrium, which);
    expect(await seen(read(atrium))).toBe('AFTER');
  });

  it('does not repeat it when the write failed either: it may have been done', async () => {
    const answers = [status('BEFORE'), new Response('', { status: 504 }), status('AFTER')];
    const atrium = harness(() => answers.shift() ?? status(''), { now: () => 0 });
    await read(atrium);
    expect((await write(atrium)).status).toBe(502);
    expect(await seen(read(atrium))).toBe('AFTER');
  });

  it('repeats what it would without one after a look at something else of the member', async () => {
    const { proxy, calls } = harness(() => json({ member: {}, challenges: [] }), { now: () => 0 });
    await read({ proxy });
    await proxy(browser('GET', `/members/${MEMBER}/challenges`));
    await proxy(browser('GET', `/members/${MEMBER}`));
    await read({ proxy });
    expect(calls.filter(({ path }) => path.endsWith('/status'))).toHaveLength(1);
  });

  it('joins the read that left after it, though one from before comes back in between', async () => {
    const { atrium, early } = await overtaken();
    const late = read(atrium);
    await settle();
    atrium.answers[0]?.resolve(status('BEFORE'));
    await early;
    const joining = read(atrium);
    await settle();
    expect(atrium.calls).toHaveLength(3);
    atrium.answers[2]?.resolve(status('AFTER'));
    expect([await seen(late), await seen(joining)]).toEqual(['AFTER', 'AFTER']);
  });

  it('leaves other members alone', async () => {
    const atrium = inTurn('BEFORE', 'WRITTEN');
    await read(atrium);
    await write(atrium, WRITES[2], OTHER_MEMBER);
    expect(await seen(read(atrium))).toBe('BEFORE');
  });

  it('does not see a read that left before the write and came back after it', async () => {
    const { atrium, early } = await overtaken();
    atrium.answers[0]?.resolve(status('BEFORE'));
    expect(await seen(early)).toBe('BEFORE');

    const late = read(atrium);
    await settle();
    atrium.answers[2]?.resolve(status('AFTER'));
    expect(await seen(late)).toBe('AFTER');
  });

  it('does not trust a read that left during the write and came back after it', async () => {
    const atrium = byHand();
    const writing = write(atrium);
    await settle();
    const during = read(atrium);
    await settle();
    atrium.answers[0]?.resolve(status('WRITTEN'));
    await writing;
    const late = read(atrium);
    await settle();
    expect(atrium.calls).toHaveLength(3);
    atrium.answers[2]?.resolve(status('AFTER'));
    expect(await seen(late)).toBe('AFTER');
    atrium.answers[1]?.resolve(status('UNSURE'));
    expect(await seen(during)).toBe('UNSURE');
    expect(await seen(read(atrium))).toBe('AFTER');
  });
});

describe('remembered statuses', () => {
  const image = 'x'.repeat(4_000_000);

  it('are forgotten, oldest first, when they hold more than 16 million characters', async () => {
    const made = harness(() => json({ member: { connection_status: 'CHALLENGED', image } }));
    for (let index = 0; index < 5; index += 1) await read(made, { member: nth(index) });
    const calls = made.calls.length;
    await read(made, { member: nth(4) });
    await read(made, { member: nth(2) });
    expect(made.calls).toHaveLength(calls);
    await read(made, { member: nth(0) });
    expect(made.calls).toHaveLength(calls + 1);
  });

  it('make room again once they are forgotten', async () => {
    const made = harness(() => json({ member: { connection_status: 'CHALLENGED', image } }));
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 3; index += 1) {
        await read(made, { member: nth(index) });
        if (round < 2) await write(made, ['POST', '/aggregate'], nth(index));
      }
    }
    const calls = made.calls.length;
    for (let index = 0; index < 3; index += 1) await read(made, { member: nth(index) });
    expect(made.calls).toHaveLength(calls);
  });
});
