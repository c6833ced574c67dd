import { describe, expect, it } from 'vitest';
import {
  API_KEY,
  browser,
  CLIENT_ID,
  CREDENTIAL,
  harness,
  json,
  MEMBER,
  ORIGIN,
  USER,
} from './support.ts';
import type { AtriumApi, PlatformVersion } from '../../src/server.ts';

const VERSIONS: PlatformVersion[] = ['v20111101', 'v20250224'];
const OLD: AtriumApi = { api: 'platform', apiVersion: 'v20111101' };
const NEW: AtriumApi = { api: 'platform', apiVersion: 'v20250224' };

const of = `/users/${USER}/members`;
const credentials = [{ guid: CREDENTIAL, value: 'hunter2' }];

/** What arrives at MX when a browser asks for this, and what the browser gets for `answer`. */
async function exchange(
  api: AtriumApi,
  [method, path, body]: [method: string, path: string, body?: unknown],
  answer: unknown = { member: {} },
  status = 200,
) {
  const { proxy, calls } = harness(() => json(answer, { status }), {
    ...api,
    allow: { verification: true, identification: true, accountOwners: true, manualAccounts: true },
  });
  const response = await proxy(browser(method, path, { body }));
  const text = await response.text();
  return {
    status: response.status,
    text,
    got: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
    sent: calls.map((call) => call.body),
    asked: calls.map((call) => `${call.method} ${call.path}`),
  };
}

const create = (api: AtriumApi, member: object) =>
  exchange(api, ['POST', '/members', { member: { institution_code: 'mxbank', ...member } }]);

describe.each(VERSIONS)('a call to the Platform API, %s,', (apiVersion) => {
  const api: AtriumApi = { api: 'platform', apiVersion };

  it('carries both keys in one header, and the version', async () => {
    const { proxy, calls } = harness(() => json({ members: [] }), api);
    await proxy(browser('GET', '/members'));
    const { accept, ...headers } = Object.fromEntries(calls[0]?.headers ?? []);
    expect(calls[0]?.url).toBe(`https://int-api.mx.com${of}`);
    expect(headers).toEqual({
      'accept-version': apiVersion,
      authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${API_KEY}`).toString('base64')}`,
    });
    expect(accept).toBe(
      apiVersion === 'v20111101' ? 'application/vnd.mx.api.v1+json' : 'application/json',
    );
  });

  it('goes to the host of its environment', async () => {
    const { proxy, calls } = harness(() => json({ members: [] }), {
      ...api,
      environment: 'production',
    });
    await proxy(browser('GET', '/members'));
    expect(calls[0]?.url).toBe(`https://api.mx.com${of}`);
  });

  it('names what it makes or changes by `id`', async () => {
    const created = await create(api, { identifier: 'own-1', metadata: 'm', credentials });
    expect(created.sent).toMatchObject([{ member: { id: 'own-1', metadata: 'm', credentials } }]);
    const changed = await exchange(api, [
      'PUT',
      `/members/${MEMBER}`,
      { member: { identifier: 'own-2', metadata: 'n' } },
    ]);
    expect(changed.sent).toEqual([{ member: { id: 'own-2', metadata: 'n' } }]);
    expect(JSON.stringify([created.sent, changed.sent])).not.toContain('identifier');
  });

  it('has the options of OAuth beside the member', async () => {
    const { sent } = await create(api, {
      is_oauth: true,
      referral_source: 'APP',
      client_redirect_url: `${ORIGIN}/return`,
      ui_message_webview_url_scheme: 'myapp',
    });
    expect(sent).toMatchObject([
      {
        referral_source: 'APP',
        client_redirect_url: `${ORIGIN}/return`,
        ui_message_webview_url_scheme: 'myapp',
        member: { institution_code: 'mxbank', is_oauth: true },
      },
    ]);
    const [{ member }] = sent as [{ member: object }];
    expect(Object.keys(member).toSorted()).not.toContain('referral_source');
    expect(Object.keys(member).toSorted()).not.toContain('client_redirect_url');
  });

  it('gives a member no name: it has its bank’s', async () => {
    const { sent } = await create(api, { name: 'My bank' });
    expect(JSON.stringify(sent)).not.toContain('My bank');
  });

  it('answers challenges as Atrium has them answered', async () => {
    const body = { member: { challenges: credentials } };
    const { sent } = await exchange(api, ['PUT', `/members/${MEMBER}/resume`, body]);
    expect(sent).toEqual([body]);
  });

  it.each(['/institutions/mxbank/credentials', `/members/${MEMBER}/credentials`])(
    'asks for a page of %s',
    async (path) => {
      const pagination = { current_page: 2, total_pages: 3 };
      const answer = { credentials: [], pagination };
      const { asked, got } = await exchange(
        api,
        ['GET', `${path}?page=2&records_per_page=100`],
        answer,
      );
      expect(asked[0]).toMatch(/\?page=2&records_per_page=100$/);
      expect(got).toEqual(answer);
    },
  );

  it('asks for a page of challenges, and takes none for an answer', async () => {
    const path = `/members/${MEMBER}/challenges?page=1`;
    const challenge = {
      guid: CREDENTIAL,
      type: 'OPTIONS',
      options: [{ guid: 'CRO-1', label: 'A', value: 'a' }],
    };
    const answer = { challenges: [challenge], pagination: { total_pages: 1 } };
    expect((await exchange(api, ['GET', path], answer)).got).toEqual(answer);
    const { proxy } = harness(() => new Response(null, { status: 204 }), api);
    expect((await proxy(browser('GET', path))).status).toBe(204);
  });
});

describe('the products of v20250224', () => {
  it('stand for `skip_aggregation` when a member is made', async () => {
    const orders = await Promise.all([
      create(NEW, { credentials }),
      create(NEW, { credentials, skip_aggregation: false }),
      create(NEW, { credentials, skip_aggregation: true }),
    ]);
    expect(orders.flatMap(({ sent }) => sent)).toMatchObject([
      { data_request: { products: ['transactions'] } },
      { data_request: { products: ['transactions'] } },
      { data_request: { products: [] } },
    ]);
    expect(JSON.stringify(orders)).not.toContain('skip_aggregation');
  });

  it('were not there before: v20111101 goes by the flag', async () => {
    const { sent } = await create(OLD, { credentials, skip_aggregation: true });
    expect(sent).toEqual([
      { member: { institution_code: 'mxbank', credentials, skip_aggregation: true } },
    ]);
  });

  it('cannot be chosen by a change, which so says nothing of aggregation', async () => {
    const request: [string, string, unknown] = [
      'PUT',
      `/members/${MEMBER}`,
      { member: { credentials, skip_aggregation: true } },
    ];
    expect((await exchange(NEW, request)).sent).toEqual([{ member: { credentials } }]);
    expect((await exchange(OLD, request)).sent).toEqual([request[2]]);
  });

  it('are what institutions are asked for by', async () => {
    const path =
      '/institutions?name=mx&supports_account_statement=false&supports_account_verification=true&supports_transaction_history=true';
    const answer = { institutions: [] };
    expect((await exchange(NEW, ['GET', path], answer)).asked).toEqual([
      'GET /institutions?name=mx&supported_products=account_verification&supported_products=transaction_history',
    ]);
    expect((await exchange(OLD, ['GET', path], answer)).asked).toEqual([`GET ${path}`]);
  });

  it('are told to the browser as the flags of institutions', async () => {
    const sent = { code: 'mxbank', supported_products: ['account_verification', 'rewards', 7] };
    const worded = {
      code: 'mxbank',
      supports_account_identification: false,
      supports_account_statement: false,
      supports_account_verification: true,
      supports_transaction_history: false,
    };
    const one = await exchange(NEW, ['GET', '/institutions/mxbank'], { institution: sent });
    expect(one.got).toEqual({ institution: worded });
    const list = await exchange(NEW, ['GET', '/institutions'], { institutions: [sent, sent] });
    expect(list.got).toEqual({ institutions: [worded, worded] });
  });

  it.each([undefined, null, 'account_verification', { 0: 'account_verification' }])(
    'are no flags when they are %j: nothing is known',
    async (products) => {
      const sent = { code: 'mxbank', supported_products: products };
      const { got } = await exchange(NEW, ['GET', '/institutions/mxbank'], { institution: sent });
      expect(got).toEqual({ institution: { code: 'mxbank' } });
    },
  );

  it('leave alone the page of a bank: it has a flag of its own', async () => {
    const { asked } = await exchange(NEW, [
      'GET',
      `/members/${MEMBER}/oauth_window_uri?skip_aggregation=true&referral_source=BROWSER`,
    ]);
    expect(asked).toEqual([
      `GET ${of}/${MEMBER}/oauth_window_uri?referral_source=BROWSER&skip_aggregation=true`,
    ]);
  });
});

describe.each(VERSIONS)('an answer of the Platform API, %s,', (apiVersion) => {
  const api: AtriumApi = { api: 'platform', apiVersion };
  const member = {
    guid: MEMBER,
    id: 'own-1',
    user_guid: USER,
    user_id: 'person-1',
    connection_status: 'DENIED',
    connection_status_message: 'The credentials are wrong.',
    is_manual: false,
    most_recent_job_guid: 'JOB-1',
    most_recent_job_detail_code: 7,
    most_recent_job_detail_text: 'x',
  };
  const worded = {
    guid: MEMBER,
    identifier: 'own-1',
    connection_status: 'DENIED',
    connection_status_message: 'The credentials are wrong.',
    is_manual: false,
  };

  it('names members by `identifier`, and neither their user nor their jobs', async () => {
    const one = await exchange(api, ['GET', `/members/${MEMBER}`], { member });
    expect(one.got).toEqual({ member: worded });
    const pagination = { total_pages: 1 };
    const list = await exchange(api, ['GET', '/members'], { members: [member], pagination });
    expect(list.got).toEqual({ members: [worded], pagination });
  });

  it('keeps a `null` id a `null` identifier', async () => {
    const answer = { member: { guid: MEMBER, id: null } };
    const { got } = await exchange(api, ['GET', `/members/${MEMBER}`], answer);
    expect(got).toEqual({ member: { guid: MEMBER, identifier: null } });
  });

  it('gives every credential the type that its field has', async () => {
    const sent = [
      { guid: CREDENTIAL, field_type: 'PASSWORD', type: 'TEXT' },
      { guid: CREDENTIAL, field_type: null, type: 'LOGIN' },
      { guid: CREDENTIAL, type: 'TEXT' },
    ];
    const got = {
      credentials: ['PASSWORD', 'LOGIN', 'TEXT'].map((type) => ({ guid: CREDENTIAL, type })),
    };
    for (const path of ['/institutions/mxbank/credentials', `/members/${MEMBER}/credentials`]) {
      expect((await exchange(api, ['GET', path], { credentials: sent })).got).toEqual(got);
    }
  });

  it('may hold of a member no more than where its bank’s page is', async () => {
    const answer = { member: { guid: MEMBER, oauth_window_uri: 'https://bank.example/' } };
    const path = `/members/${MEMBER}/oauth_window_uri`;
    expect(await exchange(api, ['GET', path], answer)).toMatchObject({ status: 200, got: answer });
  });

  it.each([200, 201, 202])('to a new member is a success as %i', async (status) => {
    const body = { member: { institution_code: 'mxbank', credentials } };
    const answer = await exchange(api, ['POST', '/members', body], { member }, status);
    expect(answer).toMatchObject({ status, got: { member: worded } });
  });

  it.each(['aggregate', 'verify', 'identify'])('to %s may be 200, 202 or 204', async (job) => {
    const request: [string, string] = ['POST', `/members/${MEMBER}/${job}`];
    expect(await exchange(api, request, { member }, 200)).toMatchObject({ status: 200 });
    expect(await exchange(api, request, { member }, 202)).toMatchObject({ status: 202 });
    const { proxy } = harness(() => new Response(null, { status: 204 }), {
      ...api,
      allow: { verification: true, identification: true },
    });
    expect((await proxy(browser(...request))).status).toBe(204);
  });

  it('shows four characters of numbers, those of the feed too', async () => {
    const sent = {
      account_number: '00123456789',
      account_number_set_by: 1,
      routing_number: '021000021',
      feed_account_number: '00123456789',
      feed_routing_number: '021000021',
      user_id: 'person-1',
    };
    const got = {
      account_number: '6789',
      account_number_set_by: 1,
      routing_number: '0021',
      feed_account_number: '6789',
      feed_routing_number: '0021',
    };
    const path = `/members/${MEMBER}/accounts`;
    expect((await exchange(api, ['GET', path], { accounts: [sent] })).got).toEqual({
      accounts: [got],
    });
  });

  it('never names a user of MX or of the host, at any depth', async () => {
    const nested = { a: [{ user_id: 'person-1', user_guid: USER, b: { user_id: 'person-1' } }] };
    const answers = [
      await exchange(api, ['GET', '/members'], { members: [{ ...member, nested }] }),
      await exchange(api, ['GET', `/members/${MEMBER}/account_owners`], {
        account_owners: [{ ...nested, user_guid: USER }],
      }),
    ];
    for (const { text, status } of answers) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/user_|USR-|person-1|JOB-/);
    }
  });

  it.each(['{"members":{}}', '{"members":[1,null,[[{"id":1}]],"x"]}', '{"members":[{"id":{}}]}'])(
    'that is not what was promised breaks nothing: %s',
    async (text) => {
      const { proxy } = harness(() => new Response(text), api);
      expect((await proxy(browser('GET', '/members'))).status).toBe(200);
    },
  );
});
