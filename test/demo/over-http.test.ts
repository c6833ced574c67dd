import { createSandbox } from 'react-atrium-connect/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../demo/host.ts';
import { listen } from '../../demo/listen.ts';
import { sendRaw } from '../raw-request.ts';

const REBOUND = 'rebound.example';
const KEYS = { apiKey: 'key', clientId: 'client' };

let url = '';
let close = (): void => {};

beforeAll(async () => {
  const sandbox = createSandbox();
  const host = createHost({
    mx: {
      api: 'atrium',
      ...KEYS,
      baseUrl: 'http://localhost:4010',
      fetch: (address, init) => sandbox.fetch(new Request(address, init)),
    },
    webhooks: null,
    hints: null,
    sessionSecret: 'a secret of the server',
    page: () => Promise.resolve(import.meta.dirname),
  });
  const listening = await listen(host.fetch, {
    port: 0,
    variable: 'PORT',
    allowedHosts: ['larder.example'],
  });
  ({ url, close } = listening);
});

afterAll(() => close());

const cookieFrom = async (): Promise<string> => {
  const { headers } = await sendRaw(url, {});
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
};

const membersStatus = async (cookie: string): Promise<number> =>
  (await sendRaw(`${url}/api/atrium/members`, { cookie })).status;

describe('demo over HTTP', () => {
  it('listens on the loopback address only', async () => {
    const { port } = new URL(url);
    await expect(fetch(`http://127.0.0.2:${port}/demo/about`)).rejects.toThrow('fetch failed');
  });

  it.each([
    'localhost:4000',
    'LOCALHOST',
    'app.localhost',
    '127.9.9.9',
    '[::1]:4000',
    'larder.example:4000',
  ])('answers a request for host %s', async (host) => {
    expect((await sendRaw(`${url}/demo/about`, { host })).status).toBe(200);
  });

  it.each([REBOUND, `${REBOUND}:4000`, `localhost.${REBOUND}`, 'notlocalhost', '10.0.0.5'])(
    'refuses a request for host %s, gives no session, and says how to allow the host',
    async (host) => {
      for (const path of ['/', '/api/atrium/members', '/demo/about']) {
        const { status, headers, text } = await sendRaw(`${url}${path}`, { host });
        expect([status, headers['set-cookie']]).toEqual([403, undefined]);
        expect(text).toContain(`ALLOWED_HOSTS=${host.replace(/:4000$/, '')}`);
      }
    },
  );
});

describe('demo session', () => {
  it('is accepted as the server issued it', async () => {
    expect(await membersStatus(await cookieFrom())).toBe(200);
  });

  it.each([
    ['chosen by the client', () => `larder_session=${'a'.repeat(43)}`],
    ['without its signature', (issued: string) => issued.replace(/\..*/, '')],
    ['with another id', (issued: string) => issued.replace(/=[^.]+/, `=${'a'.repeat(43)}`)],
    ['with another signature', (issued: string) => issued.replace(/\..*/, `.${'a'.repeat(43)}%3D`)],
    ['that is empty', () => 'larder_session='],
  ])('%s gets 401 and a new session at the page', async (_, forge) => {
    const cookie = forge(await cookieFrom());
    expect(await membersStatus(cookie)).toBe(401);
    const { headers } = await sendRaw(url, { cookie });
    expect(headers['set-cookie']?.[0]).toMatch(
      /^larder_session=[\w-]{43}\.\S+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});
