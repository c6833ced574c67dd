import { describe, expect, it } from 'vitest';
import { readSettings } from '../../demo/settings.ts';

const KEYS = { ATRIUM_API_KEY: 'key', ATRIUM_CLIENT_ID: 'client' };

describe('what the environment leaves open', () => {
  it.each([{}, { MX_API: '' }, { MX_API: 'atrium' }])('%o: is Atrium in a sandbox', (env) => {
    expect(readSettings(env)).toEqual({
      port: 4000,
      allowedHosts: [],
      mx: { kind: 'sandbox', api: 'atrium', port: 4010 },
    });
  });

  it.each([
    ['atrium', 'https://vestibule.mx.com'],
    ['platform', 'https://int-api.mx.com'],
  ])("with keys for %s is MX's development environment: %s", (api, baseUrl) => {
    expect(readSettings({ ...KEYS, MX_API: api }).mx).toEqual({
      kind: 'mx',
      api,
      apiKey: 'key',
      clientId: 'client',
      baseUrl,
      webhooks: null,
    });
  });
});

describe("what MX's webhooks carry", () => {
  it('is a name and a password, which may have colons', () => {
    const { mx } = readSettings({ ...KEYS, WEBHOOK_AUTH: 'mx:a:b' });
    expect(mx).toMatchObject({ webhooks: { username: 'mx', password: 'a:b' } });
  });

  it.each(['mx', 'mx:', ':secret'])('is refused unless it is both, and not repeated', (text) => {
    const read = (): unknown => readSettings({ ...KEYS, WEBHOOK_AUTH: text });
    expect(read).toThrow(/^WEBHOOK_AUTH must be a name and a password/);
    expect(read).not.toThrow('secret');
  });

  it('is of no use to the sandbox, which says so', () => {
    expect(() => readSettings({ WEBHOOK_AUTH: 'mx:secret' })).toThrow(
      /^WEBHOOK_AUTH is set without ATRIUM_API_KEY and ATRIUM_CLIENT_ID/,
    );
  });
});

it('the environment may name another address, for either API', () => {
  const ATRIUM_BASE_URL = 'https://api.mx.com';
  for (const MX_API of ['atrium', 'platform']) {
    const { mx } = readSettings({ ...KEYS, MX_API, ATRIUM_BASE_URL });
    expect(mx).toMatchObject({ api: MX_API, baseUrl: ATRIUM_BASE_URL });
  }
});
