import { describe, expect, it } from 'vitest';
import { connect, follow, LOGIN, mxBank, newUser, PASSWORD, start } from './start.ts';

describe('creating a member', () => {
  it('answers what was recorded from MX', async () => {
    const started = start();
    const user = await newUser(started);
    const { status, text } = await started.call('POST', `/users/${user}/members`, {
      member: mxBank('password'),
    });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      member: {
        aggregated_at: '2026-01-01T00:00:00+00:00',
        connection_status: 'CREATED',
        guid: expect.stringMatching(/^MBR-[0-9a-f-]{36}$/),
        identifier: null,
        institution_code: 'mxbank',
        is_being_aggregated: true,
        is_oauth: false,
        metadata: null,
        name: 'MX Bank',
        status: 'INITIATED',
        successfully_aggregated_at: null,
        user_guid: user,
      },
    });
  });

  it('starts no job with skip_aggregation', async () => {
    const connection = await connect({ ...mxBank('password'), skip_aggregation: true });
    expect(await connection.settled()).toMatchObject({
      connection_status: 'CREATED',
      is_being_aggregated: false,
      aggregated_at: null,
    });
    expect((await connection.aggregate()).body.member.is_being_aggregated).toBe(true);
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it('has the status null without credentials', async () => {
    const connection = await connect({ institution_code: 'mxbank' });
    expect(await connection.settled()).toMatchObject({
      connection_status: null,
      is_being_aggregated: false,
    });
  });

  it('ends IMPAIRED when some credentials are missing', async () => {
    const connection = await connect({
      institution_code: 'mxbank',
      credentials: [{ guid: LOGIN, value: 'test_atrium' }],
    });
    expect((await connection.settled()).connection_status).toBe('IMPAIRED');
    await connection.call('PUT', connection.path, {
      member: { credentials: [{ guid: PASSWORD, value: 'password' }] },
    });
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it.each([
    ['no institution', 400, { credentials: [] }],
    ['an unknown institution', 404, { institution_code: 'nowhere' }],
    [
      'a credential of another institution',
      400,
      {
        institution_code: 'mxcu',
        credentials: [{ guid: LOGIN, value: 'test_atrium' }],
      },
    ],
    [
      'a credential without a value',
      400,
      {
        institution_code: 'mxbank',
        credentials: [{ guid: LOGIN }],
      },
    ],
    ['OAuth where there is none', 400, { institution_code: 'mxbank', is_oauth: true }],
    ['a string for a boolean', 400, { ...mxBank('password'), skip_aggregation: 'true' }],
  ])('with %s is %i', async (_name, status, member) => {
    const started = start();
    const user = await newUser(started);
    expect((await started.call('POST', `/users/${user}/members`, { member })).status).toBe(status);
  });

  it('with the same credentials again is 409', async () => {
    const { call, user, path } = await connect(mxBank('password'));
    const again = () => call('POST', `/users/${user}/members`, { member: mxBank('password') });
    expect((await again()).status).toBe(409);
    const other = await call('POST', `/users/${user}/members`, { member: mxBank('challenge') });
    expect(other.status).toBe(200);
    await call('DELETE', path);
    expect((await again()).status).toBe(200);
  });

  it('with an identifier that another member has is 409', async () => {
    const { call, user } = await connect({ ...mxBank('password'), identifier: 'mine' });
    const member = { ...mxBank('challenge'), identifier: 'mine' };
    expect((await call('POST', `/users/${user}/members`, { member })).status).toBe(409);
  });

  it('is 405 when the user has 25 already', async () => {
    const started = start();
    const user = await newUser(started);
    const create = (index: number) =>
      started.call('POST', `/users/${user}/members`, { member: mxBank(`password ${index}`) });
    for (let index = 0; index < 25; index++) {
      expect((await create(index)).status).toBe(200);
    }
    expect((await create(25)).status).toBe(405);
    const { members, pagination } = (await started.call('GET', `/users/${user}/members`)).body;
    expect([members.length, pagination['total_entries']]).toEqual([25, 25]);
  });
});

describe('reading a member', () => {
  it('is 404 through another user', async () => {
    const connection = await connect();
    const other = await newUser(connection);
    const path = connection.path.replace(connection.user, other);
    expect((await connection.call('GET', path)).status).toBe(404);
  });

  it('gives the credentials of its institution, without what was typed', async () => {
    const { call, path } = await connect(mxBank('a password of mine'));
    const { body, text } = await call('GET', `${path}/credentials`);
    expect(body.credentials.map(({ guid }) => guid)).toEqual([LOGIN, PASSWORD]);
    expect(text).not.toContain('a password of mine');
  });

  it('has a status without name, institution or identifier', async () => {
    const { call, path } = await connect();
    const { text } = await call('GET', `${path}/status`);
    expect(Object.keys(JSON.parse(text).member).toSorted()).toEqual([
      'aggregated_at',
      'connection_status',
      'guid',
      'has_processed_accounts',
      'has_processed_transactions',
      'is_authenticated',
      'is_being_aggregated',
      'status',
      'successfully_aggregated_at',
    ]);
  });
});

describe('updating a member', () => {
  it('with other metadata starts no job', async () => {
    const connection = await connect();
    const before = await connection.settled();
    const { status, body } = await connection.call('PUT', connection.path, {
      member: { metadata: 'new', identifier: 'mine' },
    });
    expect(status).toBe(200);
    expect(body.member).toMatchObject({
      metadata: 'new',
      identifier: 'mine',
      is_being_aggregated: false,
    });
    expect(await connection.settled()).toEqual(before);
  });

  it('with credentials keeps the old status at first, then is UPDATED, then CONNECTED', async () => {
    const connection = await connect(mxBank('INVALID'));
    expect(await connection.settled()).toMatchObject({
      connection_status: 'DENIED',
      status: 'DENIED',
      is_being_aggregated: false,
      has_processed_accounts: false,
    });
    const { body } = await connection.update('password');
    expect(body.member).toMatchObject({ connection_status: 'DENIED', is_being_aggregated: true });
    connection.clock.advance(250);
    expect((await connection.status()).connection_status).toBe('UPDATED');
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it('with credentials and skip_aggregation is UPDATED, and waits', async () => {
    const connection = await connect();
    await connection.settled();
    await connection.call('PUT', connection.path, {
      member: { ...mxBank('INVALID'), skip_aggregation: true },
    });
    expect(await connection.settled()).toMatchObject({
      connection_status: 'UPDATED',
      is_being_aggregated: false,
    });
    await connection.aggregate();
    expect((await connection.settled()).connection_status).toBe('DENIED');
  });

  it('to the credentials of another member is 409', async () => {
    const first = await connect(mxBank('password'));
    const second = await follow(first, first.user, mxBank('challenge'));
    expect((await second.update('password')).status).toBe(409);
    expect((await second.update('challenge')).status).toBe(200);
  });

  it.each([undefined, {}, { member: {} }])('with nothing (%j) is 400', async (body) => {
    const { call, path } = await connect();
    expect((await call('PUT', path, body)).status).toBe(400);
  });
});

it('deleting a member is 204, and then it is gone', async () => {
  const { call, path, user } = await connect();
  const { status, text } = await call('DELETE', path);
  expect([status, text]).toEqual([204, '']);
  expect((await call('GET', path)).status).toBe(404);
  expect((await call('DELETE', path)).status).toBe(404);
  expect((await call('GET', `/users/${user}/members`)).body.members).toEqual([]);
});
