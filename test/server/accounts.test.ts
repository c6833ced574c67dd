import { describe, expect, it } from 'vitest';
import { directory } from './directory.ts';
import { APIS, browser, harness, json, member, USER } from './support.ts';
import type { AtriumProxyOptions } from '../../src/server.ts';

const SECRET = 'the-name-of-an-account';
const PLATFORM: Partial<AtriumProxyOptions> = {
  api: 'platform',
  allow: { manualAccounts: true },
};

const created = (): Response =>
  json({
    account: {
      guid: 'ACT-06d7f44b-caae-0f6e-1384-01f52e75dcb1',
      name: 'Savings',
      is_manual: true,
      account_number: '00123456789',
      user_guid: USER,
      user_id: 'person-1',
    },
  });

const open = (account: unknown, options = PLATFORM) => {
  const { proxy, calls, events } = harness(created, options);
  const body = typeof account === 'string' ? account : { account };
  return { response: proxy(browser('POST', '/accounts', { body })), calls, events };
};

describe('an account kept by hand', () => {
  const account = {
    name: 'Savings',
    account_type: 'SAVINGS',
    account_subtype: 'MONEY_MARKET',
    balance: -12.5,
    currency_code: 'USD',
  };

  it.each(['v20111101', 'v20250224'] as const)(
    'is made for the signed-in user, and shown as other accounts are: %s',
    async (apiVersion) => {
      const { response, calls } = open(account, { ...PLATFORM, apiVersion });
      expect((await response).status).toBe(200);
      expect(await (await response).json()).toEqual({
        account: {
          guid: 'ACT-06d7f44b-caae-0f6e-1384-01f52e75dcb1',
          name: 'Savings',
          account_number: '6789',
        },
      });
      expect(calls).toMatchObject([
        { method: 'POST', path: `/users/${USER}/accounts`, body: { account } },
      ]);
    },
  );

  it('needs a name and a type, and carries nothing that is not listed', async () => {
    const least = { name: 'Cash', account_type: 'CASH' };
    const { response, calls } = open({ ...least, user_guid: 'USR-other', metadata: 'x' });
    expect((await response).status).toBe(200);
    expect(calls).toMatchObject([{ body: { account: least } }]);
  });

  it.each<[why: string, account: unknown]>([
    ['nothing', ''],
    ['not JSON', `{"account": ${SECRET}`],
    ['a member', '{"member":{"name":"x","account_type":"CASH"}}'],
    ['a list', []],
    ['no name', { account_type: 'CASH' }],
    ['no type', { name: SECRET }],
    ['a type of its own', { name: SECRET, account_type: 'CRYPTO' }],
    ['a type in lower case', { name: SECRET, account_type: 'cash' }],
    ['a name too long', { name: SECRET + 'x'.repeat(255), account_type: 'CASH' }],
    ['a name that is a number', { name: 1, account_type: 'CASH' }],
    ['a subtype with a space', { ...account, account_subtype: SECRET + ' 1' }],
    ['a balance in a string', { ...account, balance: '12.50' }],
    ['a balance beyond numbers', '{"account":{"name":"x","account_type":"CASH","balance":1e999}}'],
    ['a currency that is none', { ...account, currency_code: 'dollars' }],
  ])('is refused without repeating what was sent: %s', async (_why, sent) => {
    const { response, calls } = open(sent);
    expect((await response).status).toBe(400);
    const text = await (await response).text();
    expect(JSON.parse(text)).toMatchObject({ error: { kind: 'invalid' } });
    expect(text).not.toContain(SECRET);
    expect(calls).toEqual([]);
  });

  it('does not exist until the host allows it', async () => {
    for (const options of [{ api: 'platform' }, { api: 'platform', allow: {} }, {}] as const) {
      const { response, calls } = open(account, options);
      expect((await response).status).toBe(404);
      expect(calls).toEqual([]);
    }
  });

  it('is never made twice: the first may have been made though its answer was lost', async () => {
    const { proxy, calls } = harness(() => new Response('', { status: 503 }), PLATFORM);
    const response = await proxy(browser('POST', '/accounts', { body: { account } }));
    expect(response.status).toBe(502);
    expect(calls).toHaveLength(1);
  });

  it('is a question of what MX has enabled when MX refuses it', async () => {
    const { proxy } = harness(() => json({}, { status: 403 }), PLATFORM);
    const response = await proxy(browser('POST', '/accounts', { body: { account } }));
    expect(await response.json()).toMatchObject({ error: { kind: 'forbidden' } });
  });

  it('has its user looked for again when MX no longer knows them', async () => {
    const { script, remove } = directory(1, { api: 'platform' });
    const { proxy, calls } = harness(script, {
      ...PLATFORM,
      resolveUser: () => ({ identifier: 'person-0' }),
    });
    await proxy(browser('GET', '/members'));
    remove('person-0');
    const ask = () => proxy(browser('POST', '/accounts', { body: { account } }));
    expect((await ask()).status).toBe(404);
    await ask();
    expect(calls.filter(({ path, method }) => path === '/users' && method === 'POST')).toHaveLength(
      2,
    );
  });
});

const features = async (options: Partial<AtriumProxyOptions>) => {
  const { proxy, calls } = harness(() => member(), {
    ...options,
    resolveUser: () => ({ identifier: 'person-0' }),
  });
  const response = await proxy(browser('GET', '/features'));
  return { status: response.status, body: await response.json(), asked: calls };
};

describe.each(APIS)('what this server offers, on %s,', (_name, api) => {
  it('is told without asking MX, or making a user of the visitor', async () => {
    expect(await features(api)).toEqual({
      status: 200,
      body: { features: { manual_accounts: false, events: false } },
      asked: [],
    });
  });

  it('is told to nobody who is not signed in, and to no other site', async () => {
    const { proxy } = harness(() => member(), { ...api, resolveUser: () => null });
    expect((await proxy(browser('GET', '/features'))).status).toBe(401);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await proxy(browser('GET', '/features', { headers }))).status).toBe(403);
  });
});

it('what this server offers includes accounts kept by hand where they are allowed', async () => {
  const { body } = await features(PLATFORM);
  expect(body).toMatchObject({ features: { manual_accounts: true } });
});
