import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION_STATUSES, statusTable } from '../../src/domain/status.ts';
import {
  atrium,
  basic,
  follow,
  LOGIN,
  mxBank,
  newUser,
  PASSWORD,
  platform20111101,
  platform20250224,
  platforms,
  serve,
} from './start.ts';
import type { Connection, Served } from './start.ts';

describe('versions', () => {
  let served: Served;

  beforeEach(async () => {
    served = await serve({});
  });
  afterEach(() => served.close());

  const statusWith = async (headers: Record<string, string>) =>
    (await served.call('GET', '/users', undefined, headers)).status;
  const Authorization = basic('client:key');

  it.each([
    ['none at all', {}],
    ['one that is unknown', { 'Accept-Version': 'v20300101' }],
    ['a media type that is unknown', { Accept: 'application/vnd.mx.api.v3+json' }],
    [
      'an unknown one beside a known media type',
      { Accept: 'application/vnd.mx.api.v1+json', 'Accept-Version': 'v1' },
    ],
  ])('%s is 406', async (_name, headers) => {
    expect(await statusWith({ Authorization, ...headers })).toBe(406);
  });

  it.each([
    ['no Authorization', {}],
    ['a bearer token', { Authorization: 'Bearer abc' }],
    ['an empty API key', { Authorization: basic('client:') }],
    ['an empty client id', { Authorization: basic(':key') }],
    ['what is not base64', { Authorization: 'Basic client:key' }],
  ])('%s is 401, whatever the version', async (_name, headers) => {
    for (const version of [{ 'Accept-Version': 'v20250224' }, { 'Accept-Version': 'v1' }]) {
      expect(await statusWith({ ...version, ...headers })).toBe(401);
    }
  });

  it('the newer one is told by its header, whatever Accept says', async () => {
    const headers = {
      Authorization,
      Accept: 'application/vnd.mx.api.v1+json',
      'Accept-Version': 'v20250224',
    };
    const answer = await served.call('GET', '/users', undefined, headers);
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  });

  it('the older one may be told by the header as well', async () => {
    for (const accept of ['application/json', 'application/vnd.mx.api.v1+json']) {
      const headers = { Authorization, Accept: accept, 'Accept-Version': 'v20111101' };
      const answer = await served.call('GET', '/users', undefined, headers);
      expect(answer.headers.get('Content-Type')).toBe(platform20111101.mediaType);
    }
  });

  it('Atrium’s keys are Atrium, whatever the version', async () => {
    const headers = { ...atrium.headers, 'Accept-Version': 'v20250224' };
    const answer = await served.call('GET', '/users', undefined, headers);
    expect(answer.headers.get('Content-Type')).toBe(atrium.mediaType);
  });

  it('an API key may have colons, and may not be ASCII', async () => {
    const keys = { apiKey: 'k:é:y', clientId: 'client' };
    const other = await serve({}, { keys });
    const bytes = new TextEncoder().encode('client:k:é:y');
    const headers = {
      ...platform20250224.headers,
      Authorization: `Basic ${btoa(String.fromCodePoint(...bytes))}`,
    };
    expect((await other.call('GET', '/users', undefined, headers)).status).toBe(200);
    await other.close();
  });
});

describe.each(platforms)('$api', ({ api, headers }) => {
  let served: Served;

  beforeEach(async () => {
    served = await serve(headers);
  });
  afterEach(() => served.close());

  const connect = async (password: string, member: object = {}): Promise<Connection> =>
    follow(served, await newUser(served), { ...mxBank(password), ...member });

  it('has users with an email, and finds them by it, by id, and by whether they are disabled', async () => {
    const create = async (user: object) =>
      (await served.call('POST', '/users', { user })).body.user;
    const pat = await create({ id: 'pat', email: 'pat@example.com', metadata: 'm' });
    expect(pat).toEqual({
      email: 'pat@example.com',
      guid: expect.stringMatching(/^USR-/),
      id: 'pat',
      is_disabled: false,
      metadata: 'm',
    });
    const sam = await create({ id: 'sam', is_disabled: true });
    const found = async (query: string) => {
      const { users, pagination } = (await served.call('GET', `/users?${query}`)).body;
      return [users.map(({ guid }) => guid), pagination['total_entries']];
    };
    expect(await found('id=pat')).toEqual([[pat.guid], 1]);
    expect(await found('email=pat@example.com')).toEqual([[pat.guid], 1]);
    expect(await found('is_disabled=true')).toEqual([[sam.guid], 1]);
    expect(await found('id=pat&is_disabled=true')).toEqual([[], 0]);
    expect((await served.call('GET', '/users?is_disabled=1')).status).toBe(400);
    const changed = await served.call('PUT', `/users/${sam.guid}`, { user: { email: null } });
    expect(changed.body.user).toMatchObject({ id: 'sam', email: null });
  });

  it('has a member with every key, and none of the old status', async () => {
    const { call, path, user, settled } = await connect('password', { id: 'mine' });
    await settled();
    const { body } = await call('GET', path);
    expect(body.member).toEqual({
      aggregated_at: '2026-01-01T00:00:00Z',
      background_aggregation_is_disabled: false,
      connection_status: 'CONNECTED',
      connection_status_message: 'Connected to MX Bank ...',
      error: null,
      guid: expect.stringMatching(/^MBR-/),
      id: 'mine',
      institution_code: 'mxbank',
      institution_guid: 'INS-1572a04c-912b-59bf-5841-332c7dfafaef',
      is_being_aggregated: false,
      is_managed_by_user: true,
      is_manual: false,
      is_oauth: false,
      metadata: null,
      most_recent_job_detail_code: null,
      most_recent_job_detail_text: null,
      most_recent_job_guid: expect.stringMatching(/^JOB-/),
      name: 'MX Bank',
      needs_updated_credentials: false,
      oauth_window_uri: null,
      successfully_aggregated_at: '2026-01-01T00:00:01Z',
      use_cases: [],
      user_guid: user,
      user_id: null,
    });
  });

  it('has another job guid for each job, and the same through a question', async () => {
    const { aggregate, answer, call, path, settled } = await connect('challenge');
    const jobGuid = async () =>
      JSON.parse((await call('GET', path)).text).member.most_recent_job_guid;
    const first = await jobGuid();
    await settled();
    await answer('correct');
    await settled();
    expect(await jobGuid()).toBe(first);
    await aggregate();
    expect(await jobGuid()).not.toBe(first);
  });

  it('has a status with has_processed_account_numbers, and without message or error', async () => {
    const { aggregate, call, path, settled } = await connect('password');
    await settled();
    await call('POST', `${path}/verify`);
    const verified = await settled();
    expect(Object.keys(verified).toSorted()).toEqual([
      'aggregated_at',
      'connection_status',
      'guid',
      'has_processed_account_numbers',
      'has_processed_accounts',
      'has_processed_transactions',
      'is_authenticated',
      'is_being_aggregated',
      'successfully_aggregated_at',
    ]);
    expect(verified).toMatchObject({ has_processed_account_numbers: true });
    await aggregate();
    expect(await settled()).toMatchObject({ has_processed_account_numbers: false });
  });

  it.each([...CONNECTION_STATUSES, null])('says %s in words', async (status) => {
    const { call, clock, path } = await connect(`status:${status}`);
    clock.advance(10_000);
    const { connection_status, connection_status_message } = JSON.parse(
      (await call('GET', path)).text,
    ).member;
    const message = status && statusTable[status].message;
    expect([connection_status, connection_status_message]).toEqual([
      status,
      message?.replace('{institution}', 'MX Bank') ?? null,
    ]);
  });

  it('has pages of credentials, and says their type twice', async () => {
    const { call, path } = await connect('password');
    for (const list of ['/institutions/mxbank', path]) {
      const { credentials, pagination } = (await call('GET', `${list}/credentials`)).body;
      expect(credentials).toEqual([
        {
          display_order: 1,
          field_name: 'LOGIN',
          field_type: 'LOGIN',
          guid: LOGIN,
          label: 'Username',
          type: 'LOGIN',
        },
        {
          display_order: 2,
          field_name: 'PASSWORD',
          field_type: 'PASSWORD',
          guid: PASSWORD,
          label: 'Password',
          type: 'PASSWORD',
        },
      ]);
      expect(pagination).toMatchObject({ total_entries: 2, total_pages: 1 });
    }
    const { body } = await call('GET', '/institutions/marigold/credentials');
    expect(body.credentials[0]).toMatchObject({
      type: 'OPTIONS',
      options: [
        { guid: expect.stringMatching(/^CRO-/), label: 'Northern counties', value: 'region_01' },
        { guid: expect.stringMatching(/^CRO-/) },
        { guid: expect.stringMatching(/^CRO-/) },
      ],
    });
  });

  it('has pages of challenges, and takes the guid of an option for an answer', async () => {
    const connection = await connect('all challenges');
    const asked = (await connection.settled()).challenges;
    const { challenges, pagination } = (
      await connection.call('GET', `${connection.path}/challenges`)
    ).body;
    expect(challenges).toEqual(asked);
    expect(pagination).toEqual({
      current_page: 1,
      per_page: 25,
      total_entries: 5,
      total_pages: 1,
    });
    const answers = challenges.map(({ guid, options, image_options }) => ({
      guid,
      value:
        (options ?? image_options)?.find(({ value }) => value === 'correct')?.guid ?? 'correct',
    }));
    expect(new Set(answers.map(({ value }) => value)).size).toBe(3);
    await connection.call('PUT', `${connection.path}/resume`, { member: { challenges: answers } });
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it('needs credentials for a member that does not use OAuth', async () => {
    const user = await newUser(served);
    const member = { institution_code: 'mxbank' };
    expect((await served.call('POST', `/users/${user}/members`, { member })).status).toBe(400);
  });

  it('takes the options of OAuth beside the member, and returns to the scheme mx', async () => {
    const user = await newUser(served);
    const member = { institution_code: 'mx_bank_oauth', is_oauth: true };
    const create = async (body: object) =>
      (await served.call('POST', `/users/${user}/members`, body)).body.member;
    const beside = await create({ member, referral_source: 'APP', enable_app2app: false });
    expect(await decide(beside.oauth_window_uri)).toBe(
      `mx://oauth_complete?status=error&member_guid=${beside.guid}&error_reason=DENIED`,
    );
    const inside = await create({ member: { ...member, referral_source: 'APP' } });
    expect(await decide(inside.oauth_window_uri)).toMatch(/^\/oauth\/redirect_from/);

    const path = `/users/${user}/members/${beside.guid}`;
    const query = 'referral_source=APP&client_redirect_url=https://app.test/back?x=1';
    const { text } = await served.call('GET', `${path}/oauth_window_uri?${query}`);
    const { guid, oauth_window_uri, ...rest } = JSON.parse(text).member;
    expect([guid, rest]).toEqual([beside.guid, {}]);
    expect(await decide(oauth_window_uri)).toBe(
      `https://app.test/back?x=1&status=error&member_guid=${guid}&error_reason=DENIED`,
    );
    expect((await served.call('GET', path)).body.member.oauth_window_uri).toBeNull();
  });

  async function decide(windowUri: string): Promise<string | null> {
    const state = new URL(windowUri).searchParams.get('state') ?? '';
    const answer = await fetch(`${served.url}/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ state, decision: 'deny' }),
    });
    return answer.headers.get('Location');
  }

  it('lists the favorites, and institutions by country', async () => {
    const codes = async (path: string) =>
      (await served.call('GET', path)).body.institutions.map(({ code }) => code);
    expect(await codes('/institutions/favorites')).toEqual([
      'mxbank',
      'first_lantern',
      'mx_bank_oauth',
      'meadowlark',
      'caisse_grand_pre',
    ]);
    expect(await codes('/institutions/favorites?iso_country_code=CA')).toEqual([
      'caisse_grand_pre',
    ]);
    const abroad = ['banco_del_faro', 'banco_nandu', 'caisse_grand_pre', 'credit_saint_elme'];
    for (const query of [
      'iso_country_code=CA&iso_country_code=MX',
      'iso_country_code[]=CA&iso_country_code[]=MX',
      'iso_country_code=CA,MX',
    ]) {
      expect(await codes(`/institutions?${query}`)).toEqual(abroad);
    }
  });

  it('hands out the hosted widget’s address in an object of its own', async () => {
    const { guid } = (await served.call('POST', '/users', { user: { id: 'pat' } })).body.user;
    const { status, text } = await served.call('POST', `/users/${guid}/widget_urls`, {
      widget_url: { widget_type: 'connect_widget' },
    });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        widget_url: {
          type: 'connect_widget',
          url: expect.stringMatching(/\/md\/connect\/[0-9a-f]{32}$/),
          user_id: 'pat',
        },
      },
    ]);
  });

  it('has accounts with its own keys, and no more than the end of their number', async () => {
    const { call, path, settled, user } = await connect('password', { id: 'mine' });
    await settled();
    const { accounts, pagination } = (await call('GET', `${path}/accounts`)).body;
    expect(pagination['total_entries']).toBe(4);
    expect(accounts[0]).toMatchObject({
      account_number: expect.stringMatching(/^\d{4}$/),
      balance: 1842.17,
      created_at: '2026-01-01T00:00:01Z',
      id: null,
      is_closed: false,
      is_hidden: false,
      is_manual: false,
      member_id: 'mine',
      member_is_managed_by_user: true,
      name: 'MX Bank Checking',
      routing_number: null,
      statement_balance: null,
      type: 'CHECKING',
      user_guid: user,
      user_id: null,
    });
    expect('feed_balance' in (accounts[0] ?? {})).toBe(api === platform20111101.api);
    const listed = async (query: string) =>
      (await call('GET', `/users/${user}/accounts?${query}`)).body.accounts.length;
    expect(await listed('is_manual=true')).toBe(0);
    expect(await listed('is_manual=false')).toBe(4);
    expect(await listed('member_is_managed_by_user=false')).toBe(0);
    const one = await call('GET', `/users/${user}/accounts/${accounts[0]?.guid}`);
    expect(JSON.parse(one.text).account).toEqual(accounts[0]);
  });

  it('has account numbers and owners with its own keys', async () => {
    const { call, clock, path, settled } = await follow(served, await newUser(served), {
      institution_code: 'mxcu',
      credentials: (
        await served.call('GET', '/institutions/mxcu/credentials')
      ).body.credentials.map(({ guid, type }) => ({
        guid,
        value: type === 'PASSWORD' ? 'password' : 'mxuser',
      })),
    });
    await settled();
    await call('POST', `${path}/verify`);
    clock.advance(2_000);
    await call('POST', `${path}/identify`);
    clock.advance(2_000);
    const { account_numbers } = (await call('GET', `${path}/account_numbers`)).body;
    expect(account_numbers[0]).toMatchObject({
      account_number: expect.stringMatching(/^\d{10}$/),
      guid: expect.stringMatching(/^ACN-/),
      loan_guarantor: null,
      passed_validation: true,
    });
    const { account_owners } = (await call('GET', `${path}/account_owners`)).body;
    expect(account_owners[0]).toMatchObject({
      first_name: null,
      last_name: null,
      owner_name: 'Pat Example',
      phone: '555-555-0100',
    });
  });

  it('leaves a member alone that is not to be updated in the background', async () => {
    const member = { background_aggregation_is_disabled: true };
    const { call, clock, path, settled, status } = await connect('password', member);
    await settled();
    clock.advance(3 * 24 * 3_600_000);
    expect((await status()).aggregated_at).toBe('2026-01-01T00:00:00Z');
    const { body } = await call('PUT', path, {
      member: { background_aggregation_is_disabled: false },
    });
    expect(body.member).toMatchObject({ background_aggregation_is_disabled: false });
    expect((await settled()).aggregated_at).not.toBe('2026-01-01T00:00:00Z');
  });
});
