import { describe, expect, it } from 'vitest';
import { create, credentials, exchange, of, VERSIONS } from './exchange.ts';
import {
  API_KEY,
  browser,
  CLIENT_ID,
  CREDENTIAL,
  harness,
  json,
  MEMBER,
  ORIGIN,
} from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

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
      options: [{ label: 'A', value: 'a' }],
    };
    const answer = { challenges: [challenge], pagination: { total_pages: 1 } };
    expect((await exchange(api, ['GET', path], answer)).got).toEqual(answer);
    const { proxy } = harness(() => new Response(null, { status: 204 }), api);
    expect((await proxy(browser('GET', path))).status).toBe(204);
  });
});
