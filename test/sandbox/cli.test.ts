import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/sandbox/cli-options.ts';

const root = join(import.meta.dirname, '../..');

/** The command as it is, from its source. */
function run(...args: string[]) {
  const { ATRIUM_SANDBOX_API_KEY: _key, ATRIUM_SANDBOX_CLIENT_ID: _client, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'src/sandbox/cli.ts'), ...args],
    { cwd: root, env },
  );
  let output = '';
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const greeting = new Promise<string>((greeted) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl-C')) greeted(output);
    });
  });
  const end = new Promise<{ code: number | null; output: string; complaint: string }>((ended) => {
    child.on('close', (code) => ended({ code, output, complaint }));
  });
  return { child, greeting, end };
}

describe('the command', () => {
  it('says where it listens and what to type, serves, and ends quietly on Ctrl-C', async () => {
    const { child, greeting, end } = run('--port', '0');
    const said = await greeting;
    expect(said).toContain('test_atrium');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    const headers = { 'MX-API-Key': 'key', 'MX-Client-ID': 'client' };
    expect((await fetch(`${url}/institutions/mxbank`, { headers })).status).toBe(200);

    const taken = run('--port', new URL(url).port);
    expect(await taken.end).toMatchObject({
      code: 1,
      complaint: `atrium-sandbox: port ${new URL(url).port} is taken; stop what is using it, or choose another with --port.\n`,
    });

    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 0, complaint: '' });
  }, 30_000);

  it.each([
    [['--prot', '1'], "atrium-sandbox: Unknown option '--prot'; see atrium-sandbox --help.\n"],
    [
      ['--port', 'http'],
      'atrium-sandbox: --port must be a whole number from 0 to 65535, not "http".\n',
    ],
  ])(
    '%j is one sentence and 1',
    async (args, complaint) => {
      expect(await run(...args).end).toEqual({ code: 1, output: '', complaint });
    },
    30_000,
  );

  it('helps', async () => {
    const { code, output } = await run('--help').end;
    expect([code, output.includes('--api-key')]).toEqual([0, true]);
  }, 30_000);
});

describe('its options', () => {
  it('have defaults: this machine only, and any keys', () => {
    expect(readCommand({}, {})).toEqual({
      port: 4010,
      host: '127.0.0.1',
      sandbox: { allowedHosts: ['127.0.0.1'], reportLateMs: 0 },
    });
  });

  it('take the keys from the environment, unless they are given', () => {
    const environment = { ATRIUM_SANDBOX_API_KEY: 'a', ATRIUM_SANDBOX_CLIENT_ID: 'b' };
    const keysOf = (values: object) => readCommand(values, environment).sandbox.keys;
    expect(keysOf({})).toEqual({ apiKey: 'a', clientId: 'b' });
    expect(keysOf({ 'api-key': 'x', 'client-id': 'y' })).toEqual({ apiKey: 'x', clientId: 'y' });
  });

  it.each([
    [{ host: '0.0.0.0' }, ['0.0.0.0']],
    [{ host: '::' }, ['[::]']],
    [{ host: 'box', 'allowed-hosts': 'a, b.example,[::2]' }, ['box', 'a', 'b.example', '[::2]']],
  ])('%o: answers to the hosts %j', (values, allowedHosts) => {
    expect(readCommand(values, {}).sandbox).toMatchObject({ allowedHosts });
  });

  it('take where webhooks go, and what they carry', () => {
    const webhooksOf = (values: object) => readCommand(values, {}).sandbox.webhooks;
    const url = 'http://127.0.0.1:4000/webhooks/mx';
    expect(webhooksOf({})).toBeUndefined();
    expect(webhooksOf({ 'webhook-url': url })).toEqual({ url });
    expect(webhooksOf({ 'webhook-url': url, 'webhook-auth': 'mx:a:b' })).toEqual({
      url,
      username: 'mx',
      password: 'a:b',
    });
  });

  it.each([
    [{ 'api-key': 'x' }, 'belong together'],
    [{ port: '65536' }, '--port must be'],
    [{ port: '-1' }, '--port must be'],
    [{ 'report-late': 'soon' }, '--report-late must be'],
    [{ 'allowed-hosts': 'http://sandbox:4010' }, '--allowed-hosts takes host names'],
    [{ 'allowed-hosts': 'sandbox,' }, '--allowed-hosts takes host names'],
    [{ 'webhook-url': 'nowhere' }, 'must be an http or https one'],
    [{ 'webhook-auth': 'mx:secret' }, '--webhook-url, where they go'],
    [{ 'webhook-url': 'http://host.test', 'webhook-auth': 'mx' }, '--webhook-auth must be'],
    [{ 'webhook-url': 'http://host.test', 'webhook-auth': ':p' }, '--webhook-auth must be'],
  ])('refuse %j', (values, message) => {
    expect(() => readCommand(values, {})).toThrow(message);
  });
});
