import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '../raw-request.ts';
import { KEYS, serve } from './start.ts';
import type { Served } from './start.ts';

const REBOUND = 'rebound.example';

let served: Served;

beforeAll(async () => {
  served = await serve(KEYS, { allowedHosts: ['Sandbox'] });
});

afterAll(() => served.close());

const users = async () => (await served.call('GET', '/users')).body.users;

describe('sandbox over HTTP', () => {
  it.each([
    'localhost',
    'LOCALHOST:4010',
    'app.localhost:4010',
    '127.0.0.1:4010',
    '127.45.6.7',
    '[::1]:4010',
    'sandbox:4010',
  ])('answers a request for host %s', async (host) => {
    expect((await sendRaw(`${served.url}/users`, { ...KEYS, host })).status).toBe(200);
  });

  it.each([
    REBOUND,
    `${REBOUND}:4010`,
    `localhost.${REBOUND}`,
    `127.0.0.1.${REBOUND}`,
    `sandbox.${REBOUND}`,
    'notlocalhost',
    '10.0.0.5:4010',
    '[2001:db8::1]',
  ])('refuses a request for host %s and says how to allow the host', async (host) => {
    const { status, text } = await sendRaw(`${served.url}/users`, { ...KEYS, host });
    expect(status).toBe(403);
    expect(JSON.parse(text).error.message).toContain(
      `--allowed-hosts ${host.replace(/:4010$/, '')}`,
    );
  });

  it('refuses a request for a foreign host before it changes anything', async () => {
    await served.call('POST', '/users', { user: { metadata: 'x' } });
    const headers = { ...KEYS, host: REBOUND, origin: `http://${REBOUND}` };
    for (const path of ['/_sandbox/reset', '/users']) {
      expect((await sendRaw(`${served.url}${path}`, headers, 'POST')).status).toBe(403);
    }
    expect(await users()).toHaveLength(1);
  });
});

const CONTROLS = [
  ['GET', 'state'],
  ['GET', 'passwords'],
  ['GET', 'webhooks'],
  ['PUT', 'webhooks'],
  ['POST', 'clock'],
  ['POST', 'faults'],
  ['DELETE', 'faults'],
  ['PUT', 'members/MBR-any'],
  ['OPTIONS', 'reset'],
  ['POST', 'reset'],
] as const;

const OTHER_ORIGINS: readonly Readonly<Record<string, string>>[] = [
  { origin: `http://${REBOUND}` },
  { origin: 'http://localhost:1' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: `http://${REBOUND}`, 'sec-fetch-site': 'same-origin' },
];

describe.each(CONTROLS)('sandbox control route %s /_sandbox/%s', (method, path) => {
  const statusFor = async (headers: Readonly<Record<string, string>>) =>
    (await sendRaw(`${served.url}/_sandbox/${path}`, headers, method)).status;

  it('refuses pages of other origins', async () => {
    for (const headers of OTHER_ORIGINS) {
      expect(await statusFor(headers), JSON.stringify(headers)).toBe(403);
    }
  });

  it('answers command-line tools and pages of its own origin', async () => {
    const { origin } = new URL(served.url);
    for (const headers of [{}, { 'sec-fetch-site': 'none' }, { origin }]) {
      expect(await statusFor(headers), JSON.stringify(headers)).not.toBe(403);
    }
  });
});
