import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialects, follow, HOUR_MS, mxBank, newUser, serve } from './start.ts';
import type { Connection, Served } from './start.ts';

describe.each(dialects)('$api, over HTTP', (dialect) => {
  const { headers, ownId } = dialect;
  let served: Served;

  beforeEach(async () => {
    served = await serve(headers);
  });
  afterEach(() => served.close());

  const connect = async (password = 'password', member: object = {}): Promise<Connection> =>
    follow(served, await newUser(served), { ...mxBank(password), ...member });

  it('answers in its own media type, refusals included', async () => {
    const answers = [await served.call('GET', '/users'), await served.call('GET', '/users/nobody')];
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    for (const answer of answers) {
      expect(answer.headers.get('Content-Type')).toBe(dialect.mediaType);
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(answers[1]?.body).toEqual({ error: { message: 'No user has this guid.' } });
  });

  it('refuses whoever has no keys, or other ones than were configured', async () => {
    const known = await serve(headers, { keys: { apiKey: 'key', clientId: 'client' } });
    const other = await serve(headers, { keys: { apiKey: 'another', clientId: 'client' } });
    expect((await known.call('GET', '/users')).status).toBe(200);
    expect((await other.call('GET', '/users')).status).toBe(401);
    await Promise.all([known.close(), other.close()]);
    const keyless = Object.fromEntries(
      Object.entries(headers).filter(([name]) => name.startsWith('Accept')),
    );
    expect((await served.call('GET', '/nowhere', undefined, keyless)).status).toBe(401);
  });

  it('creates, reads, changes and deletes a user', async () => {
    const created = await served.call('POST', '/users', { user: { [ownId]: 'pat' } });
    const { guid } = created.body.user;
    expect(created.body.user).toMatchObject({ guid, [ownId]: 'pat', is_disabled: false });
    const again = await served.call('POST', '/users', { user: { [ownId]: 'pat' } });
    expect(again.status).toBe(409);
    const changed = await served.call('PUT', `/users/${guid}`, { user: { metadata: 'm' } });
    expect(changed.body.user).toMatchObject({ [ownId]: 'pat', metadata: 'm' });
    expect((await served.call('PUT', `/users/${guid}`, { user: {} })).status).toBe(400);
    expect((await served.call('POST', '/users', { user: { [ownId]: 'USR-1' } })).status).toBe(400);
    expect((await served.call('DELETE', `/users/${guid}`)).status).toBe(204);
    expect((await served.call('GET', `/users/${guid}`)).status).toBe(404);
  });

  it('takes an empty list for one page', async () => {
    expect((await served.call('GET', '/users')).body.pagination).toEqual({
      current_page: 1,
      per_page: 25,
      total_entries: 0,
      total_pages: 1,
    });
  });

  it('connects, asks and is answered, and hands out what it has read', async () => {
    const connection = await connect('challenge');
    expect(await connection.settled()).toMatchObject({ connection_status: 'CHALLENGED' });
    const resumed = await connection.answer('correct');
    expect([resumed.status, resumed.body.member.connection_status]).toEqual([202, 'RESUMED']);
    expect(await connection.settled()).toMatchObject({
      connection_status: 'CONNECTED',
      is_authenticated: true,
      is_being_aggregated: false,
      has_processed_accounts: true,
      has_processed_transactions: true,
    });
    const { call, path } = connection;
    expect((await call('GET', `${path}/challenges`)).status).toBe(204);
    expect((await call('PUT', `${path}/resume`, { member: { challenges: [] } })).status).toBe(405);
    expect((await call('GET', `${path}/accounts`)).body.accounts).toHaveLength(4);
  });

  it.each(['value', 'label'] as const)('takes the %s of an option for an answer', async (name) => {
    const connection = await connect('code');
    const { challenges } = await connection.settled();
    const answers = challenges.map(({ guid, options = [] }) => ({
      guid,
      value: options[0]?.[name],
    }));
    await connection.call('PUT', `${connection.path}/resume`, { member: { challenges: answers } });
    expect((await connection.settled()).challenges).toMatchObject([{ type: 'TOKEN' }]);
  });

  it('has jobs of every kind, one at a time', async () => {
    const { call, clock, user, settled } = await connect();
    await settled();
    const { body } = await call('GET', '/institutions/northgate/credentials');
    const credentials = body.credentials.map(({ guid, type }) => ({
      guid,
      value: type === 'PASSWORD' ? 'password' : 'test_atrium',
    }));
    const { path, ...other } = await follow(served, user, {
      institution_code: 'northgate',
      credentials,
    });
    await other.settled();
    const statusOf = async (segment: string) => (await call('POST', `${path}/${segment}`)).status;
    expect(await statusOf('verify')).toBe(dialect.verifyStatus);
    expect(await statusOf('verify')).toBe(202);
    expect(await statusOf('identify')).toBe(409);
    clock.advance(2_000);
    expect(await statusOf('identify')).toBe(202);
    clock.advance(2_000);
    expect(await statusOf(dialect.balance)).toBe(202);
    clock.advance(2_000);
    expect(await statusOf(dialect.balance)).toBe(429);
    expect(await statusOf('extend_history')).toBe(202);
    clock.advance(2_000);
    expect(await statusOf('fetch_statements')).toBe(202);
    clock.advance(4 * HOUR_MS);
    expect(await statusOf('aggregate')).toBe(202);
    const lists = await Promise.all([
      call('GET', `${path}/account_numbers`),
      call('GET', `${path}/account_owners`),
    ]);
    expect([lists[0].body.account_numbers, lists[1].body.account_owners]).toMatchObject([
      [{}, {}],
      [{}, {}],
    ]);
  });

  it('refuses what a member or an institution cannot do', async () => {
    const { call, path, user, settled } = await connect('password', { [ownId]: 'mine' });
    await settled();
    expect((await call('POST', `${path}/identify`)).status).toBe(400);
    expect((await call('GET', `${path}/oauth_window_uri`)).status).toBe(400);
    const create = async (member: object) =>
      (await call('POST', `/users/${user}/members`, { member })).status;
    expect(await create(mxBank('password'))).toBe(409);
    expect(await create({ ...mxBank('challenge'), [ownId]: 'mine' })).toBe(409);
    expect(await create({ ...mxBank('challenge'), institution_code: 'nowhere' })).toBe(404);
    expect((await call('PUT', path, { member: {} })).status).toBe(400);
    expect((await call('GET', '/institutions/nowhere/credentials')).status).toBe(404);
  });

  it('refuses the 26th member of a user', async () => {
    const user = await newUser(served);
    const statuses = [];
    for (let index = 0; index <= 25; index++) {
      const member = mxBank(`password ${index}`);
      statuses.push((await served.call('POST', `/users/${user}/members`, { member })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 25 }, () => dialect.createStatus), 405]);
  });

  it('replaces credentials, and is UPDATED before anything else', async () => {
    const { clock, settled, status, update } = await connect('INVALID');
    expect((await settled()).connection_status).toBe('DENIED');
    const { body } = await update('password');
    expect(body.member).toMatchObject({ connection_status: 'DENIED', is_being_aggregated: true });
    clock.advance(250);
    expect((await status()).connection_status).toBe('UPDATED');
    expect((await settled()).connection_status).toBe('CONNECTED');
  });

  it('sends a person to their bank, and takes it from there', async () => {
    const member = { institution_code: 'mx_bank_oauth', is_oauth: true };
    const { call, path, guid, settled, status } = await follow(
      served,
      await newUser(served),
      member,
    );
    expect((await status()).connection_status).toBe('PENDING');
    const { body } = await call('GET', `${path}/oauth_window_uri`);
    expect(body.member.guid).toBe(guid);
    const uri = new URL(body.member.oauth_window_uri);
    expect(uri.origin).toBe(served.url);
    const page = await fetch(`${served.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({
        state: uri.searchParams.get('state') ?? '',
        decision: 'authorize',
      }),
    });
    expect(await page.text()).toContain('Thank you for completing OAuth');
    expect((await settled()).connection_status).toBe('CONNECTED');
  });

  it('deletes a member', async () => {
    const { call, path, user } = await connect();
    const { status, text } = await call('DELETE', path);
    expect([status, text]).toEqual([204, '']);
    expect((await call('GET', `${path}/status`)).status).toBe(404);
    expect((await call('GET', `/users/${user}/members`)).body.members).toEqual([]);
  });
});

describe('the dialects', () => {
  it('share their data: what one creates, another reads', async () => {
    const served = await serve(dialects[0].headers);
    const { guid, user } = await follow(served, await newUser(served), {
      ...mxBank('password'),
      identifier: 'mine',
    });
    for (const { headers, ownId } of dialects) {
      const read = await served.call('GET', `/users/${user}/members/${guid}`, undefined, headers);
      expect(read.body.member).toMatchObject({ guid, [ownId]: 'mine' });
    }
    await served.close();
  });
});
