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
import type { ProxyAllow } from '../../src/server.ts';

const everything = (): Response =>
  json({
    institutions: [],
    institution: {},
    credentials: [],
    members: [],
    member: {},
    challenges: [],
    accounts: [],
    account_numbers: [],
    account_owners: [],
    pagination: {},
  });

const credentials = [{ guid: CREDENTIAL, value: 'test_atrium' }];
const of = `/users/${USER}/members`;

const OPEN: [method: string, path: string, upstream: string, body?: unknown][] = [
  ['GET', '/institutions', '/institutions'],
  [
    'GET',
    '/institutions?name=mx%20bank&page=2&records_per_page=50',
    '/institutions?name=mx+bank&page=2&records_per_page=50',
  ],
  [
    'GET',
    '/institutions?supports_account_verification=true',
    '/institutions?supports_account_verification=true',
  ],
  ['GET', '/institutions/mx_bank.oauth-1', '/institutions/mx_bank.oauth-1'],
  ['GET', '/institutions/mxbank/credentials', '/institutions/mxbank/credentials'],
  ['GET', '/institutions/mxbank/credentials?page=1', '/institutions/mxbank/credentials'],
  ['GET', '/members?page=1', `${of}?page=1`],
  ['POST', '/members', of, { member: { institution_code: 'mxbank', credentials } }],
  ['GET', `/members/${MEMBER}`, `${of}/${MEMBER}`],
  ['PUT', `/members/${MEMBER}`, `${of}/${MEMBER}`, { member: { credentials } }],
  ['DELETE', `/members/${MEMBER}`, `${of}/${MEMBER}`],
  ['GET', `/members/${MEMBER}/status`, `${of}/${MEMBER}/status`],
  ['POST', `/members/${MEMBER}/aggregate`, `${of}/${MEMBER}/aggregate`],
  ['GET', `/members/${MEMBER}/challenges`, `${of}/${MEMBER}/challenges`],
  ['GET', `/members/${MEMBER}/challenges?page=2`, `${of}/${MEMBER}/challenges`],
  [
    'PUT',
    `/members/${MEMBER}/resume`,
    `${of}/${MEMBER}/resume`,
    { member: { challenges: credentials } },
  ],
  ['GET', `/members/${MEMBER}/credentials`, `${of}/${MEMBER}/credentials`],
  ['GET', `/members/${MEMBER}/credentials?records_per_page=100`, `${of}/${MEMBER}/credentials`],
  [
    'GET',
    `/members/${MEMBER}/oauth_window_uri?referral_source=APP&skip_aggregation=true`,
    `${of}/${MEMBER}/oauth_window_uri?referral_source=APP&skip_aggregation=true`,
  ],
  [
    'GET',
    `/members/${MEMBER}/accounts?records_per_page=100`,
    `${of}/${MEMBER}/accounts?records_per_page=100`,
  ],
];

const SHUT: [allow: keyof ProxyAllow, method: string, path: string][] = [
  ['accountNumbers', 'GET', `/members/${MEMBER}/account_numbers`],
  ['accountOwners', 'GET', `/members/${MEMBER}/account_owners`],
  ['verification', 'POST', `/members/${MEMBER}/verify`],
  ['identification', 'POST', `/members/${MEMBER}/identify`],
];

const at = (basePath: string, path: string): Promise<Response> =>
  harness(everything, { basePath }).proxy(
    new Request(`${ORIGIN}${path}`, { headers: { 'sec-fetch-site': 'same-origin' } }),
  );

describe('the allow-list', () => {
  it.each(OPEN)(
    '%s %s reaches Atrium as the signed-in user',
    async (method, path, target, body) => {
      const { proxy, calls } = harness(everything);
      const response = await proxy(browser(method, path, { body }));

      expect(response.status).toBe(200);
      expect(calls).toMatchObject([
        { method, url: `https://vestibule.mx.com${target}`, body, redirect: 'manual' },
      ]);
      expect(calls[0]?.headers.get('mx-api-key')).toBe(API_KEY);
      expect(calls[0]?.headers.get('mx-client-id')).toBe(CLIENT_ID);
      expect(calls[0]?.headers.get('accept')).toBe('application/vnd.mx.atrium.v1+json');
      expect(calls[0]?.headers.get('content-type')).toBe(body ? 'application/json' : null);
    },
  );

  it.each(SHUT)(
    'keeps what needs `%s` shut until the host allows it: %s %s',
    async (allow, method, path) => {
      const shut = harness(everything);
      expect((await shut.proxy(browser(method, path))).status).toBe(404);
      expect(shut.calls).toEqual([]);

      const open = harness(everything, { allow: { [allow]: true } });
      expect((await open.proxy(browser(method, path))).status).toBe(200);
      expect(open.calls).toMatchObject([{ method, path: `/users/${USER}${path}` }]);
    },
  );

  it('is below its own path alone, and not below another of the same length', async () => {
    expect((await at('/api/atrium', '/api/atrium/members')).status).toBe(200);
    expect((await at('/api/atrium', '/api/atriux/members')).status).toBe(404);
  });

  it('drops query parameters that are not listed or come twice', async () => {
    const { proxy, calls } = harness(everything);
    await proxy(browser('GET', '/members?page=2&user_guid=USR-other&page=9&utm_source=mail'));
    expect(calls).toMatchObject([{ path: `${of}?page=2` }]);
  });

  it.each([
    '/institutions?page=0',
    '/institutions?page=1e3',
    '/institutions?records_per_page=-1',
    '/institutions?supports_account_verification=1',
    `/institutions?name=${'x'.repeat(201)}`,
    `/members/${MEMBER}/oauth_window_uri?referral_source=IFRAME`,
    `/members/${MEMBER}/oauth_window_uri?ui_message_webview_url_scheme=java%0ascript`,
    `/members/${MEMBER}/oauth_window_uri?ui_message_webview_url_scheme=JavaScript`,
    `/members/${MEMBER}/oauth_window_uri?ui_message_webview_url_scheme=https`,
  ])('refuses a query value that makes no sense: %s', async (path) => {
    const { proxy, calls } = harness(everything);
    const response = await proxy(browser('GET', path));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { kind: 'invalid' } });
    expect(calls).toEqual([]);
  });

  it('is matched below the path that the host chose, and nowhere else', async () => {
    expect((await at('/bank', '/bank/institutions')).status).toBe(200);
    expect((await at('/bank/', '/bank/institutions')).status).toBe(200);
    expect((await at('/', '/institutions')).status).toBe(200);
    expect((await at('/bank', '/banking/institutions')).status).toBe(404);
    expect((await at('/bank', '/api/atrium/institutions')).status).toBe(404);
    expect((await at('/bank', '/x/bank/institutions')).status).toBe(404);
  });
});

const NOT_THERE: [method: string, path: string][] = [
  ['GET', ''],
  ['GET', '/'],
  ['GET', '/users'],
  ['GET', `/users/${USER}`],
  ['GET', `/users/${USER}/members`],
  ['DELETE', `/users/${USER}`],
  ['POST', `/users/${USER}/connect_widget_url`],
  ['GET', '/accounts'],
  ['POST', '/accounts'],
  ['GET', '/users?identifier=person-1'],
  ['POST', '/features'],
  ['GET', '/institutions/'],
  ['GET', '//institutions'],
  ['GET', '/institutions//credentials'],
  ['GET', '/INSTITUTIONS'],
  ['GET', '/institutions/%2e%2e/users'],
  ['GET', '/institutions/../users'],
  ['GET', '/institutions/..%2fusers'],
  ['GET', '/institutions/..%2Fusers%2F'],
  ['GET', '/institutions/%252e%252e%252fusers'],
  ['GET', '/institutions/..;/users'],
  ['GET', '/institutions/..\\users'],
  ['GET', '/institutions/mxbank%00'],
  ['GET', '/institutions/mxbank%3fname=x'],
  ['GET', '/institutions/mx%20bank'],
  ['GET', '/institutions/@evil.example'],
  ['GET', `/institutions/${'x'.repeat(101)}`],
  ['GET', '/institutions/https://evil.example'],
  ['GET', `/members/${MEMBER}/..%2f..%2f${USER}`],
  ['GET', `/members/${MEMBER}/../../../../users`],
  ['GET', `/members/${MEMBER.toUpperCase()}`],
  ['GET', `/members/${USER}`],
  ['GET', '/members/me'],
  ['GET', '/members/__proto__'],
  ['GET', `/members/${MEMBER}%0d%0aHost:evil.example`],
  ['GET', `/members/${MEMBER}/transactions`],
  ['POST', `/members/${MEMBER}/balance`],
  ['POST', `/members/${MEMBER}/extend_history`],
  ['POST', '/institutions'],
  ['PATCH', `/members/${MEMBER}`],
  ['POST', `/members/${MEMBER}/status`],
  ['GET', `/members/${MEMBER}/aggregate`],
  ['OPTIONS', '/members'],
  ['HEAD', '/members'],
];

describe('everything else', () => {
  it.each(NOT_THERE)('%s %s is not found and never reaches Atrium', async (method, path) => {
    const { proxy, calls } = harness(everything, { allow: { verification: true } });
    const response = await proxy(browser(method, path));
    expect(response.status).toBe(404);
    expect(calls).toEqual([]);
  });

  it('ignores headers that ask for another method, path or host', async () => {
    const { proxy, calls } = harness(everything);
    await proxy(
      browser('GET', `/members/${MEMBER}`, {
        headers: {
          'x-http-method-override': 'DELETE',
          'x-original-url': '/users',
          'x-rewrite-url': '/users',
          'x-forwarded-host': 'evil.example',
          'mx-api-key': 'stolen',
        },
      }),
    );
    expect(calls).toMatchObject([
      { method: 'GET', url: `https://vestibule.mx.com${of}/${MEMBER}` },
    ]);
    expect([...(calls[0]?.headers.keys() ?? [])].toSorted()).toEqual([
      'accept',
      'mx-api-key',
      'mx-client-id',
    ]);
    expect(calls[0]?.headers.get('mx-api-key')).toBe(API_KEY);
  });

  it('answers 401 when nobody is signed in, before it reads a body', async () => {
    const { proxy, calls } = harness(everything, { resolveUser: async () => null });
    const request = browser('POST', '/members', { body: { member: {} } });
    const response = await proxy(request);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(request.bodyUsed).toBe(false);
    expect(calls).toEqual([]);
  });
});
