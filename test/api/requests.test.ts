import { describe, expect, it } from 'vitest';
import { GUID, harness, json, status, VERB_NAMES, VERBS } from './support.ts';
import type { AtriumClient } from '../../src/api/client.ts';

const member = { member: { guid: GUID } };

interface Row {
  readonly call: (client: AtriumClient) => Promise<unknown>;
  readonly sends: string;
  readonly body?: unknown;
  readonly answer: unknown;
}

const ANSWERS = [
  { guid: 'CRD-1', value: 'test_atrium' },
  { guid: 'CRD-2', value: 'hunter2' },
];

const ROWS: readonly Row[] = [
  {
    call: (client) => client.listInstitutions({}),
    sends: 'GET /api/atrium/institutions',
    answer: { institutions: [] },
  },
  {
    call: (client) => client.listInstitutions({ name: 'mx & co', page: 2, perPage: 10 }),
    sends: 'GET /api/atrium/institutions?name=mx+%26+co&page=2&records_per_page=10',
    answer: { institutions: [] },
  },
  {
    call: (client) => client.listInstitutions({ mode: 'verification' }),
    sends: 'GET /api/atrium/institutions?supports_account_verification=true',
    answer: { institutions: [] },
  },
  {
    call: (client) => client.listInstitutions({ mode: 'identification' }),
    sends: 'GET /api/atrium/institutions?supports_account_identification=true',
    answer: { institutions: [] },
  },
  {
    call: (client) => client.readInstitution('mx/bank?'),
    sends: 'GET /api/atrium/institutions/mx%2Fbank%3F',
    answer: { institution: { code: 'mx/bank?' } },
  },
  {
    call: (client) => client.listInstitutionCredentials('mxbank'),
    sends: 'GET /api/atrium/institutions/mxbank/credentials?page=1&records_per_page=100',
    answer: { credentials: [] },
  },
  {
    call: async (client) => client.readFeatures?.(),
    sends: 'GET /api/atrium/features',
    answer: { features: {} },
  },
  {
    call: async (client) => client.createManualAccount?.({ name: 'Piggy bank', type: 'CASH' }),
    sends: 'POST /api/atrium/accounts',
    body: { account: { name: 'Piggy bank', account_type: 'CASH' } },
    answer: { account: { guid: 'ACT-1' } },
  },
  {
    call: async (client) =>
      client.createManualAccount?.({
        name: 'Nest egg',
        type: 'SAVINGS',
        subtype: 'MONEY_MARKET',
        balance: -12.5,
        currencyCode: 'CAD',
      }),
    sends: 'POST /api/atrium/accounts',
    body: {
      account: {
        name: 'Nest egg',
        account_type: 'SAVINGS',
        account_subtype: 'MONEY_MARKET',
        balance: -12.5,
        currency_code: 'CAD',
      },
    },
    answer: { account: { guid: 'ACT-1' } },
  },
  {
    call: async (client) =>
      client.createManualAccount?.({ name: 'Empty', type: 'CASH', balance: 0 }),
    sends: 'POST /api/atrium/accounts',
    body: { account: { name: 'Empty', account_type: 'CASH', balance: 0 } },
    answer: { account: { guid: 'ACT-1' } },
  },
  {
    call: (client) => client.listMembers(),
    sends: 'GET /api/atrium/members?page=1&records_per_page=100',
    answer: { members: [] },
  },
  {
    call: (client) => client.readMember(GUID),
    sends: `GET /api/atrium/members/${GUID}`,
    answer: member,
  },
  {
    call: (client) =>
      client.createMember({
        institutionCode: 'mxbank',
        credentials: ANSWERS,
        identifier: 'mine',
        metadata: '{}',
        name: 'Household',
        skipAggregation: true,
      }),
    sends: 'POST /api/atrium/members',
    body: {
      member: {
        institution_code: 'mxbank',
        credentials: ANSWERS,
        identifier: 'mine',
        metadata: '{}',
        name: 'Household',
        skip_aggregation: true,
      },
    },
    answer: member,
  },
  {
    call: (client) => client.createMember({ institutionCode: 'mxbank', credentials: ANSWERS }),
    sends: 'POST /api/atrium/members',
    body: { member: { institution_code: 'mxbank', credentials: ANSWERS } },
    answer: member,
  },
  {
    call: (client) =>
      client.createMember({ institutionCode: 'oauth', isOauth: true, credentials: ANSWERS }),
    sends: 'POST /api/atrium/members',
    body: { member: { institution_code: 'oauth', is_oauth: true, referral_source: 'BROWSER' } },
    answer: member,
  },
  {
    call: (client) => client.updateMember(GUID, { credentials: ANSWERS, metadata: 'm' }),
    sends: `PUT /api/atrium/members/${GUID}`,
    body: { member: { credentials: ANSWERS, metadata: 'm' } },
    answer: member,
  },
  {
    call: (client) => client.readMemberStatus(GUID),
    sends: `GET /api/atrium/members/${GUID}/status`,
    answer: member,
  },
  {
    call: (client) => client.aggregateMember(GUID),
    sends: `POST /api/atrium/members/${GUID}/aggregate`,
    answer: member,
  },
  {
    call: (client) => client.verifyMember(GUID),
    sends: `POST /api/atrium/members/${GUID}/verify`,
    answer: member,
  },
  {
    call: (client) => client.identifyMember(GUID),
    sends: `POST /api/atrium/members/${GUID}/identify`,
    answer: member,
  },
  {
    call: (client) => client.listAccountNumbers(GUID),
    sends: `GET /api/atrium/members/${GUID}/account_numbers?page=1&records_per_page=100`,
    answer: { account_numbers: [] },
  },
  {
    call: (client) => client.listAccountOwners(GUID),
    sends: `GET /api/atrium/members/${GUID}/account_owners?page=1&records_per_page=100`,
    answer: { account_owners: [] },
  },
  {
    call: (client) => client.listChallenges(GUID),
    sends: `GET /api/atrium/members/${GUID}/challenges?page=1&records_per_page=100`,
    answer: { challenges: [] },
  },
  {
    call: (client) => client.resumeMember(GUID, ANSWERS),
    sends: `PUT /api/atrium/members/${GUID}/resume`,
    body: { member: { challenges: ANSWERS } },
    answer: member,
  },
  {
    call: (client) => client.listMemberCredentials(GUID),
    sends: `GET /api/atrium/members/${GUID}/credentials?page=1&records_per_page=100`,
    answer: { credentials: [] },
  },
  {
    call: (client) => client.readOauthWindowUri(GUID),
    sends: `GET /api/atrium/members/${GUID}/oauth_window_uri?referral_source=BROWSER`,
    answer: { member: { guid: GUID, oauth_window_uri: 'https://bank.example/' } },
  },
  {
    call: (client) => client.listMemberAccounts(GUID),
    sends: `GET /api/atrium/members/${GUID}/accounts?page=1&records_per_page=100`,
    answer: { accounts: [] },
  },
  {
    call: (client) => client.deleteMember(GUID),
    sends: `DELETE /api/atrium/members/${GUID}`,
    answer: undefined,
  },
];

describe('each function sends one request, in the spelling of the API', () => {
  it.each(ROWS)('$sends', async ({ call, sends, body, answer }) => {
    const { client, sent } = harness(() => (answer === undefined ? status(204) : json(answer)));
    await call(client);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([sends]);
    expect(sent[0]?.body).toEqual(body);
    expect(sent[0]?.headers.get('content-type')).toBe(
      body === undefined ? null : 'application/json',
    );
    expect(sent[0]?.headers.get('accept')).toBe('application/json');
  });

  it('sends nothing of an answer but its guid and its value', async () => {
    const { client, sent } = harness(() => json(member));
    const fromForm = { guid: 'CRD-1', value: 'blue', label: 'Which colour?', element: 'input' };
    await client.resumeMember(GUID, [fromForm]);
    await client.updateMember(GUID, { credentials: [fromForm] });
    await client.createMember({ institutionCode: 'mxbank', credentials: [fromForm] });
    expect(sent.map(({ body }) => JSON.stringify(body)).join()).not.toMatch(/label|element/);
  });

  it('names the way back for a host whose people leave the page', async () => {
    const oauth = { returnUrl: 'https://app.example/back' };
    const { client, sent } = harness(() =>
      json({ member: { guid: GUID, oauth_window_uri: 'https://bank.example/' } }),
    );
    await client.createMember({ institutionCode: 'oauth', isOauth: true, oauth });
    await client.readOauthWindowUri(GUID, { ...oauth, skipAggregation: true });
    expect(sent[0]?.body).toEqual({
      member: {
        institution_code: 'oauth',
        is_oauth: true,
        referral_source: 'APP',
        client_redirect_url: 'https://app.example/back',
      },
    });
    expect(sent[1]?.url).toContain(
      '?referral_source=APP&client_redirect_url=https%3A%2F%2Fapp.example%2Fback&skip_aggregation=true',
    );
  });
});

describe('an id never leaves its place in the path', () => {
  it.each(['', '.', '..'])('refuses %j without a request', async (id) => {
    const { client, sent } = harness(() => json(member));
    await expect(client.readMember(id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(client.readInstitution(id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(client.deleteMember(id)).rejects.toMatchObject({ kind: 'not-found' });
    expect(sent).toEqual([]);
  });

  it.each(['../../logout', 'a?b#c', 'ä/%2e%2e'])('encodes %j', async (id) => {
    const { client, sent } = harness(() => status(204));
    await client.deleteMember(id);
    const { pathname } = new URL(sent[0]?.url ?? '', 'https://app.example');
    expect(pathname.split('/')).toHaveLength(5);
    expect(decodeURIComponent(pathname)).toBe(`/api/atrium/members/${id}`);
  });
});

describe('what the host adds to each request', () => {
  it('sends the session cookie to its own origin and nowhere else, unless told to', async () => {
    const ours = harness(() => json(member));
    await ours.client.readMember(GUID);
    expect(ours.sent[0]?.init.credentials).toBe('same-origin');

    const theirs = harness(() => json(member), { credentials: 'include' });
    await theirs.client.readMember(GUID);
    expect(theirs.sent[0]?.init.credentials).toBe('include');
  });

  it.each([
    ['an object', { 'x-csrf': 'token', accept: 'text/html' }],
    ['a function', () => ({ 'x-csrf': 'token' })],
    ['a promise', async () => new Headers({ 'x-csrf': 'token' })],
  ])('sends headers given as %s, which cannot change what we speak', async (_form, headers) => {
    const { client, sent } = harness(() => json(member), { headers });
    await client.readMember(GUID);
    expect(sent[0]?.headers.get('x-csrf')).toBe('token');
    expect(sent[0]?.headers.get('accept')).toBe('application/json');
  });

  it('asks for the headers anew each time, as a token may have changed', async () => {
    let token = 0;
    const { client, sent } = harness(() => json(member), {
      headers: () => ({ 'x-csrf': `${(token += 1)}` }),
    });
    await client.readMember(GUID);
    await client.readMember(GUID);
    expect(sent.map(({ headers }) => headers.get('x-csrf'))).toEqual(['1', '2']);
  });

  it.each(VERB_NAMES)('%s follows no redirect and takes nothing from a cache', async (verb) => {
    const { client, sent } = harness(() => status(500));
    await VERBS[verb](client).catch(() => undefined);
    expect(sent[0]?.init).toMatchObject({ redirect: 'manual', cache: 'no-store' });
  });
});

describe('where the proxy is', () => {
  it.each([
    ['/api/atrium/', '/api/atrium/members/x'],
    ['/api/atrium//', '/api/atrium/members/x'],
    ['https://api.app.example/atrium', 'https://api.app.example/atrium/members/x'],
    ['/', '/members/x'],
  ])('takes %s', async (baseUrl, expected) => {
    const { client, sent } = harness(() => status(204), { baseUrl });
    await client.deleteMember('x');
    expect(sent[0]?.url).toBe(expected);
  });

  it.each([
    ['', /needs `baseUrl`/],
    ['https://:99999', /not a URL/],
    ['https://atrium.mx.com', /points at MX itself/],
    ['https://mx.com/', /points at MX itself/],
    ['https://mx.com.', /points at MX itself/],
    ['https://vestibule.mx.com/users/USR-1', /points at MX itself/],
    ['//int-api.mx.com', /points at MX itself/],
  ])('refuses %j, and says why', (baseUrl, reason) => {
    expect(() => harness(() => status(204), { baseUrl })).toThrow(reason);
  });

  it.each(['https://mx.com.example/api', 'https://notmx.com/api', '/mx.com'])(
    'does not take %s for MX',
    (baseUrl) => {
      expect(() => harness(() => status(204), { baseUrl })).not.toThrow();
    },
  );
});
