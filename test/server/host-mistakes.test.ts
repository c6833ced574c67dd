import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore, createWebhookReceiver } from '../../src/server.ts';
import type { AtriumProxyOptions, WebhookReceiverOptions } from '../../src/server.ts';
import { API_KEY, browser, harness, json, member, MEMBER, settle } from './support.ts';
import type { Script } from './support.ts';

const SECRET = 'session-secret-that-nobody-may-see';
const EVIL = 'https://evil.example';

const read = (headers: Record<string, string | null> = {}): Request =>
  browser('GET', `/members/${MEMBER}`, { headers });

/** What three requests print. */
async function printed(
  script: Script,
  options: Partial<AtriumProxyOptions>,
  request: () => Request = read,
): Promise<string[]> {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { proxy } = harness(script, { observe: undefined, ...options } as AtriumProxyOptions);
  for (let round = 0; round < 3; round += 1) await proxy(request());
  return log.mock.calls.map(([line]) => String(line));
}

describe('a mistake of the host', () => {
  it.each<[what: string, says: string, Script, Partial<AtriumProxyOptions>, (() => Request)?]>([
    [
      'resolveUser that throws',
      'resolveUser threw (RangeError)',
      () => member(),
      {
        resolveUser: () => {
          throw new RangeError(SECRET);
        },
      },
    ],
    [
      'an identifier that cannot be one',
      'resolveUser must return null',
      () => member(),
      { resolveUser: () => ({ identifier: SECRET.repeat(20) }) },
    ],
    [
      'a missing `publicOrigins`',
      'set `publicOrigins`',
      () => member(),
      {},
      () => read({ 'sec-fetch-site': 'same-origin', origin: EVIL }),
    ],
    [
      'a wrong `publicOrigins`',
      'set `publicOrigins`',
      () => member(),
      { publicOrigins: ['https://other.example'] },
      () => browser('PUT', `/members/${MEMBER}`, { headers: { 'sec-fetch-site': null } }),
    ],
    [
      'a page on a sibling domain',
      'Mount the proxy on the origin of the page',
      () => member(),
      {},
      () => read({ 'sec-fetch-site': 'same-site' }),
    ],
    ['keys that MX refuses', 'MX refused the API key', () => json({}, { status: 401 }), {}],
    [
      'keys that MX refuses for a new user',
      'MX refused to create the user (status 401)',
      () => json({}, { status: 401 }),
      { resolveUser: () => ({ identifier: 'ann' }) },
    ],
    ['an address that MX refuses', "MX's allow-list", () => json({}, { status: 403 }), {}],
    ['a version that MX refuses', '`apiVersion`', () => json({}, { status: 406 }), {}],
    [
      'an observer that throws',
      '`observe` failed',
      () => member(),
      {
        observe: () => {
          throw new Error(SECRET);
        },
      },
    ],
  ])('is printed once: %s', async (_what, says, script, options, request) => {
    const lines = await printed(script, options, request);
    expect(lines).toEqual([expect.stringContaining(says)]);
    expect(lines[0]).toMatch(/^react-atrium-connect\/server: .* \(Printed once\.\)$/);
    for (const secret of [SECRET, API_KEY, EVIL, MEMBER]) expect(lines[0]).not.toContain(secret);
  });

  it.each<[what: string, Script, Partial<AtriumProxyOptions>, (() => Request)?]>([
    ['a request that succeeds', () => member(), {}],
    ['a user who is signed out', () => member(), { resolveUser: () => null }],
    [
      'a request from another site',
      () => member(),
      {},
      () => read({ 'sec-fetch-site': 'cross-site' }),
    ],
    ['a member that does not exist', () => json({}, { status: 404 }), {}],
    ['an outage of MX', () => json({}, { status: 500 }), {}],
    ['a limit of MX', () => json({}, { status: 429 }), {}],
  ])('is not seen in %s', async (_what, script, options, request) => {
    expect(await printed(script, options, request)).toEqual([]);
  });

  it.each<[what: string, says: string, options: Partial<WebhookReceiverOptions>]>([
    ['credentials that differ from those of MX', 'set the same ones in the MX dashboard', {}],
    [
      'an observer of webhooks that throws',
      '`observe` failed',
      {
        credentials: 'none',
        observe: () => {
          throw new Error(SECRET);
        },
      },
    ],
  ])('is printed once: %s', async (_what, says, options) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const credentials = { username: 'mx', password: SECRET };
    const receive = createWebhookReceiver({ store: createMemoryStore(), credentials, ...options });
    for (let round = 0; round < 3; round += 1) {
      const headers = { authorization: `Basic ${btoa('mx:another-password')}` };
      await receive(new Request('https://app.example.com/mx', { method: 'POST', headers }));
      await settle();
    }
    expect(log.mock.calls).toEqual([[expect.stringContaining(says)]]);
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/session-secret|another-password/);
  });

  it('is printed for no more than 20 reasons, whatever resolveUser throws', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    let count = 0;
    const { proxy } = harness(() => member(), {
      resolveUser: () => {
        throw Object.assign(new Error(SECRET), { name: `Error${(count += 1)}` });
      },
    });
    for (let round = 0; round < 50; round += 1) await proxy(read());
    expect(log).toHaveBeenCalledTimes(20);
  });
});
