import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createSandbox } from 'react-atrium-connect/sandbox';
import { describe, expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { ROOT, startDemo } from './demo-process.ts';

const KEYS = { apiKey: 'key-that-nobody-may-see', clientId: 'client-that-nobody-may-see' };
const PORTS = { PORT: '0', SANDBOX_PORT: '0' };

/** A port of this machine that something else listens on. */
async function busyPort({ onTestFinished }: TestContext): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return portOf(server.address());
}

/** A port of this machine that nothing listens on. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** The address of an MX that knows one key alone, whichever of its APIs is spoken. */
async function mxWithKey({ onTestFinished }: TestContext): Promise<string> {
  const server = serve({
    fetch: createSandbox({ keys: KEYS }).fetch,
    port: 0,
    hostname: 'localhost',
  });
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://localhost:${portOf(server.address())}`;
}

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): string =>
  String(typeof address === 'object' ? address?.port : address);

/** The repository as it is before anything has been built. */
async function unbuiltRepository({ onTestFinished }: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'unbuilt-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp(join(ROOT, 'demo'), join(root, 'demo'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(root, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const mx = (baseUrl: string, apiKey = KEYS.apiKey): Record<string, string> => ({
  ATRIUM_API_KEY: apiKey,
  ATRIUM_CLIENT_ID: KEYS.clientId,
  ATRIUM_BASE_URL: baseUrl,
});

/** What the demo says instead of starting: one line, and no more. */
async function refusal(
  test: TestContext,
  env: Readonly<Record<string, string>>,
  root?: string,
): Promise<string> {
  const { code, output } = await startDemo(test, { ...PORTS, ...env }, root).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^[^\n]+\.\n$/);
  return output.trim();
}

/** A process takes its time to start on a busy machine. */
const patient = { timeout: 30_000 };

describe.concurrent('says in one line why it cannot start', patient, () => {
  it('when another program has its port', async (test) => {
    const port = await busyPort(test);
    expect(await refusal(test, { PORT: port })).toMatch(
      new RegExp(`^Port ${port} is taken by another program: .*choose another with PORT=\\d+\\.$`),
    );
  });

  it("when another program has the sandbox's port", async (test) => {
    const port = await busyPort(test);
    expect(await refusal(test, { SANDBOX_PORT: port })).toMatch(
      new RegExp(`^Port ${port} is taken .*choose another with SANDBOX_PORT=\\d+\\.$`),
    );
  });

  it('when there is no such API', async (test) => {
    expect(await refusal(test, { MX_API: 'nexus' })).toBe(
      'MX_API must be atrium (as it is when not set) or platform.',
    );
  });

  it('when half of a key is missing', async (test) => {
    expect(await refusal(test, { ATRIUM_API_KEY: KEYS.apiKey })).toBe(
      "ATRIUM_API_KEY is set and ATRIUM_CLIENT_ID is not: set both to use MX's own API, or neither to use the sandbox.",
    );
  });

  it.for(['atrium', 'platform'])('when MX does not know the key, as for %s', async (api, test) => {
    const env = { MX_API: api, ...mx(await mxWithKey(test), 'another-key') };
    const said = await refusal(test, env);
    expect(said).toMatch(/^http:\S+ does not know this key \(401\): /);
    expect(said).toContain(`(it is ${api} now)`);
    expect(said).not.toContain('another-key');
  });

  it('when nothing answers at the address of MX', async (test) => {
    const address = `http://localhost:${await freePort()}`;
    expect(await refusal(test, mx(address))).toBe(
      `${address} cannot be reached (ECONNREFUSED): check ATRIUM_BASE_URL and the network.`,
    );
  });

  it('when the key would travel in the clear', async (test) => {
    expect(await refusal(test, mx('http://atrium.example'))).toMatch(
      /^ATRIUM_API_KEY, ATRIUM_CLIENT_ID or ATRIUM_BASE_URL will not do: .*https:/,
    );
  });

  it('when the library has not been built', async (test) => {
    expect(await refusal(test, {}, await unbuiltRepository(test))).toMatch(
      /^The library is not built yet, .*`npm start`/,
    );
  });
});

describe('once it runs', patient, () => {
  it('ends with everything it started on Ctrl-C, though a connection is open', async (test) => {
    const demo = startDemo(test, PORTS);
    const [address = '', sandbox = ''] = await demo.addresses();
    const page = await fetch(address, { headers: { connection: 'keep-alive' } });
    expect(page.status).toBe(200);

    demo.signal('SIGINT');
    expect((await demo.ended).code).toBe(0);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    await expect(fetch(sandbox)).rejects.toThrow('fetch failed');
  });

  it('has its sandbox send webhooks to the host', async (test) => {
    const demo = startDemo(test, PORTS);
    const [address = '', sandbox = ''] = await demo.addresses();
    const told = await (await fetch(`${sandbox}/_sandbox/webhooks`)).json();
    expect(told).toMatchObject({ webhooks: { url: `${address}/webhooks/mx` } });
  });

  it.for([
    ['atrium', {}, "Atrium, MX's own:"],
    ['platform', { MX_API: 'platform' }, "MX Platform, MX's own:"],
  ] as const)(
    'speaks %s where the environment says so, and writes its key nowhere',
    async ([api, env, greeting], test) => {
      const demo = startDemo(test, { ...PORTS, ...env, ...mx(await mxWithKey(test)) });
      const [address = ''] = await demo.addresses();
      const page = await fetch(address);
      const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
      const institutions = await fetch(`${address}/api/atrium/institutions?name=mx`, {
        headers: { cookie },
      });
      expect(await institutions.text()).toContain('MX Bank');
      expect(await (await fetch(`${address}/demo/about`)).json()).toEqual({ api, hints: null });

      demo.signal('SIGTERM');
      const { code, output } = await demo.ended;
      expect(code).toBe(0);
      expect(output).toContain(greeting);
      expect(output).not.toContain(KEYS.apiKey);
      expect(output).not.toContain(KEYS.clientId);
    },
  );
});
