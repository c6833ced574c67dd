import { describe, expect, it, vi } from 'vitest';
import {
  createAtriumProxy,
  createMemoryStore,
  ensureUser,
  toNodeListener,
} from '../../src/server.ts';
import { browser, harness, json, member, USER } from './support.ts';
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

describe('createAtriumProxy options', () => {
  it.each<[names: string, options: Record<string, unknown>]>([
    ['publicOrigin', { publicOrigin: 'https://app.example.com' }],
    ['apiKey', { apiKey: 'undefined' }],
    ['apiKey', { apiKey: undefined }],
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: `${KEY}\n` }],
    ['apiKey', { apiKey: `${KEY} ${KEY}` }],
    ['apiKey', { apiKey: 7 }],
    ['apiKey', { apiKey: Promise.resolve(KEY) }],
    ['clientId', { apiKey: () => KEY, clientId: undefined }],
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
    ['timeoutMs', { timeoutMs: '30000' }],
    ['timeoutMs', { timeoutMs: null }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['bodyTimeoutMs', { bodyTimeoutMs: 0 }],
    ['bodyTimeoutMs', { bodyTimeoutMs: Number.POSITIVE_INFINITY }],
    ['fetch', { fetch: 'fetch' }],
    ['observe', { observe: {} }],
    ['now', { now: 0 }],
    ['store', { store: {} }],
    ['store', { store: null }],
    ['store', { store: { ...createMemoryStore(), publish: undefined } }],
    ['heartbeat', { store: createMemoryStore(), streams: { heartbeat: 1_000 } }],
    ['basePath', { basePath: 'api/atrium' }],
    ['basePath', { basePath: '/api//atrium' }],
    ['basePath', { basePath: '/api/:user' }],
    ['basePath', { basePath: '' }],
    ['basePath', { basePath: null }],
    ['basePath', { basePath: '/api/..' }],
    ['publicOrigins', { publicOrigins: undefined }],
    ['publicOrigins', { publicOrigins: null }],
    ['publicOrigins', { publicOrigins: [] }],
    ['publicOrigins', { publicOrigins: [''] }],
    ['publicOrigins', { publicOrigins: [undefined] }],
    ['publicOrigins', { publicOrigins: ['https://app.example.com', undefined] }],
    ['publicOrigins', { publicOrigins: 'https://app.example.com' }],
    ['publicOrigins', { publicOrigins: ['https://app.example.com/'] }],
    ['publicOrigins', { publicOrigins: ['app.example.com'] }],
    ['publicOrigins', { publicOrigins: ['*'] }],
    ['publicOrigins', { publicOrigins: ['null'] }],
    ['allow.redirectOrigins', { allow: { redirectOrigins: ['https://app.example.com/done'] } }],
    ['allow.redirectOrigins', { allow: { redirectOrigins: ['*'] } }],
    ['allow.redirectOrigins', { allow: { redirectOrigins: [undefined] } }],
    ['allow.redirectOrigins', { allow: { redirectOrigins: 'https://app.example.com' } }],
    ['allow.accountNumbers', { allow: { accountNumbers: 'false' } }],
    ['allow.accountOwners', { allow: { accountOwners: 1 } }],
    ['allow.verification', { allow: { verification: {} } }],
    ['allow.identification', { allow: { identification: null } }],
    ['accountNumber', { allow: { accountNumber: true } }],
  ])('throws a TypeError that names `%s` for %j', (names, options) => {
    expect(create(options)).toThrow(TypeError);
    expect(create(options)).toThrow(`\`${names}\``);
  });

  it.each([
    [undefined, 'createAtriumProxy must be an object'],
    [{ allow: [] }, 'allow must be an object'],
    [{ allow: null }, 'allow must be an object'],
  ])('throws a TypeError for %j in place of options', (options, message) => {
    const call = () =>
      options === undefined
        ? createAtriumProxy(options as unknown as AtriumProxyOptions)
        : create(options)();
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  it('says which variable may be missing when `publicOrigins` is empty', () => {
    expect(create({ publicOrigins: [] })).toThrow(/`Host` header .* environment variable missing/);
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

describe('createMemoryStore options', () => {
  it.each<[names: string, options: unknown]>([
    ['now', { now: 'Date.now' }],
    ['maxEvents', { maxEvents: 10 }],
  ])('throws a TypeError that names `%s`', (names, options) => {
    expect(() => createMemoryStore(options as object)).toThrow(TypeError);
    expect(() => createMemoryStore(options as object)).toThrow(`\`${names}\``);
  });
});

describe('toNodeListener', () => {
  it.each([undefined, null, {}])('throws a TypeError for %j in place of a handler', (handler) => {
    // @ts-expect-error the types say so too
    expect(() => toNodeListener(handler)).toThrow('`toNodeListener` takes what');
  });
});

/** What a host's id becomes when there is none. */
const NO_IDS = [
  'undefined',
  'null',
  'NaN',
  '[object Object]',
  '',
  ' ',
  '0',
  'true',
  'false',
  'none',
  'nil',
  'user-undefined',
  'undefined_7',
  'acme-null',
  'NaN-NaN',
];

describe('an identifier', () => {
  it.each(NO_IDS)('%j is refused per request, and by ensureUser', async (identifier) => {
    const { proxy, calls, events } = harness(() => json({ members: [] }), {
      resolveUser: () => ({ identifier }),
    });
    const response = await proxy(browser('GET', '/members'));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { kind: 'server' } });
    expect(events[0]?.reason).toContain('all users without an id would share one MX user');
    const access = { environment: 'development', apiKey: KEY, clientId: 'client' } as const;
    await expect(ensureUser({ ...access, identifier })).rejects.toThrow('share one MX user');
    expect(calls).toEqual([]);
  });

  it.each(['1', '10', 'Null', 'nullable', 'undefinedly', 'Anna-Nulland', 'falsetto', 'x0'])(
    '%j is accepted',
    async (identifier) => {
      const { proxy, calls } = harness(
        ({ method }) => json(method === 'POST' ? { user: { guid: USER } } : { members: [] }),
        { resolveUser: () => ({ identifier }) },
      );
      expect((await proxy(browser('GET', '/members'))).status).toBe(200);
      expect(calls[0]?.body).toEqual({ user: { identifier } });
    },
  );

  it('is used while `userGuid` is null, and not in place of a `userGuid` that is wrong', async () => {
    const statusFor = async (userGuid: unknown): Promise<number> => {
      const { proxy } = harness(
        ({ method }) => json(method === 'POST' ? { user: { guid: USER } } : { members: [] }),
        { resolveUser: () => ({ userGuid, identifier: 'person-1' }) },
      );
      return (await proxy(browser('GET', '/members'))).status;
    };
    expect(await statusFor(null)).toBe(200);
    expect(await statusFor('USR-of-another-app')).toBe(500);
  });
});

describe('ensureUser options', () => {
  it.each<[names: string, options: object]>([
    ['timeout', { timeout: 1_000 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['apiKey', { apiKey: undefined }],
  ])('throws a TypeError that names `%s`', async (names, options) => {
    const all = { environment: 'development', apiKey: KEY, clientId: 'client', identifier: 'u1' };
    const call = ensureUser({ ...all, ...options } as Parameters<typeof ensureUser>[0]);
    await expect(call).rejects.toThrow(TypeError);
    await expect(call).rejects.toThrow(`\`${names}\``);
  });
});
