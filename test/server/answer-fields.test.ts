import { describe, expect, it } from 'vitest';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { RESOURCES } from '../../src/contract/resources.ts';
import { asSentByTheBrowser } from '../../src/testing/page-fetch.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { AtriumApi } from '../../src/server.ts';
import { SAMPLES } from '../contract/samples.ts';
import { APIS, browser, CREDENTIAL, harness, json, MEMBER, ORIGIN } from './support.ts';

type Wire = Readonly<Record<string, unknown>>;

const LEAK = 'leak-078-05-1120';

/** What no browser may receive, whichever object it is on. */
const SECRETS = {
  ssn: LEAK,
  iban: LEAK,
  card_number: LEAK,
  accountNumber: LEAK,
  account_number_set_by: LEAK,
  feed_account_number: LEAK,
  feed_routing_number: LEAK,
  routing_number: LEAK,
  oauth_token: LEAK,
  client_guid: LEAK,
  user_guid: LEAK,
  user_id: LEAK,
  user: { guid: LEAK, email: LEAK },
  links: [`/users/${LEAK}`],
  credentials: [{ guid: CREDENTIAL, value: LEAK }],
  most_recent_job_guid: LEAK,
  error_message: LEAK,
  nested: { deeper: [{ ssn: LEAK }] },
};

const secrets = [{ guid: CREDENTIAL, value: 'hunter2' }];
const BODY = {
  member: { institution_code: 'mxbank', credentials: secrets, challenges: secrets },
  account: { name: 'Cash', account_type: 'CASH' },
};

const { pagination } = SAMPLES;
const member = { member: SAMPLES.member };
const accounts = { account_number: '6789' };

/** What each route returns when MX returns everything: [route, MX's response, the proxy's]. */
const RESPONSES: readonly (readonly [route: string, sent: object, passed?: object])[] = [
  ['GET /institutions', { institutions: [SAMPLES.institution], pagination }],
  ['GET /institutions/:code', { institution: SAMPLES.institution }],
  ['GET /institutions/:code/credentials', { credentials: [SAMPLES.credential], pagination }],
  ['GET /members', { members: [SAMPLES.member], pagination }],
  ['POST /members', member],
  ['GET /members/:member', member],
  ['PUT /members/:member', member],
  ['DELETE /members/:member', member, { member: {} }],
  ['GET /members/:member/status', { member: SAMPLES.memberStatus }],
  ['POST /members/:member/aggregate', member],
  ['GET /members/:member/challenges', { challenges: [SAMPLES.challenge], pagination }],
  ['PUT /members/:member/resume', member],
  ['GET /members/:member/credentials', { credentials: [SAMPLES.credential], pagination }],
  ['GET /members/:member/oauth_window_uri', member, { member: SAMPLES.oauthWindow }],
  [
    'GET /members/:member/accounts',
    { accounts: [SAMPLES.account], pagination },
    { accounts: [{ ...SAMPLES.account, ...accounts }], pagination },
  ],
  [
    'GET /members/:member/account_numbers',
    { account_numbers: [SAMPLES.accountNumbers], pagination },
  ],
  ['GET /members/:member/account_owners', { account_owners: [SAMPLES.accountOwner], pagination }],
  ['POST /members/:member/verify', member],
  ['POST /members/:member/identify', member],
  [
    'POST /accounts',
    { account: SAMPLES.account },
    { account: { ...SAMPLES.account, ...accounts } },
  ],
];

/** The same value with `change` applied to every object in it, innermost first. */
const withObjects = (value: unknown, change: (wire: Wire) => Wire): unknown => {
  if (Array.isArray(value)) return value.map((each) => withObjects(each, change));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withObjects(each, change)]);
  return change(Object.fromEntries(entries) as Wire);
};

/** The same with `change` applied to every field of every resource, the resources excepted. */
const withFields = (sent: object, change: (value: unknown, index: number) => unknown): unknown => {
  const isResource = new Set(Object.keys(sent).filter((key) => key !== 'pagination'));
  return withObjects(sent, (wire) =>
    Object.fromEntries(
      Object.entries(wire).map(([key, value], index) => [
        key,
        isResource.has(key) ? value : change(value, index),
      ]),
    ),
  );
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A response in Atrium's words as this API words it. */
function inWordsOf({ api, apiVersion }: AtriumApi, sent: object): object {
  if (api !== 'platform') return sent;
  return withObjects(sent, (wire) => {
    const { identifier, error, field_name, type, supports_oauth, ...rest } = wire;
    const flags = /^supports_(account|transaction)/;
    const unflagged = Object.entries(rest).filter(([name]) => !flags.test(name));
    const listsProducts = apiVersion === 'v20250224' && supports_oauth === true;
    return {
      ...(listsProducts
        ? { ...Object.fromEntries(unflagged), supported_products: PRODUCTS }
        : rest),
      ...(supports_oauth !== undefined && { supports_oauth }),
      ...(identifier !== undefined && { id: identifier }),
      ...(error !== undefined && {
        error: apiVersion === 'v20111101' ? JSON.stringify(error) : error,
      }),
      ...(field_name === undefined ? { type } : { field_name, field_type: type, type: 'TEXT' }),
    };
  }) as object;
}

const PRODUCTS = [
  'identity_verification',
  'statements',
  'account_verification',
  'transaction_history',
];

const ALLOW_ALL = {
  accountNumbers: true,
  accountOwners: true,
  verification: true,
  identification: true,
};

/** What the browser receives from a route when MX sends `body`. */
async function receive(api: AtriumApi, route: string, body: unknown) {
  const [method = '', path = ''] = route.split(' ');
  const manualAccounts = api.api === 'platform';
  const { proxy } = harness(() => json(body), { ...api, allow: { ...ALLOW_ALL, manualAccounts } });
  const at = path.replace(':member', MEMBER).replace(':code', 'mxbank');
  const takesBody = ROUTES.find((each) => `${each.method} ${each.path}` === route)?.body;
  const response = await proxy(browser(method, at, { body: takesBody && BODY }));
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as unknown };
}

const ROUTES_OF_EACH_API = APIS.flatMap(([name, api]) =>
  RESPONSES.filter(([route]) => api.api === 'platform' || route !== 'POST /accounts').map(
    ([route, sent, passed = sent]) => [name, route, { api, sent, passed }] as const,
  ),
);

describe('response fields of the proxy', () => {
  it('are tested for every route that MX answers', () => {
    const routes = ROUTES.filter(({ upstream }) => upstream !== undefined);
    expect(RESPONSES.map(([route]) => route)).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`),
    );
  });

  it.each(ROUTES_OF_EACH_API)(
    '%s %s passes every field of the contract and drops all others',
    async (_name, route, { api, sent, passed }) => {
      const stuffed = withObjects(inWordsOf(api, sent), (wire) => ({ ...SECRETS, ...wire }));
      const { status, text, body } = await receive(api, route, stuffed);
      expect(status).toBe(200);
      expect(text).not.toContain(LEAK);
      expect(body).toEqual(passed);
    },
  );

  it.each(ROUTES_OF_EACH_API)(
    '%s %s drops fields of another type than the contract has',
    async (_name, route, { api, sent }) => {
      const worded = inWordsOf(api, sent);
      const nested = withFields(worded, (value, index) => {
        if (isObject(value)) return value;
        return index % 2 === 0 ? { ssn: LEAK } : [LEAK];
      });
      const flat = withFields(worded, (value) => (isObject(value) ? LEAK : value));
      for (const body of [nested, flat]) {
        const { status, text } = await receive(api, route, body);
        expect(status).toBe(200);
        expect(text).not.toContain(LEAK);
      }
    },
  );

  it('of /features and /health are those of the contract', async () => {
    for (const resource of ['features', 'health'] as const) {
      const { body } = await receive({ api: 'atrium' }, `GET /${resource}`, {});
      const fields = (body as Record<string, object>)[resource] ?? {};
      expect(Object.keys(fields).toSorted()).toEqual(Object.keys(RESOURCES[resource]).toSorted());
    }
  });

  it('keep null, which Atrium sends for a field without a value', async () => {
    const fields = { guid: MEMBER, identifier: null, error: null, connection_status: null };
    const { body } = await receive({ api: 'atrium' }, 'GET /members/:member', { member: fields });
    expect(body).toEqual({ member: fields });
  });

  it.each([
    ['GET /members', { members: {} }],
    ['GET /members', { members: null }],
    ['GET /members/:member', { member: [] }],
    ['GET /members/:member', { member: 'x' }],
  ])('%s is a server error without its resource: %j', async (route, sent) => {
    expect(await receive({ api: 'atrium' }, route, sent)).toMatchObject({
      status: 502,
      body: { error: { kind: 'server' } },
    });
  });
});

describe('account numbers in the list of accounts', () => {
  it.each<[sent: unknown, passed: unknown]>([
    ['00123456789', '6789'],
    ['GB29 NWBK 6016 1331 9268 19', '6819'],
    ['****6789', '6789'],
    [987_654, '7654'],
    ['12345', '2345'],
    ['1234', '234'],
    ['12-34', '234'],
    [12, '2'],
    ['7', null],
    ['', null],
    [null, null],
  ])('%j passes as %j, also with allow.accountNumbers', async (sent, passed) => {
    const { body } = await receive({ api: 'atrium' }, 'GET /members/:member/accounts', {
      accounts: [{ guid: 'ACT-1', account_number: sent }],
    });
    expect(body).toEqual({ accounts: [{ guid: 'ACT-1', account_number: passed }] });
  });
});

describe('a connection status that cannot be read', () => {
  it.each([[{ status: 'CONNECTED' }], [['CONNECTED']], [true]])(
    'stays unknown to the client beside a legacy status of success: %j',
    async (connection_status) => {
      const { proxy } = harness(() =>
        json({ member: { guid: MEMBER, connection_status, status: 'COMPLETED' } }),
      );
      const client = createAtriumClient({
        baseUrl: `${ORIGIN}/api/atrium`,
        fetch: (url, init) => proxy(asSentByTheBrowser(url, init, ORIGIN)),
      });
      expect(await client.readMemberStatus(MEMBER)).toMatchObject({ connectionStatus: 'UNKNOWN' });
    },
  );
});
