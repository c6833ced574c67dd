import { describe, expect, it, vi } from 'vitest';
import { createAtriumProxy } from '../../src/server.ts';
import { browser, harness, json, member } from './support.ts';
import type { AtriumProxyOptions } from '../../src/server.ts';

const KEY = 'key-that-nobody-may-see';

/** As a host without types may call it. */
const create = (options: Record<string, unknown>): (() => void) => {
  const { environment, ...rest } = { environment: 'development', ...options };
  return () =>
    createAtriumProxy({
      apiKey: KEY,
      clientId: 'client',
      resolveUser: () => null,
      ...('baseUrl' in options ? {} : { environment }),
      ...rest,
    } as unknown as AtriumProxyOptions);
};

describe('options that cannot work', () => {
  it.each<[names: string, options: Record<string, unknown>]>([
    ['apiKey', { apiKey: undefined }],
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: `${KEY}\n` }],
    ['apiKey', { apiKey: `${KEY} ${KEY}` }],
    ['clientId', { clientId: undefined }],
    ['clientId', { clientId: 'clé' }],
    ['clientId', { api: 'platform', clientId: 'client:with-a-colon' }],
    ['api', { api: 'nexus' }],
    ['api', { api: 'toString' }],
    ['api', { api: null }],
    ['apiVersion', { apiVersion: 'v20250224' }],
    ['apiVersion', { api: 'platform', apiVersion: 'v1' }],
    ['apiVersion', { api: 'platform', apiVersion: 'toString' }],
    ['allow.manualAccounts', { allow: { manualAccounts: true } }],
    ['environment', { environment: 'staging' }],
    ['environment', { environment: 'toString' }],
    ['environment', { environment: undefined }],
    ['baseUrl', { baseUrl: 'atrium.mx.com' }],
    ['baseUrl', { baseUrl: '' }],
    ['baseUrl', { baseUrl: 'http://atrium.mx.com' }],
    ['baseUrl', { baseUrl: 'http://localhost.evil.example' }],
    ['baseUrl', { baseUrl: 'http://127.evil.example' }],
    ['baseUrl', { baseUrl: 'http://127.0.0.1.evil.example' }],
    ['baseUrl', { baseUrl: 'https://user:pass@atrium.mx.com' }],
    ['baseUrl', { baseUrl: 'https://atrium.mx.com/?x=1' }],
    ['baseUrl', { baseUrl: 'ftp://atrium.mx.com' }],
    ['resolveUser', { resolveUser: undefined }],
    ['resolveUser', { resolveUser: 'USR-1' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['bodyTimeoutMs', { bodyTimeoutMs: 0 }],
    ['basePath', { basePath: 'api/atrium' }],
    ['basePath', { basePath: '/api//atrium' }],
    ['basePath', { basePath: '/api/:user' }],
    ['basePath', { basePath: '' }],
    ['publicOrigins', { publicOrigins: ['https://app.example.com/'] }],
    ['publicOrigins', { publicOrigins: ['app.example.com'] }],
    ['publicOrigins', { publicOrigins: ['*'] }],
    ['publicOrigins', { publicOrigins: ['null'] }],
    ['allow.redirectOrigins', { allow: { redirectOrigins: ['https://app.example.com/done'] } }],
  ])('are refused at once, naming `%s`: %j', (names, options) => {
    expect(create(options)).toThrow(TypeError);
    expect(create(options)).toThrow(`\`${names}\``);
  });

  it('are refused without repeating the key', () => {
    const failure = (() => {
      try {
        create({ apiKey: `${KEY} ` })();
        return undefined;
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(TypeError);
    expect(String(failure)).not.toContain(KEY);
  });

  it('cannot both name an environment and an address', () => {
    expect(() =>
      // @ts-expect-error the types say so too
      createAtriumProxy({
        environment: 'production',
        baseUrl: 'https://atrium.example',
        apiKey: KEY,
        clientId: 'client',
        resolveUser: () => null,
      }),
    ).toThrow('either `environment` or `baseUrl`');
  });
});

describe('the address of Atrium', () => {
  it.each([
    [{ environment: 'development' }, 'https://vestibule.mx.com/institutions'],
    [{ environment: 'production' }, 'https://atrium.mx.com/institutions'],
    [{ baseUrl: 'https://eu.example/atrium/' }, 'https://eu.example/atrium/institutions'],
    [{ baseUrl: 'https://eu.example/atrium//' }, 'https://eu.example/atrium/institutions'],
    [{ baseUrl: 'http://127.0.0.100:4000' }, 'http://127.0.0.100:4000/institutions'],
    [{ baseUrl: 'http://localhost:4000' }, 'http://localhost:4000/institutions'],
    [{ baseUrl: 'http://127.0.0.1:4000' }, 'http://127.0.0.1:4000/institutions'],
    [{ baseUrl: 'http://[::1]:4000' }, 'http://[::1]:4000/institutions'],
    [{ baseUrl: 'http://sandbox.localhost:4000' }, 'http://sandbox.localhost:4000/institutions'],
  ] as const)('follows from %j', async (where, url) => {
    const options: object = { environment: undefined, ...where };
    const { proxy, calls } = harness(() => member(), options);
    await proxy(browser('GET', '/institutions'));
    expect(calls).toMatchObject([{ url }]);
  });
});

it("uses the runtime's own fetch unless the host has another, as it is when MX is asked", async () => {
  const proxy = createAtriumProxy({
    environment: 'development',
    apiKey: KEY,
    clientId: 'client',
    resolveUser: () => ({ identifier: 'person-1' }),
  });
  const fetch = vi.fn(async () => json({ institutions: [] }));
  vi.stubGlobal('fetch', fetch);
  try {
    expect((await proxy(browser('GET', '/institutions'))).status).toBe(200);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(fetch).toHaveBeenCalledWith(
    'https://vestibule.mx.com/institutions',
    expect.objectContaining({ method: 'GET' }),
  );
});
