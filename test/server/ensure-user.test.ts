import { describe, expect, it } from 'vitest';
import { ensureUser } from '../../src/server.ts';
import { directory, PLATFORM, userGuid } from './directory.ts';
import { API_KEY, CLIENT_ID, json, upstream } from './support.ts';

describe('ensureUser', () => {
  const access = { environment: 'production', apiKey: API_KEY, clientId: CLIENT_ID } as const;

  it('gives the guid of a new user, and of the same user again', async () => {
    const { fetch, calls } = upstream(directory(150).script);
    const first = await ensureUser({ ...access, fetch, identifier: 'new' });
    expect(first).toBe(userGuid(150));
    expect(await ensureUser({ ...access, fetch, identifier: 'new' })).toBe(first);
    expect(calls.every(({ url }) => url.startsWith('https://atrium.mx.com/users'))).toBe(true);
  });

  it.each([undefined, 'v20111101', 'v20250224'] as const)(
    'does so on the Platform API, version %s',
    async (apiVersion) => {
      const { fetch, calls } = upstream(directory(150, PLATFORM).script);
      const options = { ...access, api: 'platform', apiVersion, fetch, identifier: 'new' } as const;
      expect(await ensureUser(options)).toBe(userGuid(150));
      expect(await ensureUser(options)).toBe(userGuid(150));
      expect(calls.every(({ url }) => url.startsWith('https://api.mx.com/users'))).toBe(true);
      const versions = new Set(calls.map(({ headers }) => headers.get('accept-version')));
      expect(versions).toEqual(new Set([apiVersion ?? 'v20250224']));
    },
  );

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
        : json({ users: [{ guid: userGuid(1), identifier: 'other' }], pagination: {} }),
    );
    await expect(ensureUser({ ...access, fetch, identifier: 'new' })).rejects.toThrow(
      'Store the guid',
    );
    expect(calls).toHaveLength(201);
  });

  it.each<[what: string, pages: unknown[], calls: number]>([
    ['says how many pages there are', [{ total_pages: 2 }, { total_pages: 2 }], 3],
    ['has an empty page', [{}, {}, undefined], 4],
  ])('gives up sooner when Atrium %s', async (_what, pages, expected) => {
    const { fetch, calls } = upstream(({ method, path }) => {
      if (method === 'POST') return json({}, { status: 409 });
      const pagination = pages[Number(new URL(path, 'https://x').searchParams.get('page')) - 1];
      const users = pagination ? [{ guid: userGuid(1), identifier: 'other' }] : [];
      return json({ users, pagination });
    });
    await expect(ensureUser({ ...access, fetch, identifier: 'new' })).rejects.toThrow(
      'Store the guid',
    );
    expect(calls).toHaveLength(expected);
  });

  it.each<[reason: string, made: Response, listed: Response]>([
    ['MX created a user without a guid.', json({ user: { guid: 'USR-1' } }), json({})],
    ['MX created a user without a guid.', json({ user: 'USR-1' }), json({})],
    [
      'MX refused to list users (status 500).',
      json({}, { status: 409 }),
      json({}, { status: 500 }),
    ],
  ])('says so when %s', async (reason, made, listed) => {
    const { fetch } = upstream(({ method }) => (method === 'POST' ? made : listed));
    await expect(ensureUser({ ...access, fetch, identifier: 'new' })).rejects.toThrow(reason);
  });

  it('refuses an identifier that MX would not take', async () => {
    const { fetch, calls } = upstream(directory(0).script);
    const failure = ensureUser({ ...access, fetch, identifier: 'a@b.c' });
    await expect(failure).rejects.toThrow(TypeError);
    await expect(failure).rejects.toThrow(/`identifier` .* letters, digits, hyphens/);
    expect(calls).toEqual([]);
  });
});
