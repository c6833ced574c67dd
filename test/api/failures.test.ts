import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ATRIUM_ERROR_KINDS, AtriumError } from '../../src/domain/errors.ts';
import type { AtriumErrorKind } from '../../src/domain/errors.ts';
import { GUID, harness, json, rejection, status, VERB_NAMES, VERBS } from './support.ts';

const NOW = Date.UTC(2026, 0, 1);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const KINDS: readonly [number, AtriumErrorKind][] = [
  [400, 'invalid'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'server'],
  [406, 'invalid'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [413, 'invalid'],
  [415, 'invalid'],
  [418, 'invalid'],
  [422, 'invalid'],
  [429, 'throttled'],
  [500, 'server'],
  [501, 'server'],
  [502, 'server'],
  [503, 'server'],
  [504, 'timeout'],
  [599, 'server'],
  [302, 'unreadable'],
  [304, 'unreadable'],
  [307, 'unreadable'],
];

describe('the status alone decides what kind of failure it is', () => {
  it.each(KINDS)('%i is %s', async (code, kind) => {
    const { client } = harness(() => status(code));
    const error = await rejection(VERBS.updateMember(client));
    expect(error).toBeInstanceOf(AtriumError);
    expect(error).toMatchObject({ kind, status: code });
  });

  it('is not talked out of it by the body', async () => {
    const { client } = harness(() => json({ error: { kind: 'not-found' } }, { status: 500 }));
    await expect(client.readMember(GUID)).rejects.toMatchObject({ kind: 'server' });
  });

  it.each<[code: number, kind: AtriumErrorKind]>([
    [429, 'too-many-attempts'],
    [500, 'server'],
    [409, 'conflict'],
  ])('reads `too-many-attempts` from the body of a 429 only: %i', async (code, kind) => {
    const body = { error: { kind: 'too-many-attempts' } };
    const { client } = harness(() => json(body, { status: code }));
    expect(await rejection(VERBS.updateMember(client))).toMatchObject({ kind, status: code });
  });

  it('takes 405 for the limit only where a member is created, and for too late where one answers', async () => {
    const { client } = harness(() => status(405));
    const meant = new Map([
      ['createMember', 'member-limit'],
      ['resumeMember', 'conflict'],
    ]);
    for (const verb of VERB_NAMES) {
      const kind = meant.get(verb) ?? 'server';
      expect(await rejection(VERBS[verb](client)), verb).toMatchObject({ kind });
    }
  });

  it.each([400, 405, 409, 422])('does not blame a person who only reads for a %i', async (code) => {
    const { client } = harness(() => status(code));
    for (const verb of VERB_NAMES.filter((name) => /^(list|read|delete)/.test(name))) {
      expect(await rejection(VERBS[verb](client)), verb).toMatchObject({
        kind: 'server',
        status: code,
      });
    }
  });

  it('takes a redirect that the browser hides for a page, not for the network', async () => {
    const { client } = harness(() =>
      Object.defineProperties(new Response(null, { status: 200 }), {
        type: { value: 'opaqueredirect' },
        status: { value: 0 },
        ok: { value: false },
      }),
    );
    const error = await rejection(client.readMember(GUID));
    expect(error).toMatchObject({ kind: 'unreadable' });
    expect(String(error)).toMatch(/signed out gets 401/);
  });

  it('calls it offline when no answer comes', async () => {
    const { client } = harness(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(client.readMember(GUID)).rejects.toMatchObject({ kind: 'offline' });
  });

  it('calls it offline when the answer breaks off', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
    const { client } = harness(() => new Response(broken));
    await expect(client.readMember(GUID)).rejects.toMatchObject({ kind: 'offline' });
  });

  it('calls it offline when the host cannot say its headers', async () => {
    const { client, sent } = harness(() => status(204), {
      headers: () => Promise.reject(new Error('no token')),
    });
    await expect(client.readMember(GUID)).rejects.toMatchObject({ kind: 'offline' });
    expect(sent).toEqual([]);
  });

  it('names the function that failed and what to look at, for every kind', async () => {
    const seen = new Set<string>();
    const attempts = json({ error: { kind: 'too-many-attempts' } }, { status: 429 });
    const codes = [400, 401, 403, 404, 405, 409, 429, 500, 302, 504];
    for (const response of [...codes.map((code) => status(code)), attempts]) {
      const { client } = harness(() => response);
      const error = await rejection(client.createMember({ institutionCode: 'mxbank' }));
      if (!(error instanceof AtriumError)) throw error;
      expect(error.message).toMatch(/^createMember: .{20,} \(HTTP \d{3}\)\.$/);
      seen.add(error.kind).add(error.message);
    }
    expect(ATRIUM_ERROR_KINDS.filter((kind) => !seen.has(kind))).toEqual(['offline', 'unsafe']);
  });
});

describe('an answer that is no answer', () => {
  const HTML = '<!doctype html><title>Sign in</title>';

  it.each([
    ['a page', () => new Response(HTML, { headers: { 'content-type': 'text/html' } })],
    ['cut-off JSON', () => new Response('{"member":{"guid":"MB')],
    ['null', () => json(null)],
    ['a list', () => json([])],
    ['a string', () => json('member')],
    ['another wrapper', () => json({ user: {} })],
    ['a wrapper around nothing', () => json({ member: null, institution: 'x', members: {} })],
    ['something without an id', () => json({ member: { guid: null }, institution: { code: '' } })],
    ['a member whose id is a number', () => json({ member: { guid: 7 }, account: { guid: 7 } })],
  ])('is unreadable when it is %s', async (_name, answer) => {
    const { client } = harness(answer);
    for (const verb of VERB_NAMES.filter((name) => name !== 'deleteMember')) {
      expect(await rejection(VERBS[verb](client)), verb).toMatchObject({ kind: 'unreadable' });
    }
  });

  it('does not take a sign-in page for a deletion', async () => {
    const { client } = harness(() => new Response(HTML));
    await expect(client.deleteMember(GUID)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it.each(['readMember', 'readMemberStatus', 'readInstitution', 'createMember'] as const)(
    '%s is unreadable without content',
    async (verb) => {
      const { client } = harness(() => status(204));
      await expect(VERBS[verb](client)).rejects.toMatchObject({ kind: 'unreadable' });
    },
  );

  it('does not take an empty 200 for an empty list', async () => {
    const { client } = harness(() => new Response(''));
    await expect(client.listChallenges(GUID)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('how long to wait', () => {
  const waitOf = async (code: number, header: string) => {
    const { client } = harness(() => status(code, { 'retry-after': header }));
    const error = await rejection(client.readMember(GUID));
    return error instanceof AtriumError ? error.retryAfterMs : error;
  };

  it.each([
    [429, '7', 7_000],
    [503, '7', 7_000],
    [429, '0', 0],
    [429, '86400', 600_000],
    [429, 'soon', undefined],
    [429, '', undefined],
    [500, '7', undefined],
  ])('%i with %j: %s ms', async (code, header, expected) => {
    expect(await waitOf(code, header)).toBe(expected);
  });

  it.each([
    [90_000, 90_000],
    [-90_000, 0],
    [86_400_000, 600_000],
  ])(
    'is %i ms by the clock of the server, whatever that of the page says',
    async (ms, expected) => {
      const date = new Date(NOW + 1_800_000);
      const headers = {
        date: date.toUTCString(),
        'retry-after': new Date(date.getTime() + ms).toUTCString(),
      };
      const error = await rejection(harness(() => status(429, headers)).client.readMember(GUID));
      expect(error).toMatchObject({ retryAfterMs: expected });
    },
  );

  it('is not known from a date alone', async () => {
    expect(await waitOf(429, new Date(NOW + 90_000).toUTCString())).toBe(undefined);
  });

  it('is as long as the server says after too many attempts', async () => {
    const body = { error: { kind: 'too-many-attempts' } };
    const { client } = harness(() =>
      json(body, { status: 429, headers: { 'retry-after': '3600' } }),
    );
    const error = await rejection(VERBS.updateMember(client));
    expect(error).toMatchObject({ retryAfterMs: 3_600_000 });
  });

  it('is not known without the header', async () => {
    const { client } = harness(() => status(429));
    const error = await rejection(client.readMember(GUID));
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: undefined });
  });
});

describe('a response about another member', () => {
  const other = { guid: 'MBR-2', connection_status: 'CONNECTED', is_being_aggregated: false };

  it.each([
    'readMember',
    'readMemberStatus',
    'updateMember',
    'aggregateMember',
    'verifyMember',
    'identifyMember',
    'resumeMember',
  ] as const)('makes %s reject as unreadable', async (verb) => {
    const { client } = harness(() => json({ member: other }));
    expect(await rejection(VERBS[verb](client))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a member that exists already', () => {
  const conflict = (body: unknown, code = 409) => {
    const { client } = harness(() => json(body, { status: code }));
    return rejection(client.createMember({ institutionCode: 'mxbank' }));
  };

  it('is named', async () => {
    const error = await conflict({ error: { member_guid: GUID } });
    expect(error).toMatchObject({ kind: 'conflict', memberGuid: GUID });
  });

  it.each([
    { error: { member_guid: '../logout' } },
    { error: { member_guid: 5 } },
    { error: 'MBR-1' },
    { member_guid: GUID },
    null,
    [],
  ])('is not made up from %j', async (body) => {
    expect(await conflict(body)).toMatchObject({ kind: 'conflict', memberGuid: undefined });
  });

  it('is named by a 409 alone', async () => {
    const error = await conflict({ error: { member_guid: GUID } }, 400);
    expect(error).toMatchObject({ kind: 'invalid', memberGuid: undefined });
  });
});

describe('the time is up', () => {
  const never = () => new Promise<Response>(() => undefined);

  it.each(VERB_NAMES)('%s gives up after 30 seconds', async (verb) => {
    const { client } = harness(never);
    const outcome = vi.fn<(kind: unknown) => void>();
    VERBS[verb](client).catch((error: unknown) => outcome(error));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome.mock.lastCall?.[0]).toMatchObject({ kind: 'timeout', status: undefined });
  });

  it('gives up when the host says, and lets go of the connection', async () => {
    const { client, sent } = harness(never, { timeoutMs: 500 });
    const error = rejection(client.readMember(GUID));
    await vi.advanceTimersByTimeAsync(500);
    expect(await error).toMatchObject({ kind: 'timeout' });
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  it('counts the time that the body takes', async () => {
    const { client } = harness(() => new Response(new ReadableStream({})));
    const error = rejection(client.readMember(GUID));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await error).toMatchObject({ kind: 'timeout' });
  });

  it('counts the time that the host takes for its headers', async () => {
    const { client } = harness(never, { headers: () => new Promise<Headers>(() => undefined) });
    const error = rejection(client.readMember(GUID));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await error).toMatchObject({ kind: 'timeout' });
  });

  it('leaves no timer behind', async () => {
    const { client } = harness(() => json({ member: { guid: GUID } }));
    await client.readMember(GUID);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the caller gives up', () => {
  it.each(VERB_NAMES)(
    '%s rejects with the reason of the signal, and nothing else',
    async (verb) => {
      const controller = new AbortController();
      const reason = new Error('the query was cancelled');
      const { client, sent } = harness(() => new Promise(() => undefined));
      const error = rejection(VERBS[verb](client, { signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(0);
      controller.abort(reason);
      expect(await error).toBe(reason);
      expect(sent[0]?.init.signal?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('sends nothing when that was before', async () => {
    const { client, sent } = harness(() => json({ member: { guid: GUID } }));
    const error = await rejection(client.readMember(GUID, { signal: AbortSignal.abort('gone') }));
    expect(error).toBe('gone');
    expect(sent).toEqual([]);
  });

  it('lets go of a signal that outlives the request', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { client } = harness(() => json({ member: { guid: GUID } }));
    await client.readMember(GUID, { signal });
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
    expect(added).toHaveBeenCalledOnce();
  });
});

describe('nothing is ever sent twice', () => {
  it.each(VERB_NAMES)('%s gives up at the first failure', async (verb) => {
    for (const answer of [
      () => status(500),
      () => status(429, { 'retry-after': '0' }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ]) {
      const { client, sent } = harness(answer);
      const error = rejection(VERBS[verb](client));
      await vi.runAllTimersAsync();
      expect(await error).toBeInstanceOf(AtriumError);
      expect(sent).toHaveLength(1);
    }
  });
});
