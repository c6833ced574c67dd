import { describe, expect, it } from 'vitest';
import { ATRIUM, directory, PLATFORM, userGuid } from './directory.ts';
import { APIS, browser, Deferred, harness, json, member, settle } from './support.ts';
import type { Captured, Script } from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

const asked = (calls: Captured[]): string[] => calls.map(({ method, path }) => `${method} ${path}`);

const visitor = (script: Script, identifier: () => string, api: AtriumApi = ATRIUM) =>
  harness(script, { ...api, resolveUser: () => ({ identifier: identifier() }) });

describe.each(APIS)("the host's own user id, on %s,", (_name, api) => {
  it('becomes an MX user on the first visit, and is known on the next', async () => {
    const { proxy, calls } = visitor(directory(0, api).script, () => 'person-0', api);
    await proxy(browser('GET', '/members'));
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'POST /users',
      `GET /users/${userGuid(0)}/members`,
      `GET /users/${userGuid(0)}/members`,
    ]);
    const name = api.api === 'platform' ? 'id' : 'identifier';
    expect(calls[0]?.body).toEqual({ user: { [name]: 'person-0' } });
  });

  it('makes one user, however many first visits come at once', async () => {
    const gate = new Deferred<void>();
    const { script } = directory(0, api);
    const { proxy, calls } = visitor(
      async (call) => {
        await gate.promise;
        return script(call);
      },
      () => 'person-0',
      api,
    );
    const visits = Array.from({ length: 20 }, () => proxy(browser('GET', '/members')));
    await settle();
    gate.resolve();
    expect(new Set((await Promise.all(visits)).map(({ status }) => status))).toEqual(
      new Set([200]),
    );
    expect(calls.filter(({ path }) => path === '/users')).toHaveLength(1);
  });

  it('is one visit for those who wait, even if the first visitor leaves', async () => {
    const gate = new Deferred<void>();
    const { script } = directory(0, api);
    const { proxy, calls } = visitor(
      async (call) => {
        await gate.promise;
        return script(call);
      },
      () => 'person-0',
      api,
    );
    const leaving = new AbortController();
    void proxy(browser('GET', '/members', { signal: leaving.signal }));
    const staying = proxy(browser('GET', '/members'));
    await settle();
    leaving.abort();
    expect(calls[0]?.signal.aborted).toBe(false);
    gate.resolve();
    expect((await staying).status).toBe(200);
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is looked for again after a failure', async () => {
    const { script } = directory(0, api);
    const failures = [json({}, { status: 500 })];
    const { proxy, events } = visitor(
      (call) => failures.shift() ?? script(call),
      () => 'person-0',
      api,
    );
    expect((await proxy(browser('GET', '/members'))).status).toBe(502);
    expect(events[0]?.reason).toBe('MX refused to create the user (status 500).');
    expect((await proxy(browser('GET', '/members'))).status).toBe(200);
  });

  it('is looked for again after its MX user was deleted', async () => {
    const { script, remove } = directory(1, api);
    const { proxy, calls } = visitor(script, () => 'person-0', api);
    await proxy(browser('GET', '/members'));
    remove('person-0');
    expect((await proxy(browser('GET', '/members'))).status).toBe(404);
    expect((await proxy(browser('GET', '/members'))).status).toBe(200);
    expect(asked(calls).slice(-4)).toEqual([
      `GET /users/${userGuid(0)}/members`,
      `GET /users/${userGuid(0)}`,
      'POST /users',
      `GET /users/${userGuid(1)}/members`,
    ]);
  });

  it('makes no MX user of someone who only looks at banks, nor forgets one who looks in vain', async () => {
    const { script } = directory(0, api);
    const { proxy, calls } = visitor(
      (call) => (call.path.startsWith('/institutions') ? json({}, { status: 404 }) : script(call)),
      () => 'person-0',
      api,
    );
    await proxy(browser('GET', '/institutions/nowhere'));
    await proxy(browser('GET', '/members'));
    await proxy(browser('GET', '/institutions/nowhere'));
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'GET /institutions/nowhere',
      'POST /users',
      `GET /users/${userGuid(0)}/members`,
      'GET /institutions/nowhere',
      `GET /users/${userGuid(0)}/members`,
    ]);
  });

  it('is not looked for again because MX failed at something else', async () => {
    const { script } = directory(0, api);
    const { proxy, calls } = visitor(
      (call) => (call.path.endsWith('/members') ? json({}, { status: 500 }) : script(call)),
      () => 'person-0',
      api,
    );
    await proxy(browser('GET', '/members'));
    await proxy(browser('GET', '/members'));
    expect(asked(calls).filter((call) => call === 'POST /users')).toHaveLength(1);
  });

  it('waits when Atrium says to', async () => {
    const { proxy } = visitor(
      () => json({}, { status: 429, headers: { 'retry-after': '9' } }),
      () => 'person-0',
      api,
    );
    const response = await proxy(browser('GET', '/members'));
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('9');
  });

  it.each(['', 'a@example.com', 'auth0|1', 'a b', '../users', 'USR-1', 'é', 'x'.repeat(256)])(
    'is refused, with the rule for the operator alone, when MX would not take it: %j',
    async (identifier) => {
      const { proxy, calls, events } = visitor(directory(0, api).script, () => identifier, api);
      const response = await proxy(browser('GET', '/members'));
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ error: { kind: 'server' } });
      expect(events[0]?.reason).toContain('letters, digits, hyphens, and underscores');
      expect(calls).toEqual([]);
    },
  );
});

describe("the host's own user id, once MX has the user,", () => {
  it('is found among the users of Atrium, and so are those seen on the way', async () => {
    let who = 'person-250';
    const { proxy, calls } = visitor(directory(301).script, () => who);
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'POST /users',
      'GET /users?page=1&records_per_page=100',
      'GET /users?page=2&records_per_page=100',
      'GET /users?page=3&records_per_page=100',
      `GET /users/${userGuid(250)}/members`,
    ]);
    who = 'person-17';
    await proxy(browser('GET', '/members'));
    expect(asked(calls).slice(5)).toEqual([`GET /users/${userGuid(17)}/members`]);
  });

  it('is forgotten once 10,000 others have been looked up after it', async () => {
    let index = 0;
    let calls = 0;
    const { proxy } = harness(() => member(), {
      resolveUser: () => ({ identifier: `person-${index}` }),
      fetch: async (_url, { method }) => {
        calls += 1;
        return json(method === 'POST' ? { user: { guid: userGuid(index) } } : { members: [] });
      },
    });
    const request = browser('GET', '/members');
    const cost = async (person: number): Promise<number> => {
      const before = calls;
      index = person;
      await proxy(request);
      return calls - before;
    };
    for (let person = 0; person <= 10_000; person += 1) await cost(person);
    expect(await cost(1)).toBe(1);
    expect(await cost(0)).toBe(2);
  });

  it('is found among whatever else MX lists', async () => {
    const users = [null, 'person-0', [], { guid: userGuid(3) }, { identifier: 'person-0' }];
    const { proxy, calls } = visitor(
      ({ method, path }) => {
        if (method === 'POST') return json({}, { status: 409 });
        if (!path.startsWith('/users?')) return json({ members: [] });
        return json({ users: [...users, { guid: userGuid(7), identifier: 'person-0' }] });
      },
      () => 'person-0',
    );
    expect((await proxy(browser('GET', '/members'))).status).toBe(200);
    expect(asked(calls).at(-1)).toBe(`GET /users/${userGuid(7)}/members`);
  });

  it('is found on the Platform API in one call', async () => {
    const { proxy, calls } = visitor(directory(301, PLATFORM).script, () => 'person-250', PLATFORM);
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'POST /users',
      'GET /users?id=person-250&page=1&records_per_page=100',
      `GET /users/${userGuid(250)}/members`,
    ]);
  });

  it('is not taken for another that the Platform API lists', async () => {
    const users = [
      { guid: userGuid(1), id: 'person-25' },
      { guid: userGuid(2), id: 'person-250' },
    ];
    const { proxy, calls } = visitor(
      ({ method, path }) => {
        if (method === 'POST') return json({}, { status: 409 });
        if (path.startsWith('/users?')) return json({ users, pagination: { total_pages: 1 } });
        return json({ members: [] });
      },
      () => 'person-250',
      PLATFORM,
    );
    await proxy(browser('GET', '/members'));
    expect(asked(calls).at(-1)).toBe(`GET /users/${userGuid(2)}/members`);
  });
});

describe('what the host says about its visitor', () => {
  it.each([
    ['a bare id', 'person-0'],
    ['a bare guid', userGuid(1)],
    ['a guid of another kind', { userGuid: 'MBR-00000000-0000-0000-0000-000000000001' }],
    ['a guid with a path in it', { userGuid: `${userGuid(1)}/../..` }],
    ['nothing it knows', {}],
    ['true', true],
  ])('is not guessed at when it is %s', async (_what, answer) => {
    const { proxy, calls } = harness(() => json({ members: [] }), {
      // @ts-expect-error a host without types may return anything
      resolveUser: () => answer,
    });
    expect((await proxy(browser('GET', '/members'))).status).toBe(500);
    expect(calls).toEqual([]);
  });

  it.each([null, undefined])('is "nobody" when it is %s', async (answer) => {
    const { proxy } = harness(() => json({ members: [] }), {
      // @ts-expect-error a host without types may return undefined
      resolveUser: () => answer,
    });
    expect((await proxy(browser('GET', '/members'))).status).toBe(401);
  });

  it('may fail without its words reaching anyone', async () => {
    const { proxy, events } = harness(() => json({ members: [] }), {
      resolveUser: () => {
        throw new RangeError('session secret s3cr3t');
      },
    });
    const response = await proxy(browser('GET', '/members'));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('s3cr3t');
    expect(events[0]?.reason).toBe(
      'resolveUser threw (RangeError). Report its failures inside it.',
    );
  });
});
