import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTION_STATUSES } from 'react-atrium-connect/core';
import { createSandbox } from 'react-atrium-connect/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hints } from '../../demo/hints.ts';
import { createHost, WEBHOOKS_PATH } from '../../demo/host.ts';
import { sandboxHints } from '../../demo/sandbox.ts';
import type { MxApi, WebhookSettings } from '../../demo/settings.ts';

const ORIGIN = 'http://localhost';
const WEBHOOKS = { username: 'sandbox', password: 'password-that-nobody-may-see' };
const KEYS = { apiKey: 'key-that-nobody-may-see', clientId: 'client-that-nobody-may-see' };

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Larder</title>');
  await writeFile(join(folder, 'assets/index-abc123.js'), 'export {};');
});

afterAll(() => rm(folder, { recursive: true }));

/** A host over a sandbox of its own, and everything that it has answered. */
function createDemo(
  api: MxApi = 'atrium',
  webhooks: WebhookSettings | null = WEBHOOKS,
): {
  visit: (path: string, init?: RequestInit) => Promise<Response>;
  /** Visits what never ends. */
  follow: (path: string, init?: RequestInit) => Promise<Response>;
  said: string[];
} {
  const sandbox = createSandbox({
    keys: KEYS,
    webhooks: { url: `${ORIGIN}${WEBHOOKS_PATH}`, ...WEBHOOKS },
    deliver: async (request) => host.fetch(request),
  });
  const host = createHost({
    mx: {
      api,
      ...KEYS,
      baseUrl: 'http://localhost:4010',
      fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    },
    webhooks,
    hints: sandboxHints(api),
    sessionSecret: 'secret-that-nobody-may-see',
    page: () => Promise.resolve(folder),
  });
  const said: string[] = [];
  return {
    said,
    follow: async (path, init) => host.request(`${ORIGIN}${path}`, init),
    visit: async (path, init) => {
      const response = await host.request(`${ORIGIN}${path}`, init);
      said.push(JSON.stringify([...response.headers]), await response.clone().text());
      return response;
    },
  };
}

type Demo = ReturnType<typeof createDemo>;

const cookieOf = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';')[0] ?? '';

const signIn = async ({ visit }: Demo): Promise<string> => cookieOf(await visit('/'));

const namesOf = async ({ visit }: Demo, cookie: string): Promise<string[]> => {
  const response = await visit('/api/atrium/members', { headers: { cookie } });
  const { members } = (await response.json()) as { members: { name: string }[] };
  return members.map(({ name }) => name);
};

async function connect({ visit }: Demo, cookie: string): Promise<Response> {
  const asked = await visit('/api/atrium/institutions/mxbank/credentials', { headers: { cookie } });
  const { credentials } = (await asked.json()) as { credentials: { guid: string }[] };
  const values = ['test_atrium', 'password'];
  return visit('/api/atrium/members', {
    method: 'POST',
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({
      member: {
        institution_code: 'mxbank',
        credentials: credentials.map(({ guid }, index) => ({ guid, value: values[index] })),
      },
    }),
  });
}

/** Opens the stream of events. Gives what waits for the next that names a member. */
async function followerOf(
  { follow }: Demo,
  cookie: string,
): Promise<() => Promise<Record<string, unknown>>> {
  const { body } = await follow('/api/atrium/events', { headers: { cookie } });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  return async () => {
    let text = '';
    for (;;) {
      const data = /^event: member\ndata: (.*)$/m.exec(text)?.[1];
      if (data !== undefined) {
        await reader?.cancel();
        return JSON.parse(data) as Record<string, unknown>;
      }
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error(`The stream ended with: ${text}`);
      text += value ?? '';
    }
  };
}

describe('a visitor', () => {
  it('is signed in by a cookie that no script can read and no other site can send along', async () => {
    const response = await createDemo().visit('/');
    expect(response.headers.get('set-cookie')).toMatch(
      /^larder_session=[\w-]{43}\.\S+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('stays the same person on the next visit', async () => {
    const demo = createDemo();
    const cookie = await signIn(demo);
    const response = await demo.visit('/', { headers: { cookie } });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('is somebody new with a cookie that was made up', async () => {
    const response = await createDemo().visit('/', { headers: { cookie: 'larder_session=me' } });
    expect(cookieOf(response)).toMatch(/^larder_session=[\w-]{43}\./);
  });

  it('is nobody without a cookie', async () => {
    expect((await createDemo().visit('/api/atrium/members')).status).toBe(401);
  });
});

describe.each<MxApi>(['atrium', 'platform'])('a visitor of a host that speaks %s', (api) => {
  it("has banks of their own, and never another's", async () => {
    const demo = createDemo(api);
    const [first, second] = [await signIn(demo), await signIn(demo)];
    await connect(demo, first);
    expect(await namesOf(demo, first)).toEqual(['MX Bank']);
    expect(await namesOf(demo, second)).toEqual([]);
  });

  it("cannot reach another's bank, knowing its guid", async () => {
    const demo = createDemo(api);
    const [first, second] = [await signIn(demo), await signIn(demo)];
    const { member } = (await (await connect(demo, first)).json()) as { member: { guid: string } };
    const read = (cookie: string): Promise<Response> =>
      demo.visit(`/api/atrium/members/${member.guid}`, { headers: { cookie } });
    expect((await read(first)).status).toBe(200);
    expect((await read(second)).status).toBe(404);
  });

  it('never sees a key or the guid of a user', async () => {
    const demo = createDemo(api);
    const cookie = await signIn(demo);
    await connect(demo, cookie);
    await namesOf(demo, cookie);
    await demo.visit('/demo/about');
    const all = demo.said.join('\n');
    expect(all).toContain('MX Bank');
    expect(all).not.toContain(KEYS.apiKey);
    expect(all).not.toContain(KEYS.clientId);
    expect(all).not.toContain(WEBHOOKS.password);
    expect(all).not.toContain('USR-');
  });

  it("is told of what happens at their banks, and not at another's", async () => {
    const demo = createDemo(api);
    const [first, second] = [await signIn(demo), await signIn(demo)];
    const follow = await followerOf(demo, first);
    await connect(demo, second);
    const { member } = (await (await connect(demo, first)).json()) as { member: { guid: string } };
    const change: unknown = expect.any(String);
    expect(await follow()).toEqual({ member_guid: member.guid, change });
  });
});

describe("MX's webhooks", () => {
  const send = ({ visit }: Demo, password: string): Promise<Response> =>
    visit(WEBHOOKS_PATH, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${WEBHOOKS.username}:${password}`)}` },
      body: JSON.stringify({ type: 'CONNECTION_STATUS' }),
    });

  it('are taken from whoever knows the password', async () => {
    expect((await send(createDemo(), WEBHOOKS.password)).status).toBe(204);
    expect((await send(createDemo(), 'another')).status).toBe(401);
  });

  it('are nowhere to be sent without one, and the page knows that it has to ask', async () => {
    const demo = createDemo('atrium', null);
    const cookie = await signIn(demo);
    const features = await demo.visit('/api/atrium/features', { headers: { cookie } });
    expect(await features.json()).toMatchObject({ features: { events: false } });
    expect((await demo.visit('/api/atrium/events', { headers: { cookie } })).status).toBe(404);
    expect((await send(demo, WEBHOOKS.password)).status).toBe(404);
  });
});

describe('the page', () => {
  it('may load from its own origin alone, run no inline script and be framed by nobody', async () => {
    const { headers } = await createDemo().visit('/');
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'report-uri /policy-reports',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('reports what its policy forbade, to nobody but the person whose page it was', async () => {
    const demo = createDemo();
    const [first, second] = [await signIn(demo), await signIn(demo)];
    const report = { 'csp-report': { 'blocked-uri': 'inline' } };
    const send = (body: string): Promise<Response> =>
      demo.visit('/policy-reports', { method: 'POST', headers: { cookie: first }, body });
    expect((await send(JSON.stringify(report))).status).toBe(204);
    expect((await send('x'.repeat(20_000))).status).toBe(413);
    const read = async (cookie: string): Promise<unknown> =>
      (await demo.visit('/policy-reports', { headers: { cookie } })).json();
    expect(await read(first)).toEqual([report]);
    expect(await read(second)).toEqual([]);
  });

  it('lets the page see when the window of a bank closes', async () => {
    const { headers } = await createDemo().visit('/');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  });

  it.each([
    ['/', 200, 'no-cache'],
    ['/assets/index-abc123.js', 200, 'public, max-age=31536000, immutable'],
    ['/assets/index-of-yesterday.js', 404, null],
    ['/../package.json', 404, null],
  ])('answers %s with %i and says of caching: %s', async (path, status, cacheControl) => {
    const response = await createDemo().visit(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe(cacheControl);
  });
});

describe('what the host tells of itself', () => {
  it.each<MxApi>(['atrium', 'platform'])('is that it speaks %s', async (api) => {
    const response = await createDemo(api).visit('/demo/about');
    expect(await response.json()).toMatchObject({ api });
  });

  it.each([
    ['platform', true],
    ['atrium', false],
  ] as const)('are the passwords for errors, where %s tells of them: %s', async (api, tells) => {
    const response = await createDemo(api).visit('/demo/about');
    const { hints } = (await response.json()) as { hints: Hints };
    expect(hints.errors.some(({ text }) => text === 'error:2005')).toBe(tells);
  });

  it('names a password for each of the 22 statuses', async () => {
    const response = await createDemo().visit('/demo/about');
    const { hints } = (await response.json()) as { hints: Hints };
    expect(hints.passwords.map(({ text }) => text)).toEqual(
      expect.arrayContaining(CONNECTION_STATUSES.map((status) => `status:${status}`)),
    );
  });
});

describe('accounts kept by hand', () => {
  it.each([
    ['platform', true],
    ['atrium', false],
  ] as const)('where %s is spoken, are offered: %s', async (api, offered) => {
    const demo = createDemo(api);
    const cookie = await signIn(demo);
    const response = await demo.visit('/api/atrium/features', { headers: { cookie } });
    expect(await response.json()).toMatchObject({ features: { manual_accounts: offered } });
  });
});
