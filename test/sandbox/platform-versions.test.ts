import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow, mxBank, newUser, platform20111101, platform20250224, serve } from './start.ts';
import type { Served } from './start.ts';

let served: Served;
afterEach(() => served.close());

const entries = async (path: string) => {
  const { pagination } = (await served.call('GET', path)).body;
  return [pagination['per_page'], pagination['total_entries']];
};

async function create(member: object, beside: object = {}) {
  const user = await newUser(served);
  const { status, text } = await served.call('POST', `/users/${user}/members`, {
    member,
    ...beside,
  });
  return { status, member: JSON.parse(text).member, path: `/users/${user}/members` };
}

describe('v20111101', () => {
  beforeEach(async () => {
    served = await serve(platform20111101.headers);
  });

  it('says what an institution supports in booleans, null where nobody knows', async () => {
    const read = async (code: string) => (await served.call('GET', `/institutions/${code}`)).body;
    expect((await read('northgate')).institution).toEqual({
      code: 'northgate',
      forgot_password_url: null,
      forgot_username_url: null,
      instructional_text: null,
      instructional_text_steps: [],
      is_disabled_by_client: false,
      iso_country_code: 'US',
      medium_logo_url: expect.stringContaining('100x100'),
      name: 'Northgate National',
      small_logo_url: expect.stringContaining('50x50'),
      supports_account_identification: true,
      supports_account_statement: true,
      supports_account_verification: true,
      supports_oauth: false,
      supports_tax_document: false,
      supports_transaction_history: true,
      trouble_signing_in_url: null,
      url: 'https://www.northgate.example',
    });
    expect((await read('millstone')).institution).toMatchObject({
      supports_account_verification: null,
      supports_oauth: null,
    });
  });

  it('finds institutions by those booleans, up to a thousand a page', async () => {
    const [, all] = await entries('/institutions');
    expect(await entries('/institutions?supports_account_statement=true')).toEqual([25, 10]);
    expect(await entries('/institutions?records_per_page=1000')).toEqual([1000, all]);
    expect((await entries('/institutions?records_per_page=1001'))[0]).toBe(25);
    expect((await entries('/institutions?supported_products=statements'))[1]).toBe(all);
  });

  it('starts a job unless it is told not to: 202, and 200', async () => {
    const started = await create(mxBank('password'));
    expect([started.status, started.member.is_being_aggregated]).toEqual([202, true]);
    const skipped = await create({ ...mxBank('password'), skip_aggregation: true });
    expect([skipped.status, skipped.member.is_being_aggregated]).toEqual([200, false]);
    const ordered = await create(mxBank('password'), { data_request: { products: [] } });
    expect(ordered.status).toBe(202);
  });

  it('replaces credentials without a job, too', async () => {
    const { call, path, settled } = await follow(served, await newUser(served), mxBank('password'));
    await settled();
    await call('PUT', path, { member: { ...mxBank('other'), skip_aggregation: true } });
    expect(await settled()).toMatchObject({
      connection_status: 'UPDATED',
      is_being_aggregated: false,
    });
  });

  it('knows users and members by their guids alone', async () => {
    await served.call('POST', '/users', { user: { id: 'pat' } });
    expect((await served.call('GET', '/users/pat')).status).toBe(404);
  });

  it('tells what the bank has sent apart from what holds', async () => {
    const { call, path, settled } = await follow(served, await newUser(served), mxBank('password'));
    await settled();
    const [account] = (await call('GET', `${path}/accounts`)).body.accounts;
    expect(account).toMatchObject({
      balance: 1842.17,
      feed_balance: 1842.17,
      feed_account_type: null,
      balance_set_by: null,
      institution_guid: 'INS-1572a04c-912b-59bf-5841-332c7dfafaef',
    });
  });
});

describe('v20250224', () => {
  beforeEach(async () => {
    served = await serve(platform20250224.headers);
  });

  it('says what an institution supports in products', async () => {
    const { institution } = (await served.call('GET', '/institutions/northgate')).body;
    expect(institution).toMatchObject({
      guid: expect.stringMatching(/^INS-/),
      created_at: expect.stringMatching(/Z$/),
      is_hidden: false,
      supported_products: [
        'account_verification',
        'identity_verification',
        'transactions',
        'transaction_history',
        'statements',
      ],
    });
    expect(Object.keys(institution).filter((key) => key.startsWith('supports_'))).toEqual([
      'supports_tax_document',
      'supports_oauth',
    ]);
  });

  it('finds institutions by products, up to a hundred a page', async () => {
    const [, all] = await entries('/institutions');
    const statements = 'supported_products=statements';
    expect(await entries(`/institutions?${statements}`)).toEqual([25, 10]);
    const both = await entries(
      `/institutions?${statements}&supported_products=account_verification`,
    );
    expect(both).toEqual([25, 5]);
    expect((await entries('/institutions?supports_account_statement=true'))[1]).toBe(all);
    expect((await entries('/institutions?records_per_page=101'))[0]).toBe(25);
    expect((await entries('/users?records_per_page=1000'))[0]).toBe(1000);
  });

  it('knows users and members by their guids and by the client’s own ids', async () => {
    const { guid } = (await served.call('POST', '/users', { user: { id: 'pat' } })).body.user;
    const { path, guid: memberGuid } = await follow(served, 'pat', {
      ...mxBank('password'),
      id: 'mine',
    });
    expect(path).toBe(`/users/pat/members/${memberGuid}`);
    for (const address of ['/users/pat/members/mine', `/users/${guid}/members/${memberGuid}`]) {
      expect((await served.call('GET', `${address}/status`)).body.member.guid).toBe(memberGuid);
    }
    await served.call('POST', '/users', { user: { id: 'sam' } });
    expect((await served.call('GET', '/users/sam/members/mine')).status).toBe(404);
    const other = await follow(served, 'sam', { ...mxBank('password'), id: 'mine' });
    const read = await served.call('GET', '/users/sam/members/mine');
    expect(read.body.member.guid).toBe(other.guid);
    expect((await served.call('GET', '/users/nobody')).status).toBe(404);
    const bank = 'INS-1572a04c-912b-59bf-5841-332c7dfafaef';
    const fields = await served.call('GET', `/institutions/${bank}/credentials`);
    expect(fields.body.credentials).toHaveLength(2);
  });

  it('starts the standard aggregation without an order, and ignores skip_aggregation', async () => {
    const { status, member } = await create({ ...mxBank('password'), skip_aggregation: true });
    expect([status, member.is_being_aggregated]).toEqual([202, true]);
  });

  it('starts nothing for an order of nothing, and before a person has been at their bank', async () => {
    const nothing = await create(mxBank('password'), { data_request: { products: [] } });
    expect([nothing.status, nothing.member.is_being_aggregated]).toEqual([200, false]);
    const oauth = await create({ institution_code: 'mx_bank_oauth', is_oauth: true });
    expect([oauth.status, oauth.member.connection_status]).toEqual([200, 'PENDING']);
  });

  it('brings home all products of an order at once', async () => {
    const { status, member, path } = await create(mxBank('password'), {
      data_request: { products: ['account_verification', 'transactions'] },
    });
    expect([status, member.error]).toEqual([202, null]);
    const own = `${path}/${member.guid}`;
    expect((await served.call('POST', `${own}/verify`)).status).toBe(202);
    expect((await served.call('POST', `${own}/aggregate`)).status).toBe(202);
    expect((await served.call('POST', `${own}/check_balance`)).status).toBe(409);
    served.clock.advance(2_000);
    expect((await served.call('GET', `${own}/account_numbers`)).body.account_numbers).toHaveLength(
      2,
    );
  });

  it('is 201 when a product cannot be had, and goes on with the others', async () => {
    const products = ['identity_verification', 'transactions'];
    const one = await create(mxBank('password'), { data_request: { products } });
    expect([one.status, one.member.is_being_aggregated]).toEqual([201, true]);
    expect(one.member.error).toEqual({
      error_type: 'JOB',
      error_code: null,
      error_message: 'The product that "identify" brings cannot be had for this member.',
      user_message: null,
      locale: null,
    });
    const read = await served.call('GET', `${one.path}/${one.member.guid}`);
    expect(JSON.parse(read.text).member.error).toBeNull();
    const none = await create(mxBank('password'), {
      data_request: { products: ['identity_verification'] },
    });
    expect([none.status, none.member.is_being_aggregated]).toEqual([201, false]);
  });

  it('is 201 for a feature that the client has not been given', async () => {
    await served.close();
    served = await serve(platform20250224.headers, { disabledFeatures: ['verify'] });
    const { status } = await create(mxBank('password'), {
      data_request: { products: ['account_verification'] },
    });
    expect(status).toBe(201);
  });

  it('starts what was ordered once the person is back from their bank', async () => {
    const { member, path } = await create(
      { institution_code: 'mx_bank_oauth', is_oauth: true },
      { data_request: { products: ['account_verification'] } },
    );
    const state = new URL(member.oauth_window_uri).searchParams.get('state') ?? '';
    await fetch(`${served.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ state, decision: 'authorize' }),
    });
    served.clock.advance(2_000);
    const numbers = await served.call('GET', `${path}/${member.guid}/account_numbers`);
    expect(numbers.body.account_numbers).toHaveLength(2);
  });

  it.each([
    [{}],
    [{ products: 'transactions' }],
    [{ products: ['horoscope'] }],
    [{ products: [1] }],
    ['transactions'],
  ])('refuses the order %j', async (order) => {
    expect((await create(mxBank('password'), { data_request: order })).status).toBe(400);
  });
});
