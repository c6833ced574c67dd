import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakTwoReads } from '../../stories/docs/samples/sandbox-faults.ts';
import { audit } from '../../stories/docs/samples/audit.ts';
import { securityHeaders } from '../../stories/docs/samples/security-headers.ts';
import { mailAbout } from '../../stories/docs/samples/webhook.ts';
import { observe } from '../../stories/docs/samples/observe.ts';
import { toNodeListener } from 'react-atrium-connect/server';
import { createScenario } from 'react-atrium-connect/testing';
import { afterAll, beforeAll, expect, describe, it, vi } from 'vitest';
import { stubMx } from './host.ts';

const realFetch = globalThis.fetch;

beforeAll(stubMx);
afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** The first page of banks, asked for by a person who is signed in, or by nobody. */
const banks = (cookie = 'user=person-1') =>
  new Request('https://app.example.com/api/atrium/institutions', { headers: { cookie } });

/** Every way of mounting the proxy, as a function from a request to its answer. */
const mounted: Record<string, () => Promise<(request: Request) => Response | Promise<Response>>> = {
  'next-route.ts': async () => (await import('../../stories/docs/samples/next-route.ts')).GET,
  'hono.ts': async () => (await import('../../stories/docs/samples/hono.ts')).app.fetch,
  'limits.ts': async () => (await import('../../stories/docs/samples/limits.ts')).atrium,
  'platform.ts': async () => (await import('../../stories/docs/samples/platform.ts')).atrium,
  'verification-server.ts': async () =>
    (await import('../../stories/docs/samples/verification-server.ts')).atrium,
  'bun.ts': async () => (await import('../../stories/docs/samples/bun.ts')).default.fetch,
  'worker.ts': async () => {
    const worker = (await import('../../stories/docs/samples/worker.ts')).default;
    const env = { ATRIUM_API_KEY: 'a-key', ATRIUM_CLIENT_ID: 'a-client' };
    return (request) => worker.fetch(request, env);
  },
};

describe('the samples for a server', () => {
  it.each(Object.entries(mounted))(
    '%s answers who is signed in, and nobody else',
    async (_, at) => {
      const handle = await at();
      const answer = await handle(banks());
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ institutions: expect.any(Array) });
      expect((await handle(banks(''))).status).toBe(401);
    },
  );

  it('node-server.ts answers over HTTP', async () => {
    const { server } = await import('../../stories/docs/samples/node-server.ts');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/api/atrium/institutions`;
    const answer = await realFetch(url, { headers: { cookie: 'user=person-1' } });
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
    server.close();
  });

  it('express.ts mounts a listener below /api/atrium', async () => {
    const { mountAtrium } = await import('../../stories/docs/samples/express.ts');
    const use = vi.fn();
    mountAtrium({ use });
    expect(use).toHaveBeenCalledExactlyOnceWith('/api/atrium', expect.any(Function));
  });

  it('ensure-user.ts finds the same MX user again', async () => {
    const { mxUserOf } = await import('../../stories/docs/samples/ensure-user.ts');
    const first = await mxUserOf('person-7');
    expect(first).toEqual({ userGuid: expect.stringMatching(/^USR-/) });
    expect(await mxUserOf('person-7')).toEqual(first);
  });

  it('push.ts tells a page what MX has told it', async () => {
    const { atrium, webhooks } = await import('../../stories/docs/samples/push.ts');
    const { mxUserOf } = await import('../../stories/docs/samples/ensure-user.ts');
    const { userGuid } = await mxUserOf('person-1');
    const url = 'https://app.example.com/api/atrium/events';
    const stream = await atrium(new Request(url, { headers: { cookie: 'user=person-1' } }));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const memberGuid = 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b';
    const body = JSON.stringify({ type: 'BALANCE', user_guid: userGuid, member_guid: memberGuid });
    const headers = { authorization: `Basic ${btoa('mx:a-password')}` };
    const request = new Request('https://app.example.com/mx', { method: 'POST', headers, body });
    expect((await webhooks(request)).status).toBe(204);
    let text = '';
    while (!text.includes('"change":"data"')) text += (await reader?.read())?.value ?? '';
    expect(text).toContain(memberGuid);
    await reader?.cancel();
  });

  it('rotating-keys.ts sends the keys that its files hold', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'keys-'));
    writeFileSync(join(directory, 'atrium-api-key'), 'a-new-key\n');
    writeFileSync(join(directory, 'atrium-client-id'), 'a-client\n');
    vi.stubEnv('SECRETS_DIRECTORY', directory);
    const asked = vi.spyOn(globalThis, 'fetch');
    const { atrium } = await import('../../stories/docs/samples/rotating-keys.ts');
    expect((await atrium(banks())).status).toBe(200);
    expect(new Headers(asked.mock.lastCall?.[1]?.headers).get('mx-api-key')).toBe('a-new-key');
    asked.mockRestore();
    rmSync(directory, { recursive: true });
  });

  it('redis-store.ts is a store, with Redis or without', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:9');
    const { client, store } = await import('../../stories/docs/samples/redis-store.ts');
    expect(await store.health()).toBe('redis-unreachable');
    await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('redis', expect.any(String)));
    await store.close();
    client.destroy();
  });

  it('sign-out.ts ends the streams of the user who signs out', async () => {
    const { atrium } = await import('../../stories/docs/samples/push.ts');
    const { signOut } = await import('../../stories/docs/samples/sign-out.ts');
    const as = (user: string, path: string) =>
      new Request(`https://app.example.com${path}`, { headers: { cookie: `user=${user}` } });
    const stream = await atrium(as('ann', '/api/atrium/events'));
    const reader = stream.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    expect((await signOut(as('ann', '/sign-out'))).status).toBe(303);
    await reader?.closed;
  });

  it('audit.ts logs a line of JSON for each event', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    const event = { action: 'delete-member', outcome: 'succeeded', memberGuid: 'MBR-1' } as const;
    void audit({ ...event, user: { identifier: 'ann' }, status: 204, requestId: 'r', at: 0 });
    expect(JSON.parse(String(info.mock.calls[0]?.[0]))).toEqual({
      ...event,
      time: '1970-01-01T00:00:00.000Z',
      user: { identifier: 'ann' },
      requestId: 'r',
    });
  });

  it('shutdown.ts stops the server on SIGTERM', async () => {
    const { stopOnSigterm } = await import('../../stories/docs/samples/shutdown.ts');
    const { atrium } = await import('../../stories/docs/samples/push.ts');
    const onSignal = vi.spyOn(process, 'once').mockReturnValue(process);
    const server = createServer(toNodeListener(atrium)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    stopOnSigterm(server);
    const closed = once(server, 'close');
    const [signal, listener] = onSignal.mock.calls[0] ?? [];
    expect(signal).toBe('SIGTERM');
    listener?.();
    await closed;
    expect((await atrium(banks())).status).toBe(503);
  });

  it('observe.ts logs a line a request', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    observe({ method: 'GET', route: '/members', status: 200, durationMs: 12, requestId: 'r' });
    expect(info).toHaveBeenCalledExactlyOnceWith('atrium', 'GET', '/members', 200, '12 ms', '');
  });
});

describe('webhook.ts', () => {
  it.each([
    [2, expect.stringContaining('do not match your credentials')],
    ['LOCKED', expect.stringContaining('Your account is locked')],
    ['CONNECTED', null],
    [null, null],
    [99, null],
  ])('on %o says %o', (status, mail) => {
    expect(mailAbout(status, 'MX Bank')).toEqual(mail);
  });
});

describe('sandbox-faults.ts', () => {
  it('makes two reads of a status fail, and lets the third be right', async () => {
    const { sandbox, client } = createScenario();
    const { guid } = await client.createMember({
      institutionCode: 'mx_bank_oauth',
      isOauth: true,
    });
    breakTwoReads(sandbox);
    await expect(client.readMemberStatus(guid)).rejects.toMatchObject({ kind: 'server' });
    await expect(client.readMemberStatus(guid)).rejects.toMatchObject({ kind: 'server' });
    expect((await client.readMemberStatus(guid)).connectionStatus).toBe('PENDING');
  });
});

describe('security-headers.ts', () => {
  it('allows nothing from elsewhere and nothing inline', () => {
    expect(securityHeaders['Content-Security-Policy']).toMatch(/^default-src 'self';/);
    expect(JSON.stringify(securityHeaders)).not.toMatch(/unsafe|https?:|\*/);
  });
});
