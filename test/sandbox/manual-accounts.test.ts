import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atrium, connect, mxBank, follow, newUser, platforms, serve } from './start.ts';
import type { Answer, Served } from './start.ts';

const savings = { name: 'Under the mattress', account_type: 'SAVINGS' };

const accountIn = ({ text }: Answer) => JSON.parse(text).account;

describe.each(platforms)('a manual account, in $api', ({ headers }) => {
  let served: Served;
  let user: string;

  beforeEach(async () => {
    served = await serve(headers);
    user = await newUser(served);
  });
  afterEach(() => served.close());

  const add = (account: object) => served.call('POST', `/users/${user}/accounts`, { account });

  it('lands under a member that MX makes by itself, once', async () => {
    const first = await add({
      ...savings,
      account_subtype: 'PERSONAL',
      balance: 12.5,
      currency_code: 'USD',
      is_business: false,
      skip_webhook: true,
    });
    expect(first.status).toBe(200);
    const account = accountIn(first);
    expect(account).toMatchObject({
      account_number: null,
      balance: 12.5,
      created_at: '2026-01-01T00:00:00Z',
      currency_code: 'USD',
      guid: expect.stringMatching(/^ACT-/),
      institution_code: 'manual_institution',
      is_manual: true,
      name: 'Under the mattress',
      subtype: 'PERSONAL',
      type: 'SAVINGS',
      user_guid: user,
    });
    await add({ ...savings, name: 'In the garden' });
    const { members } = (await served.call('GET', `/users/${user}/members`)).body;
    expect(members).toMatchObject([
      {
        guid: account.member_guid,
        connection_status: null,
        connection_status_message: null,
        institution_guid: expect.stringMatching(/^INS-MANUAL-/),
        is_being_aggregated: false,
        is_manual: true,
        name: 'Manual Institution',
      },
    ]);
    const own = `/users/${user}/members/${account.member_guid}/accounts`;
    expect((await served.call('GET', own)).body.accounts).toHaveLength(2);
  });

  it('is told apart in a list of accounts', async () => {
    const { settled } = await follow(served, user, mxBank('password'));
    await settled();
    await add(savings);
    const manual = async (query: string) => {
      const { accounts } = (await served.call('GET', `/users/${user}/accounts${query}`)).body;
      return accounts.map((account) => account['is_manual']);
    };
    expect(await manual('')).toEqual([false, false, false, false, true]);
    expect(await manual('?is_manual=true')).toEqual([true]);
    expect(await manual('?is_manual=false')).toEqual([false, false, false, false]);
  });

  it('never aggregates', async () => {
    const path = `/users/${user}/members/${accountIn(await add(savings)).member_guid}`;
    const asked = await served.call('POST', `${path}/aggregate`);
    expect([asked.status, asked.body.member.is_being_aggregated]).toEqual([202, false]);
    expect((await served.call('POST', `${path}/verify`)).status).toBe(400);
    served.clock.advance(3 * 24 * 3_600_000);
    expect((await served.call('GET', `${path}/status`)).body.member).toMatchObject({
      aggregated_at: null,
      connection_status: null,
    });
  });

  it('can be changed, and deleted', async () => {
    const { guid, member_guid } = accountIn(await add(savings));
    const path = `/users/${user}/members/${member_guid}/accounts/${guid}`;
    const changed = await served.call('PUT', path, {
      account: { balance: 7, account_type: 'CASH', is_hidden: true },
    });
    expect([changed.status, accountIn(changed)]).toMatchObject([
      200,
      { balance: 7, is_hidden: true, name: savings.name, type: 'CASH' },
    ]);
    expect((await served.call('PUT', path, { account: {} })).status).toBe(400);
    const removed = await served.call('DELETE', `/users/${user}/accounts/${guid}`);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect((await served.call('GET', path)).status).toBe(404);
    expect((await served.call('DELETE', `/users/${user}/accounts/${guid}`)).status).toBe(404);
  });

  it('goes with its member', async () => {
    const { guid, member_guid } = accountIn(await add(savings));
    await served.call('DELETE', `/users/${user}/members/${member_guid}`);
    expect((await served.call('GET', `/users/${user}/accounts/${guid}`)).status).toBe(404);
    expect(accountIn(await add(savings)).member_guid).not.toBe(member_guid);
  });

  it('is not what a bank has sent: of that, little can be changed, and nothing deleted', async () => {
    const { path, settled } = await follow(served, user, mxBank('password'));
    await settled();
    const [account] = (await served.call('GET', `${path}/accounts`)).body.accounts;
    const own = `${path}/accounts/${account?.guid}`;
    const hidden = await served.call('PUT', own, { account: { is_hidden: true, metadata: 'm' } });
    expect(accountIn(hidden)).toMatchObject({ is_hidden: true, metadata: 'm', balance: 1842.17 });
    expect((await served.call('PUT', own, { account: { balance: 0 } })).status).toBe(400);
    const gone = await served.call('DELETE', `/users/${user}/accounts/${account?.guid}`);
    expect(gone.status).toBe(405);
  });

  it('does not count against the limit of 25 members', async () => {
    await add(savings);
    let last;
    for (let index = 0; index < 25; index++) {
      const member = mxBank(`password ${index}`);
      last = await served.call('POST', `/users/${user}/members`, { member });
    }
    expect(last?.status).toBe(202);
  });

  it.each([
    ['no name', { account_type: 'SAVINGS' }],
    ['no type', { name: 'x' }],
    ['a type that there is not', { name: 'x', account_type: 'PIGGY_BANK' }],
    ['a balance in words', { ...savings, balance: '12' }],
    ['a flag in numbers', { ...savings, is_hidden: 1 }],
    ['a kind of property that there is not', { ...savings, property_type: 'CASTLE' }],
    ['nothing', {}],
  ])('with %s is 400', async (_name, account) => {
    expect((await add(account)).status).toBe(400);
  });

  it('wants the guid of a user, also where other addresses take an id', async () => {
    await served.call('POST', '/users', { user: { id: 'pat' } });
    const answer = await served.call('POST', '/users/pat/accounts', { account: savings });
    expect(answer.status).toBe(404);
  });

  it('has an institution that can be read, and neither found nor connected to', async () => {
    const code = 'manual_institution';
    expect((await served.call('GET', `/institutions/${code}`)).status).toBe(200);
    const found = await served.call('GET', '/institutions?name=manual');
    expect(found.body.institutions).toEqual([]);
    const member = { institution_code: code, credentials: [] };
    expect((await served.call('POST', `/users/${user}/members`, { member })).status).toBe(400);
  });
});

it('Atrium has no such accounts to create, and shows those that there are', async () => {
  const { call, user } = await connect();
  const create = (headers: Record<string, string>) =>
    call('POST', `/users/${user}/accounts`, { account: savings }, headers);
  expect((await create(atrium.headers)).status).toBe(404);
  expect((await create(platforms[1].headers)).status).toBe(200);
  expect((await call('GET', `/users/${user}/accounts`)).body.accounts).toMatchObject([
    { name: savings.name, type: 'SAVINGS' },
  ]);
});
