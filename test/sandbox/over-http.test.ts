import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock, createSandbox } from '../../src/sandbox.ts';
import type { Sandbox } from '../../src/sandbox.ts';
import { listen, type Listening } from '../../src/sandbox/listen.ts';
import { KEYS, mxBank } from './start.ts';

const HOST = '127.0.0.1';

let sandbox: Sandbox;
let listening: Listening;

async function serve(served: Sandbox): Promise<void> {
  sandbox = served;
  listening = await listen(served, 0, HOST);
}

beforeEach(() => serve(createSandbox({ clock: createClock() })));
afterEach(() => listening.close());

async function call(method: string, path: string, body?: object) {
  const response = await fetch(listening.url + path, {
    method,
    headers: KEYS,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('over HTTP', () => {
  it('a member lives its whole life', async () => {
    const { guid: user } = (await call('POST', '/users', { user: { metadata: 'x' } })).body.user;
    const created = await call('POST', `/users/${user}/members`, { member: mxBank('challenge') });
    const path = `/users/${user}/members/${created.body.member.guid}`;
    sandbox.clock.advance(600);
    const { member } = (await call('GET', `${path}/status`)).body;
    expect(member.connection_status).toBe('CHALLENGED');
    const answers = [{ guid: member.challenges[0].guid, value: 'correct' }];
    const resumed = await call('PUT', `${path}/resume`, { member: { challenges: answers } });
    expect([resumed.status, resumed.body.member.connection_status]).toEqual([202, 'RESUMED']);
    sandbox.clock.advance(1_800);
    expect((await call('GET', `${path}/status`)).body.member).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
    expect(await call('GET', `${path}/challenges`)).toEqual({ status: 204, body: null });
    expect((await call('GET', `${path}/accounts`)).body.accounts).toHaveLength(4);
    expect(await call('DELETE', path)).toEqual({ status: 204, body: null });
    expect((await call('GET', path)).status).toBe(404);
  });

  it('a page at the bank lives on the same origin', async () => {
    const { guid: user } = (await call('POST', '/users', { user: { metadata: 'x' } })).body.user;
    const member = { institution_code: 'mx_bank_oauth', is_oauth: true };
    const created = await call('POST', `/users/${user}/members`, { member });
    const uri: string = created.body.member.oauth_window_uri;
    expect(uri.startsWith(`${listening.url}/oauth/authorize?`)).toBe(true);
    const state = new URL(uri).searchParams.get('state') ?? '';
    const page = await fetch(`${listening.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ state, decision: 'authorize' }),
    });
    expect(await page.text()).toContain('Thank you for completing OAuth');
  });

  it('a dropped connection is a broken socket, and the next one works', async () => {
    sandbox.faults.add({ kind: 'drop', times: 1 });
    await expect(call('GET', '/users')).rejects.toThrow('fetch failed');
    expect((await call('GET', '/users')).status).toBe(200);
  });

  it.each([[], ['atrium'], ['v20111101'], ['v20250224']])(
    'curl alone is enough for all of it %s',
    async (...api) => {
      await listening.close();
      await serve(createSandbox());
      const script = join(import.meta.dirname, 'life-of-a-member.sh');
      const { stdout } = await promisify(execFile)('sh', [script, listening.url, ...api]);
      expect(stdout.trim().split('\n').at(-1)).toBe('The member lived as it should.');
    },
    30_000,
  );

  it('the script of curls notices when something is wrong', async () => {
    sandbox.faults.add({ kind: 'unknown-status' });
    const script = join(import.meta.dirname, 'life-of-a-member.sh');
    await expect(promisify(execFile)('sh', [script, listening.url])).rejects.toMatchObject({
      code: 1,
      stderr: 'Not as it should be: the answer lacks "connection_status":"CREATED".\n',
    });
  });

  it('a port that is taken is refused', async () => {
    const taken = createServer();
    await new Promise<void>((done) => void taken.listen(0, HOST, done));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(listen(sandbox, port, HOST)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((done) => void taken.close(done));
  });
});
