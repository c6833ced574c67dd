import { describe, expect, it } from 'vitest';
import { connect, follow, HOUR_MS, mxBank } from './start.ts';
import type { Connection } from './start.ts';

const oauth = { institution_code: 'mx_bank_oauth', is_oauth: true };

async function pending(extra: object = {}) {
  const connection = await connect({ ...oauth, ...extra });
  return { ...connection, uri: await windowUri(connection) };
}

async function windowUri({ call, path }: Connection, query = ''): Promise<string> {
  return (await call('GET', `${path}/oauth_window_uri${query}`)).body.member.oauth_window_uri;
}

const visit = ({ sandbox }: Connection, uri: string) => sandbox.fetch(new Request(uri));

/** Presses a button of the page, as a browser without scripts does. */
function press({ sandbox }: Connection, uri: string, decision: string, more: object = {}) {
  const page = new URL(uri);
  const state = page.searchParams.get('state') ?? '';
  return sandbox.fetch(
    new Request(new URL('/oauth/authorize', page), {
      method: 'POST',
      body: new URLSearchParams({ state, decision, ...more }),
    }),
  );
}

/** Where a press leads in the end: the completion page. */
async function complete(connection: Connection, uri: string, decision: string, more: object = {}) {
  const response = await press(connection, uri, decision, more);
  const location = new URL(response.headers.get('Location') ?? '', uri);
  const page = await (await visit(connection, location.href)).text();
  const [, message = 'null'] = /data-message="([^"]*)"/.exec(page) ?? [];
  return { page, message: JSON.parse(message.replaceAll('&quot;', '"')) };
}

describe('creating a member for OAuth', () => {
  it('answers PENDING with the address of a page, and starts no job', async () => {
    const connection = await connect();
    const { body } = await connection.call('POST', `/users/${connection.user}/members`, {
      member: { ...oauth, credentials: mxBank('password').credentials },
    });
    expect(body.member).toMatchObject({
      aggregated_at: null,
      connection_status: 'PENDING',
      is_being_aggregated: false,
      is_oauth: true,
      name: 'MX Bank (OAuth)',
    });
    const uri = new URL(body.member.oauth_window_uri);
    expect(uri.origin + uri.pathname).toBe('http://sandbox.test/oauth/authorize');
    expect(uri.searchParams.get('response_type')).toBe('code');
    expect(uri.searchParams.get('state')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('shows the address only then and when it is asked for', async () => {
    const { call, path } = await pending();
    expect((await call('GET', path)).body.member).not.toHaveProperty('oauth_window_uri');
    const asked = (await call('GET', `${path}/oauth_window_uri`)).body.member;
    expect(asked).toMatchObject({ connection_status: 'PENDING', is_oauth: true });
    expect(asked.oauth_window_uri).toContain('/oauth/authorize?');
  });

  it('puts the page where the option says', async () => {
    const connection = await connect(oauth, { origin: 'http://127.0.0.1:4010' });
    expect(await windowUri(connection)).toMatch(/^http:\/\/127\.0\.0\.1:4010\/oauth\//);
  });
});

describe('asking for the address', () => {
  it('is 400 for an institution without OAuth, in MX’s words', async () => {
    const { call, path } = await connect();
    const { status, body } = await call('GET', `${path}/oauth_window_uri`);
    expect([status, body.error.message]).toEqual([400, 'Member cannot use OAuth']);
  });

  it.each([
    'referral_source=PIGEON',
    'referral_source=APP&client_redirect_url=javascript:alert(1)',
    'referral_source=APP&ui_message_webview_url_scheme=javascript',
    'skip_aggregation=1',
  ])('is 400 with %s', async (query) => {
    const { call, path } = await pending();
    expect((await call('GET', `${path}/oauth_window_uri?${query}`)).status).toBe(400);
  });
});

describe('the page at the bank', () => {
  it('names the bank, has both buttons, and needs neither keys nor scripts', async () => {
    const { uri, ...connection } = await pending();
    const response = await visit(connection, uri);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
    const page = await response.text();
    expect(page).toContain('MX Bank (OAuth)');
    expect(page).toMatch(/<button name="decision" value="authorize">Authorize<\/button>/);
    expect(page).toMatch(/<button name="decision" value="deny"[^>]*>Deny<\/button>/);
    expect(page).not.toContain('<script');
  });

  it('may not be put into a frame', async () => {
    const { uri, ...connection } = await pending();
    const { headers } = await visit(connection, uri);
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  it('lets the window that opened it listen, unless the bank is one that does not', async () => {
    const policy = async (code: string) => {
      const connection = await connect({ institution_code: code, is_oauth: true });
      const page = await visit(connection, await windowUri(connection));
      return page.headers.get('Cross-Origin-Opener-Policy');
    };
    expect(await policy('mx_bank_oauth')).toBe(null);
    expect(await policy('juniper')).toBe('same-origin');
  });

  it.each([
    ['page.css', 'text/css; charset=utf-8'],
    ['page.js', 'text/javascript; charset=utf-8'],
  ])('brings its own %s', async (file, type) => {
    const response = await visit(await pending(), `http://sandbox.test/oauth/${file}`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
  });

  it('shows the name of a bank as text', async () => {
    const connection = await connect({ institution_code: 'quillpoint', is_oauth: true });
    const page = await (await visit(connection, await windowUri(connection))).text();
    expect(page).toContain('<strong dir="auto">Quillpoint Bank</strong>');
  });
});

describe('Authorize', () => {
  it('says thank you, tells the opener, and the member connects', async () => {
    const { guid, settled, status, uri, ...rest } = await pending();
    const connection = { ...rest, guid, settled, status };
    const { page, message } = await complete(connection, uri, 'authorize');
    expect(page).toContain('Thank you for completing OAuth');
    expect(message).toEqual({
      mx: true,
      type: 'oauthComplete/success',
      metadata: { member_guid: guid },
    });
    expect(await status()).toMatchObject({
      connection_status: 'CREATED',
      is_being_aggregated: true,
    });
    expect(await settled()).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
  });

  it('starts no job with skip_aggregation', async () => {
    const connection = await pending();
    await press(connection, await windowUri(connection, '?skip_aggregation=true'), 'authorize');
    expect(await connection.settled()).toMatchObject({
      connection_status: 'CREATED',
      is_being_aggregated: false,
    });
    await connection.aggregate();
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it.each(['IMPEDED', 'CHALLENGED', 'DENIED'])('can be told to end %s', async (status) => {
    const connection = await pending();
    await press(connection, connection.uri, 'authorize', { connection_status: status });
    expect((await connection.settled()).connection_status).toBe(status);
  });

  it('is no longer swept away after an hour', async () => {
    const connection = await pending();
    await press(connection, connection.uri, 'authorize');
    connection.clock.advance(2 * HOUR_MS);
    expect((await connection.status()).connection_status).toBe('CONNECTED');
  });
});

describe('Deny', () => {
  it('says so, tells the opener why, and the member stays PENDING', async () => {
    const connection = await pending();
    const { page, message } = await complete(connection, connection.uri, 'deny');
    expect(page).toContain('Your accounts were not shared');
    expect(message).toEqual({
      mx: true,
      type: 'oauthComplete/error',
      metadata: { member_guid: connection.guid, error_reason: 'DENIED' },
    });
    expect((await connection.settled()).connection_status).toBe('PENDING');
  });

  it.each(['CANCELLED', 'IMPEDED', 'PROVIDER_ERROR', 'SERVER_ERROR', 'SESSION_ERROR'])(
    'can be told to give %s as the reason',
    async (reason) => {
      const connection = await pending();
      const more = { error_reason: reason };
      const { message } = await complete(connection, connection.uri, 'deny', more);
      expect(message.metadata.error_reason).toBe(reason);
    },
  );
});

describe('an address', () => {
  it('works once', async () => {
    const connection = await pending();
    await press(connection, connection.uri, 'deny');
    const again = await visit(connection, connection.uri);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('This link no longer works');
    expect((await press(connection, connection.uri, 'authorize')).status).toBe(410);
    expect((await connection.settled()).connection_status).toBe('PENDING');

    const fresh = await windowUri(connection);
    expect(fresh).not.toBe(connection.uri);
    await press(connection, fresh, 'authorize');
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it('works for an hour', async () => {
    const connection = await pending();
    await press(connection, await windowUri(connection), 'authorize');
    connection.clock.advance(HOUR_MS + 1);
    expect((await visit(connection, connection.uri)).status).toBe(410);
  });

  it('of a member that has been deleted does not work', async () => {
    const connection = await pending();
    await connection.call('DELETE', connection.path);
    expect((await visit(connection, connection.uri)).status).toBe(410);
  });

  it('does not work without the form', async () => {
    const connection = await pending();
    const post = new Request(connection.uri, { method: 'POST', body: '{"decision":"authorize"}' });
    expect((await connection.sandbox.fetch(post)).status).toBe(410);
  });

  it('that was never handed out does not work', async () => {
    const connection = await pending();
    const made = 'http://sandbox.test/oauth/authorize?state=made-up';
    expect((await visit(connection, made)).status).toBe(410);
  });
});

describe('an app', () => {
  const redirect = async (query: string, decision = 'authorize') => {
    const connection = await pending();
    const uri = await windowUri(connection, `?referral_source=APP&${query}`);
    const { headers, status } = await press(connection, uri, decision);
    expect(status).toBe(303);
    return { guid: connection.guid, location: headers.get('Location') };
  };

  it('is sent to its own address, which keeps what it had in its query', async () => {
    const url = encodeURIComponent('https://app.test/back?nonce=7');
    const { guid, location } = await redirect(`client_redirect_url=${url}`);
    expect(location).toBe(`https://app.test/back?nonce=7&status=success&member_guid=${guid}`);
  });

  it('is told what went wrong', async () => {
    const { guid, location } = await redirect('ui_message_webview_url_scheme=myapp', 'deny');
    expect(location).toBe(
      `myapp://oauth_complete?status=error&member_guid=${guid}&error_reason=DENIED`,
    );
  });

  it('is sent to an address escaped as HTML when the page is told so', async () => {
    const connection = await pending();
    const query = '?referral_source=APP&client_redirect_url=https://app.test/back';
    const uri = await windowUri(connection, query);
    expect(await (await visit(connection, uri)).text()).toContain('name="escape"');
    const { headers } = await press(connection, uri, 'authorize', { escape: 'html' });
    expect(headers.get('Location')).toBe(
      `https://app.test/back?status=success&amp;member_guid=${connection.guid}`,
    );
  });

  it('is sent to the scheme atrium when it names none', async () => {
    expect((await redirect('')).location).toMatch(/^atrium:\/\/oauth_complete\?status=success&/);
  });

  it.each([
    [
      'inside the member',
      { member: { ...oauth, referral_source: 'APP', client_redirect_url: 'https://a.test/' } },
    ],
    [
      'beside the member',
      { member: oauth, referral_source: 'APP', client_redirect_url: 'https://a.test/' },
    ],
  ])('may say so %s when the member is created', async (_name, body) => {
    const connection = await connect();
    const created = await connection.call('POST', `/users/${connection.user}/members`, body);
    const { headers } = await press(connection, created.body.member.oauth_window_uri, 'authorize');
    expect(headers.get('Location')).toMatch(
      /^https:\/\/a\.test\/\?status=success&member_guid=MBR-/,
    );
  });

  it('is the only one to be redirected: a browser’s redirect address is not used', async () => {
    const connection = await pending({ client_redirect_url: 'https://a.test/' });
    const { headers } = await press(connection, connection.uri, 'authorize');
    expect(headers.get('Location')).toMatch(/^\/oauth\/redirect_from\?/);
  });
});

describe('connecting the same login again', () => {
  async function second() {
    const first = await pending();
    await press(first, first.uri, 'authorize');
    await first.settled();
    const other = await follow(first, first.user, oauth);
    return { first, other, uri: await windowUri(other) };
  }

  it('updates the member that has it, and leaves the new one to expire', async () => {
    const { first, other, uri } = await second();
    const { message } = await complete(other, uri, 'authorize');
    expect(message.metadata.member_guid).toBe(first.guid);
    expect(await first.status()).toMatchObject({ is_being_aggregated: true });
    expect((await other.settled()).connection_status).toBe('PENDING');
    other.clock.advance(HOUR_MS);
    expect((await other.call('GET', other.path)).status).toBe(404);
    expect((await first.status()).connection_status).toBe('CONNECTED');
  });

  it('can be another login instead', async () => {
    const { other, uri } = await second();
    expect(await (await visit(other, uri)).text()).toContain('Which login?');
    const { message } = await complete(other, uri, 'authorize', { login: 'another' });
    expect(message.metadata.member_guid).toBe(other.guid);
  });

  it('does not touch a member of the same bank that signs in with credentials', async () => {
    const first = await connect();
    const fields = (await first.call('GET', '/institutions/quillpoint/credentials')).body
      .credentials;
    const credentials = fields.map(({ guid, type }) => ({
      guid,
      value: type === 'LOGIN' ? 'test_atrium' : 'password',
    }));
    const typed = await follow(first, first.user, { institution_code: 'quillpoint', credentials });
    expect((await typed.settled()).connection_status).toBe('CONNECTED');
    const other = await follow(first, first.user, {
      institution_code: 'quillpoint',
      is_oauth: true,
    });
    const { message } = await complete(other, await windowUri(other), 'authorize');
    expect(message.metadata.member_guid).toBe(other.guid);
    expect((await typed.status()).is_being_aggregated).toBe(false);
  });
});
