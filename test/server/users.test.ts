import { describe, expect, it } from 'vitest';
import { ensureUser } from '../../src/server.ts';
import {
  API_KEY,
  browser,
  CLIENT_ID,
  Deferred,
  harness,
  json,
  settle,
  upstream,
} from './support.ts';
import type { Captured, Script } from './support.ts';

const nth = (index: number): string =>
  `USR-00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

/** An Atrium with users numbered from 0, identified as `person-0` and so on. */
function directory(size: number): { script: Script; remove: (identifier: string) => void } {
  const users = Array.from({ length: size }, (_, index) => ({
    guid: nth(index),
    identifier: `person-${index}`,
  }));
  let made = size;
  const script: Script = ({ method, path, body }) => {
    const url = new URL(path, 'https://x');
    const [, , guid] = url.pathname.split('/');
    if (guid !== undefined) {
      const exists = users.some((user) => user.guid === guid);
      return exists ? json({ members: [] }) : json({}, { status: 404 });
    }
    if (method === 'POST') {
      const { identifier } = (body as { user: { identifier: string } }).user;
      if (users.some((user) => user.identifier === identifier)) return json({}, { status: 409 });
      users.push({ guid: nth(made++), identifier });
      return json({ user: users.at(-1) });
    }
    const page = Number(url.searchParams.get('page'));
    const perPage = Number(url.searchParams.get('records_per_page'));
    return json({
      users: users.slice((page - 1) * perPage, page * perPage),
      pagination: { total_pages: Math.max(1, Math.ceil(users.length / perPage)) },
    });
  };
  const remove = (identifier: string): void => {
    users.splice(
      users.findIndex((user) => user.identifier === identifier),
      1,
    );
  };
  return { script, remove };
}

const asked = (calls: Captured[]): string[] => calls.map(({ method, path }) => `${method} ${path}`);

const visitor = (script: Script, identifier: () => string) =>
  harness(script, { resolveUser: () => ({ identifier: identifier() }) });

describe("the host's own user id", () => {
  it('becomes an MX user on the first visit, and is known on the next', async () => {
    const { proxy, calls } = visitor(directory(0).script, () => 'person-0');
    await proxy(browser('GET', '/members'));
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'POST /users',
      `GET /users/${nth(0)}/members`,
      `GET /users/${nth(0)}/members`,
    ]);
    expect(calls[0]?.body).toEqual({ user: { identifier: 'person-0' } });
  });

  it('makes one user, however many first visits come at once', async () => {
    const gate = new Deferred<void>();
    const { script } = directory(0);
    const { proxy, calls } = visitor(
      async (call) => {
        await gate.promise;
        return script(call);
      },
      () => 'person-0',
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
    const { script } = directory(0);
    const { proxy, calls } = visitor(
      async (call) => {
        await gate.promise;
        return script(call);
      },
      () => 'person-0',
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

  it('is found among the users that exist, and so are those seen on the way', async () => {
    let who = 'person-250';
    const { proxy, calls } = visitor(directory(301).script, () => who);
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'POST /users',
      'GET /users?page=1&records_per_page=100',
      'GET /users?page=2&records_per_page=100',
      'GET /users?page=3&records_per_page=100',
      `GET /users/${nth(250)}/members`,
    ]);
    who = 'person-17';
    await proxy(browser('GET', '/members'));
    expect(asked(calls).slice(5)).toEqual([`GET /users/${nth(17)}/members`]);
  });

  it('is looked for again after a failure', async () => {
    const { script } = directory(0);
    const failures = [json({}, { status: 500 })];
    const { proxy, events } = visitor(
      (call) => failures.shift() ?? script(call),
      () => 'person-0',
    );
    expect((await proxy(browser('GET', '/members'))).status).toBe(502);
    expect(events[0]?.reason).toBe('MX refused to create the user (status 500).');
    expect((await proxy(browser('GET', '/members'))).status).toBe(200);
  });

  it('is looked for again after its MX user was deleted', async () => {
    const { script, remove } = directory(1);
    const { proxy, calls } = visitor(script, () => 'person-0');
    await proxy(browser('GET', '/members'));
    remove('person-0');
    expect((await proxy(browser('GET', '/members'))).status).toBe(404);
    expect((await proxy(browser('GET', '/members'))).status).toBe(200);
    expect(asked(calls).slice(-2)).toEqual(['POST /users', `GET /users/${nth(1)}/members`]);
  });

  it('makes no MX user of someone who only looks at banks, nor forgets one who looks in vain', async () => {
    const { script } = directory(0);
    const { proxy, calls } = visitor(
      (call) => (call.path.startsWith('/institutions') ? json({}, { status: 404 }) : script(call)),
      () => 'person-0',
    );
    await proxy(browser('GET', '/institutions/nowhere'));
    await proxy(browser('GET', '/members'));
    await proxy(browser('GET', '/institutions/nowhere'));
    await proxy(browser('GET', '/members'));
    expect(asked(calls)).toEqual([
      'GET /institutions/nowhere',
      'POST /users',
      `GET /users/${nth(0)}/members`,
      'GET /institutions/nowhere',
      `GET /users/${nth(0)}/members`,
    ]);
  });

  it('waits when Atrium says to', async () => {
    const { proxy } = visitor(
      () => json({}, { status: 429, headers: { 'retry-after': '9' } }),
      () => 'person-0',
    );
    const response = await proxy(browser('GET', '/members'));
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('9');
  });

  it.each(['', 'a@example.com', 'auth0|1', 'a b', '../users', 'USR-1', 'é', 'x'.repeat(256)])(
    'is refused, with the rule for the operator alone, when MX would not take it: %j',
    async (identifier) => {
      const { proxy, calls, events } = visitor(directory(0).script, () => identifier);
      const response = await proxy(browser('GET', '/members'));
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ error: { kind: 'server' } });
      expect(events[0]?.reason).toContain('letters, digits, hyphens and underscores');
      expect(calls).toEqual([]);
    },
  );
});

describe('what the host says about its visitor', () => {
  it.each([
    ['a bare id', 'person-0'],
    ['a bare guid', nth(1)],
    ['a guid of another kind', { userGuid: 'MBR-00000000-0000-0000-0000-000000000001' }],
    ['a guid with a path in it', { userGuid: `${nth(1)}/../..` }],
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

describe('ensureUser', () => {
  const access = { environment: 'production', apiKey: API_KEY, clientId: CLIENT_ID } as const;

  it('gives the guid of a new user, and of the same user again', async () => {
    const { fetch, calls } = upstream(directory(150).script);
    const first = await ensureUser({ ...access, fetch, identifier: 'new' });
    expect(first).toBe(nth(150));
    expect(await ensureUser({ ...access, fetch, identifier: 'new' })).toBe(first);
    expect(calls.every(({ url }) => url.startsWith('https://atrium.mx.com/users'))).toBe(true);
  });

  it('says why it could not, without the key', async () => {
    const { fetch } = upstream(() => json({ error: 'bad key' }, { status: 401 }));
    const failure = ensureUser({ ...access, fetch, identifier: 'new' });
    await expect(failure).rejects.toThrow('MX refused to create the user (status 401).');
    await expect(failure).rejects.not.toThrow(API_KEY);
  });

  it('gives up on a user that Atrium claims to have and never lists', async () => {
    const { fetch, calls } = upstream(({ method }) =>
      method === 'POST'
        ? json({}, { status: 409 })
        : json({ users: [{ guid: nth(1), identifier: 'other' }], pagination: {} }),
    );
    await expect(ensureUser({ ...access, fetch, identifier: 'new' })).rejects.toThrow(
      'Store the guid',
    );
    expect(calls).toHaveLength(201);
  });

  it('refuses an identifier that MX would not take', async () => {
    const { fetch, calls } = upstream(directory(0).script);
    await expect(ensureUser({ ...access, fetch, identifier: 'a@b.c' })).rejects.toThrow(TypeError);
    expect(calls).toEqual([]);
  });
});
