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

  it('refuses an identifier that MX would not take', async () => {
    const { fetch, calls } = upstream(directory(0).script);
    await expect(ensureUser({ ...access, fetch, identifier: 'a@b.c' })).rejects.toThrow(TypeError);
    expect(calls).toEqual([]);
  });
});
