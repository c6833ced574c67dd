import { describe, expect, it } from 'vitest';
import { connect, follow, HOUR_MS, LOGIN, mxBank } from './start.ts';
import type { WireCredential } from './start.ts';

/** A member at an imaginary institution, which has a throttle as most have. */
async function connectAt(institution_code: string, password = 'password') {
  const connection = await connect();
  const { body } = await connection.call('GET', `/institutions/${institution_code}/credentials`);
  const valueOf = ({ type }: WireCredential) => (type === 'PASSWORD' ? password : 'test_atrium');
  return follow(connection, connection.user, {
    institution_code,
    credentials: body.credentials.map((field) => ({ guid: field.guid, value: valueOf(field) })),
  });
}

describe('a job', () => {
  it('goes through the stages that a client can show, and settles within two seconds', async () => {
    const { clock, status } = await connect();
    const stages = [];
    for (let elapsed = 0; elapsed <= 1_800; elapsed += 300) {
      const member = await status();
      stages.push([
        member.status,
        member.connection_status,
        member.is_being_aggregated,
        member.is_authenticated,
        member.has_processed_accounts,
        member.has_processed_transactions,
      ]);
      clock.advance(300);
    }
    expect(stages).toEqual([
      ['INITIATED', 'CREATED', true, false, false, false],
      ['REQUESTED', 'CREATED', true, false, false, false],
      ['RECEIVED', 'CREATED', true, true, false, false],
      ['TRANSFERRED', 'CONNECTED', true, true, false, false],
      ['TRANSFERRED', 'CONNECTED', true, true, true, false],
      ['PROCESSED', 'CONNECTED', true, true, true, true],
      ['COMPLETED', 'CONNECTED', false, true, true, true],
    ]);
  });

  it('sets aggregated_at at its start and successfully_aggregated_at at its end', async () => {
    const { settled, status } = await connect();
    expect(await status()).toMatchObject({
      aggregated_at: '2026-01-01T00:00:00+00:00',
      successfully_aggregated_at: null,
    });
    expect(await settled()).toMatchObject({
      aggregated_at: '2026-01-01T00:00:00+00:00',
      successfully_aggregated_at: '2026-01-01T00:00:01+00:00',
    });
  });

  it('once more: the old status stays, the flags are reset, and accounts remain', async () => {
    const { aggregate, call, clock, path, settled, status } = await connect();
    await settled();
    clock.advance(60_000);
    const { status: code, body } = await aggregate();
    expect(code).toBe(202);
    expect(body.member).toMatchObject({
      aggregated_at: '2026-01-01T00:01:02+00:00',
      connection_status: 'CONNECTED',
      is_being_aggregated: true,
      status: 'INITIATED',
    });
    expect(await status()).toMatchObject({
      is_authenticated: false,
      has_processed_accounts: false,
      has_processed_transactions: false,
    });
    expect((await call('GET', `${path}/accounts`)).body.accounts).toHaveLength(4);
  });

  it('takes a minute and a half with the slow password', async () => {
    const { clock, status } = await connect(mxBank('slow'));
    clock.advance(89_000);
    expect((await status()).is_being_aggregated).toBe(true);
    clock.advance(1_000);
    expect(await status()).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
  });

  it('is DELAYED for a while with the delayed password', async () => {
    const { clock, status } = await connect(mxBank('delayed'));
    clock.advance(10_000);
    expect(await status()).toMatchObject({
      connection_status: 'DELAYED',
      is_being_aggregated: true,
    });
    clock.advance(50_000);
    expect((await status()).connection_status).toBe('CONNECTED');
  });
});

describe('asking for a job while one runs', () => {
  it('of the same kind is 202, and does not start it anew', async () => {
    const { aggregate, clock, settled, status } = await connect();
    clock.advance(1_000);
    const before = await status();
    const { status: code, body } = await aggregate();
    expect([code, body.member.aggregated_at]).toEqual([202, before.aggregated_at]);
    clock.advance(800);
    expect((await status()).is_being_aggregated).toBe(false);
    expect((await settled()).status).toBe('COMPLETED');
  });

  it.each(['balance', 'verify'])('of another kind (%s) is 409', async (kind) => {
    const { call, path } = await connect();
    expect((await call('POST', `${path}/${kind}`)).status).toBe(409);
  });
});

describe('the throttle', () => {
  it('is silent: within three hours nothing starts, and nothing says so', async () => {
    const { aggregate, clock, settled } = await connectAt('lakeshore');
    const before = await settled();
    clock.advance(2 * HOUR_MS);
    const { status, body } = await aggregate();
    expect(status).toBe(202);
    expect(body.member).toMatchObject({
      aggregated_at: before.aggregated_at,
      is_being_aggregated: false,
    });
    clock.advance(HOUR_MS);
    expect((await aggregate()).body.member.is_being_aggregated).toBe(true);
  });

  it('does not stand in the way after a failure, or after new credentials', async () => {
    const { aggregate, settled } = await connectAt('lakeshore', 'status:FAILED');
    expect((await settled()).connection_status).toBe('FAILED');
    await aggregate();
    expect((await settled()).connection_status).toBe('CONNECTED');
  });

  it('does not exist at MX Bank', async () => {
    const { aggregate, settled } = await connect();
    await settled();
    expect((await aggregate()).body.member.is_being_aggregated).toBe(true);
  });
});

describe('the other jobs', () => {
  it('balance is 429 within two hours of the last', async () => {
    const { call, clock, path, settled } = await connect();
    await settled();
    const balance = () => call('POST', `${path}/balance`);
    expect((await balance()).status).toBe(202);
    expect((await balance()).status).toBe(202);
    await settled();
    expect((await balance()).status).toBe(429);
    clock.advance(2 * HOUR_MS);
    expect((await balance()).status).toBe(202);
  });

  it.each(['verify', 'identify', 'extend_history', 'fetch_statements'])(
    '%s runs where it is supported, and is polled like any other',
    async (kind) => {
      const { call, path, settled } = await connectAt('mxcu');
      await settled();
      const { status, body } = await call('POST', `${path}/${kind}`);
      expect([status, body.member.is_being_aggregated]).toEqual([202, true]);
      expect(await settled()).toMatchObject({
        connection_status: 'CONNECTED',
        is_being_aggregated: false,
      });
    },
  );

  it.each(['identify', 'extend_history', 'fetch_statements'])(
    '%s is 400 where it is not supported',
    async (kind) => {
      const { call, path, settled } = await connect();
      await settled();
      expect((await call('POST', `${path}/${kind}`)).status).toBe(400);
    },
  );

  it('are 403 when the client has not been given the feature', async () => {
    const { call, path, settled } = await connect(mxBank('password'), {
      disabledFeatures: ['verify'],
    });
    await settled();
    expect((await call('POST', `${path}/verify`)).status).toBe(403);
  });

  it('may ask questions too', async () => {
    const { answer, call, path, settled } = await connect({
      ...mxBank('challenge'),
      skip_aggregation: true,
    });
    await call('POST', `${path}/verify`);
    expect((await settled()).connection_status).toBe('CHALLENGED');
    await answer('correct');
    expect((await settled()).connection_status).toBe('CONNECTED');
    expect((await call('GET', `${path}/account_numbers`)).body.account_numbers).toHaveLength(2);
  });
});

describe('accounts', () => {
  it('appear when they have been processed, with every key that MX sends', async () => {
    const { call, clock, path, guid, user } = await connect();
    const read = async () => (await call('GET', `${path}/accounts`)).body;
    expect(await read()).toEqual({
      accounts: [],
      pagination: { current_page: 1, per_page: 25, total_entries: 0, total_pages: 1 },
    });
    clock.advance(1_200);
    const { accounts } = await read();
    expect(accounts.map(({ type }) => type)).toEqual([
      'CHECKING',
      'SAVINGS',
      'CREDIT_CARD',
      'LOAN',
    ]);
    expect(Object.keys(accounts[0] ?? {})).toHaveLength(38);
    expect(accounts[0]).toMatchObject({
      name: 'MX Bank Checking',
      balance: 1842.17,
      credit_limit: null,
      member_guid: guid,
      user_guid: user,
    });
  });

  it('are read one by one, and over all members of a user', async () => {
    const first = await connect();
    const second = await follow(first, first.user, mxBank('CONNECTED'));
    await second.settled();
    const all = (await first.call('GET', `/users/${first.user}/accounts`)).body.accounts;
    expect(all).toHaveLength(8);
    const [account] = all;
    for (const path of [first.path, `/users/${first.user}`]) {
      const { text } = await first.call('GET', `${path}/accounts/${account?.guid}`);
      expect(JSON.parse(text)).toEqual({ account });
    }
    expect((await first.call('GET', `${second.path}/accounts/${account?.guid}`)).status).toBe(404);
  });

  it('have numbers only after verify, and owners only after identify', async () => {
    const { call, path, settled, user } = await connectAt('mxcu');
    await settled();
    const read = async (what: string) => (await call('GET', `${path}/${what}`)).body;
    expect((await read('account_numbers')).account_numbers).toEqual([]);
    expect((await read('account_owners')).account_owners).toEqual([]);
    await call('POST', `${path}/verify`);
    await settled();
    await call('POST', `${path}/identify`);
    await settled();
    const [number] = (await read('account_numbers')).account_numbers;
    expect(number).toMatchObject({
      account_number: expect.stringMatching(/^\d{10}$/),
      routing_number: expect.stringMatching(/^\d{9}$/),
    });
    expect((await read('account_owners')).account_owners[0]).toHaveProperty('owner_name');
    const one = await call(
      'GET',
      `/users/${user}/accounts/${String(number?.['account_guid'])}/account_numbers`,
    );
    expect(one.body.account_numbers).toEqual([number]);
  });
});

it('credentials are told apart by guid, not by order', async () => {
  const { call, path, settled } = await connect();
  await settled();
  await call('PUT', path, { member: { credentials: [{ guid: LOGIN, value: 'somebody else' }] } });
  expect((await settled()).connection_status).toBe('DENIED');
});
