import { describe, expect, it } from 'vitest';
import { API_KEY, browser, CREDENTIAL, harness, member, MEMBER, ORIGIN } from './support.ts';
import type { AtriumProxyOptions } from '../../src/server.ts';

const SECRET = 'hunter2-the-password';
const credentials = [{ guid: CREDENTIAL, value: SECRET }];

const send = async (
  method: string,
  path: string,
  body: unknown,
  options: Partial<AtriumProxyOptions> = {},
): Promise<{ status: number; text: string; sent: unknown[] }> => {
  const { proxy, calls } = harness(() => member(), options);
  const response = await proxy(browser(method, path, { body }));
  return {
    status: response.status,
    text: await response.text(),
    sent: calls.map((call) => call.body),
  };
};

const create = (fields: unknown, options: Partial<AtriumProxyOptions> = {}) =>
  send('POST', '/members', { member: fields }, options);

describe('what a body may carry', () => {
  it('passes every documented field of a new member', async () => {
    const fields = {
      institution_code: 'mxbank',
      credentials,
      identifier: 'own-id_1',
      metadata: '{"a":1}',
      name: 'My bank',
      is_oauth: true,
      skip_aggregation: false,
      referral_source: 'APP',
      client_redirect_url: `${ORIGIN}/return?state=1`,
      ui_message_webview_url_scheme: 'my.app+x-1',
    };
    expect(await create(fields)).toMatchObject({ status: 200, sent: [{ member: fields }] });
  });

  it('drops what is not listed, at every depth', async () => {
    const { sent } = await send('POST', '/members', {
      user_guid: 'USR-other',
      member: {
        institution_code: 'mxbank',
        user_guid: 'USR-other',
        background_aggregation_is_disabled: true,
        credentials: [{ guid: CREDENTIAL, value: SECRET, extra: 1 }],
      },
    });
    expect(sent).toEqual([{ member: { institution_code: 'mxbank', credentials } }]);
  });

  it('lets an update change credentials, identifier and metadata only', async () => {
    const { sent } = await send('PUT', `/members/${MEMBER}`, {
      member: {
        credentials,
        identifier: 'a',
        metadata: 'b',
        name: 'c',
        institution_code: 'mxbank',
      },
    });
    expect(sent).toEqual([{ member: { credentials, identifier: 'a', metadata: 'b' } }]);
  });

  it('lets a resume carry answers only', async () => {
    const { sent } = await send('PUT', `/members/${MEMBER}/resume`, {
      member: { challenges: credentials, credentials },
    });
    expect(sent).toEqual([{ member: { challenges: credentials } }]);
  });

  it('sends no body upstream with a job that takes none', async () => {
    const { status, sent } = await send('POST', `/members/${MEMBER}/aggregate`, {
      member: { a: 1 },
    });
    expect({ status, sent }).toEqual({ status: 200, sent: [undefined] });
  });

  it('cannot be made to reach a prototype', async () => {
    const { status, sent } = await send(
      'POST',
      '/members',
      `{"__proto__":{"polluted":1},"member":{"__proto__":{"is_oauth":true},"constructor":{"prototype":{"polluted":1}},"institution_code":"mxbank"}}`,
    );
    expect({ status, sent }).toEqual({
      status: 200,
      sent: [{ member: { institution_code: 'mxbank' } }],
    });
    expect('polluted' in {}).toBe(false);
  });
});

const creation = (fields: object): string =>
  JSON.stringify({ member: { institution_code: 'mxbank', ...fields } });

const REFUSED: [why: string, body: string][] = [
  ['no body', ''],
  ['not JSON', `{"member": ${SECRET}`],
  ['a list', '[]'],
  ['a string', `"${SECRET}"`],
  ['null', 'null'],
  ['no member', '{}'],
  ['a member that is a list', '{"member":[]}'],
  ['no institution', '{"member":{"name":"x"}}'],
  ['an institution code with a slash', '{"member":{"institution_code":"../users"}}'],
  ['an institution code of two dots', '{"member":{"institution_code":".."}}'],
  [
    'an institution code that is inherited',
    '{"member":{"__proto__":{"institution_code":"mxbank"}}}',
  ],
  ['no credentials in the list', creation({ credentials: [] })],
  ['credentials as an object', creation({ credentials: { guid: CREDENTIAL, value: SECRET } })],
  ['a credential without a value', creation({ credentials: [{ guid: CREDENTIAL }] })],
  [
    'a credential with a made-up guid',
    creation({ credentials: [{ guid: SECRET, value: SECRET }] }),
  ],
  [
    'a credential with a guid too long',
    creation({ credentials: [{ guid: `CRD-${'a'.repeat(65)}`, value: SECRET }] }),
  ],
  ['a value that is a number', creation({ credentials: [{ guid: CREDENTIAL, value: 1234 }] })],
  [
    'a value too long',
    creation({ credentials: [{ guid: CREDENTIAL, value: `${SECRET}${'x'.repeat(4_096)}` }] }),
  ],
  [
    'too many credentials',
    creation({ credentials: Array.from({ length: 51 }, () => credentials[0]) }),
  ],
  ['a flag that is a number', creation({ is_oauth: 1 })],
  ['a flag that is a string', creation({ skip_aggregation: 'true' })],
  ['an identifier with a slash', creation({ identifier: 'a/b' })],
  ['metadata that is an object', creation({ metadata: { secret: SECRET } })],
  ['metadata too long', creation({ metadata: 'x'.repeat(4_097) })],
  ['a name too long', creation({ name: 'x'.repeat(256) })],
  ['a referral source of its own', creation({ referral_source: 'browser' })],
  ['a scheme with a colon', creation({ ui_message_webview_url_scheme: 'javascript:' })],
  ['nesting without end', `{"member":${'['.repeat(30_000)}`],
  ['deep nesting that ends', `{"member":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
];

describe('a body at the limit', () => {
  const LONG = { guid: `CRD-${'a'.repeat(64)}`, value: '1' };
  const redirect = `${ORIGIN}/`.padEnd(2_048, 'x');
  it.each<[what: string, fields: object]>([
    ['a guid of 64 characters after its prefix', { credentials: [LONG] }],
    ['a name of 255 characters', { name: 'x'.repeat(255) }],
    ['a value of 4,096', { credentials: [{ guid: CREDENTIAL, value: 'x'.repeat(4_096) }] }],
    ['a password between spaces', { credentials: [{ guid: CREDENTIAL, value: '  a b ' }] }],
    ['50 credentials', { credentials: Array.from({ length: 50 }, () => credentials[0]) }],
    ['an address of 2,048', { client_redirect_url: redirect }],
  ])('passes: %s', async (_what, fields) => {
    expect(await create({ institution_code: 'mxbank', ...fields })).toMatchObject({
      status: 200,
      sent: [{ member: fields }],
    });
  });
});

describe('a body that makes no sense', () => {
  it.each(REFUSED)('is refused without repeating what it held: %s', async (_why, body) => {
    const { status, text, sent } = await send('POST', '/members', body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ error: { kind: 'invalid' } });
    expect(text).not.toContain('hunter2');
    expect(sent).toEqual([]);
  });

  it('is refused when an update would change nothing', async () => {
    const { status, sent } = await send('PUT', `/members/${MEMBER}`, {
      member: { is_oauth: true },
    });
    expect({ status, sent }).toEqual({ status: 400, sent: [] });
  });

  it.each<[body: unknown, message: string]>([
    [[], '`body` must be a JSON object.'],
    [{ member: [] }, '`member` must be an object.'],
    [
      { member: { institution_code: 'x', name: 7 } },
      '`member.name` must be a string of at most 255 characters.',
    ],
    [
      { member: { institution_code: 'x', is_oauth: 1 } },
      '`member.is_oauth` must be true or false.',
    ],
    [
      { member: { institution_code: 'x', referral_source: 'WEB' } },
      '`member.referral_source` must be one of BROWSER, APP.',
    ],
    [
      { member: { institution_code: 'x', credentials: [] } },
      '`member.credentials` must be a list of 1 to 50 items.',
    ],
    [
      { member: { institution_code: 'x', client_redirect_url: 7 } },
      "`member.client_redirect_url` must be an address on this site's own origin or on one that the server lists.",
    ],
  ])('says what %j lacks', async (body, message) => {
    const { text } = await send('POST', '/members', body);
    expect(JSON.parse(text)).toEqual({ error: { kind: 'invalid', message } });
  });

  it.each<[method: string, path: string, body: unknown, message: string]>([
    [
      'PUT',
      `/members/${MEMBER}`,
      { member: { x: 1 } },
      '`member` must be an object with at least one known field.',
    ],
    [
      'POST',
      '/accounts',
      { account: { name: 'Cash', account_type: 'CASH', balance: '1' } },
      '`account.balance` must be a number.',
    ],
  ])('says so to %s %s too', async (method, path, body, message) => {
    const { text } = await send(method, path, body, {
      api: 'platform',
      allow: { manualAccounts: true },
    });
    expect(JSON.parse(text)).toEqual({ error: { kind: 'invalid', message } });
  });

  it('names the field and the rule', async () => {
    const { text } = await create({
      institution_code: 'mxbank',
      credentials: [{ guid: CREDENTIAL }],
    });
    expect(JSON.parse(text)).toEqual({
      error: { kind: 'invalid', message: '`member.credentials[0].value` must be given.' },
    });
  });
});

const at = (client_redirect_url: string) => ({ institution_code: 'mxbank', client_redirect_url });

describe('the address to come back to', () => {
  it.each([
    'https://evil.example/',
    'http://app.example.com/',
    'https://app.example.com.evil.example/',
    'https://app.example.com@evil.example/',
    'https://user:pass@app.example.com/',
    'https://user@app.example.com/',
    'https://:pass@app.example.com/',
    '//evil.example/',
    'https:\\\\evil.example/',
    'https://evil.example\\@app.example.com/',
    'https://app.example.com:8443/',
    '/return',
    'javascript:alert(1)',
    'data:text/html,x',
    `https://app.example.com/${'x'.repeat(2_048)}`,
  ])('may not be %s', async (url) => {
    expect(await create(at(url))).toMatchObject({ status: 400, sent: [] });
  });

  it('may be on an origin that the host lists', async () => {
    const allow = { redirectOrigins: ['https://m.example.com'] };
    const { status, sent } = await create(at('https://m.example.com/done'), { allow });
    expect(status).toBe(200);
    expect(sent).toEqual([{ member: at('https://m.example.com/done') }]);
  });

  it('must be on a public origin if the server has its own behind a proxy', async () => {
    const { proxy } = harness(() => member(), { publicOrigins: ['https://public.example'] });
    const statusFor = async (url: string): Promise<number> => {
      const headers = { origin: 'https://public.example' };
      return (await proxy(browser('POST', '/members', { body: { member: at(url) }, headers })))
        .status;
    };
    expect(await statusFor('https://public.example/done')).toBe(200);
    expect(await statusFor(`${ORIGIN}/done`)).toBe(400);
  });

  it('is checked in the query of the OAuth window too', async () => {
    const { proxy, calls } = harness(() => member());
    const ask = (url: string): Promise<Response> =>
      proxy(
        browser(
          'GET',
          `/members/${MEMBER}/oauth_window_uri?client_redirect_url=${encodeURIComponent(url)}`,
        ),
      );
    expect((await ask('https://evil.example/')).status).toBe(400);
    expect(calls).toEqual([]);
    expect((await ask(`${ORIGIN}/done`)).status).toBe(200);
  });
});

const padded = (bytes: number): string => {
  const body = creation({ padding: '' });
  return body.replace('"padding":""', `"padding":"${'x'.repeat(bytes - body.length)}"`);
};

describe('the size of a body', () => {
  it('may be 64 KiB and not a byte more', async () => {
    expect(await send('POST', '/members', padded(65_536))).toMatchObject({ status: 200 });
    const { status, text, sent } = await send('POST', '/members', padded(65_537));
    expect({ status, sent }).toEqual({ status: 413, sent: [] });
    expect(JSON.parse(text)).toEqual({
      error: { kind: 'invalid', message: 'The body may hold 64 KiB at most.' },
    });
  });

  it('is counted as it streams in, whatever it claims, and the rest is left unread', async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new TextEncoder().encode(' '.repeat(16_384)));
      },
    });
    const { proxy, calls } = harness(() => member());
    const response = await proxy(
      new Request(`${ORIGIN}/api/atrium/members`, {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'content-length': '2',
        },
        body: endless,
        duplex: 'half',
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(chunks).toBeLessThan(10);
    expect(calls).toEqual([]);
  });
});

it('never shows the key to the browser, whatever is asked', async () => {
  for (const [, body] of REFUSED) {
    const { text } = await send('POST', '/members', body);
    expect(text).not.toContain(API_KEY);
  }
});
