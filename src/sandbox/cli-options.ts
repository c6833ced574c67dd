import type { SandboxOptions } from './create-sandbox.ts';
import { nameInUrl } from './listen.ts';
import { targetProblem, type SandboxWebhooks } from './webhooks/target.ts';

/** What the command line offers, in the form that `parseArgs` takes. */
export const cliOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allowed-hosts': { type: 'string' },
  seed: { type: 'string' },
  'api-key': { type: 'string' },
  'client-id': { type: 'string' },
  'report-late': { type: 'string' },
  'webhook-url': { type: 'string' },
  'webhook-auth': { type: 'string' },
  help: { type: 'boolean' },
} as const satisfies Record<string, { type: 'string' | 'boolean' }>;

/** What was said on the command line. */
export type CliValues = {
  readonly [K in keyof typeof cliOptions]?:
    ((typeof cliOptions)[K]['type'] extends 'boolean' ? boolean : string) | undefined;
};

/** What the command does. */
export interface CliCommand {
  readonly port: number;
  readonly host: string;
  readonly sandbox: SandboxOptions;
}

const DEFAULT_PORT = 4010;
const LAST_PORT = 65_535;

export const HELP = `atrium-sandbox: a local MX Atrium API and MX Platform API, for development and tests

Usage: atrium-sandbox [--port N] [--host NAME] [--allowed-hosts NAMES] [--seed TEXT]
                      [--api-key KEY --client-id ID]
                      [--webhook-url URL [--webhook-auth USER:PASSWORD]]

  --port N          where to listen; 0 picks a free port (default ${DEFAULT_PORT})
  --host NAME       the address to listen on (default 127.0.0.1: this machine only)
  --allowed-hosts NAMES
                    host names to answer to, separated by commas, in addition to localhost and
                    the name given with --host. In a container that others reach as "sandbox":
                    --host 0.0.0.0 --allowed-hosts sandbox
  --seed TEXT       the same seed hands out the same guids (default "atrium")
  --api-key KEY     accept only this key pair, and answer 401 to any other (default: any pair);
  --client-id ID    also as ATRIUM_SANDBOX_API_KEY and ATRIUM_SANDBOX_CLIENT_ID
  --report-late MS  go on reporting the state before a job for this long (default 0)
  --webhook-url URL send MX's webhooks there (default: nowhere)
  --webhook-auth USER:PASSWORD
                    what they carry as HTTP Basic (default: nothing)
  --help            show this
`;

/** Turns what was said into what to do; throws an `Error` with one sentence when it makes no sense. */
export function readCommand(
  values: CliValues,
  environment: Readonly<Record<string, string | undefined>>,
): CliCommand {
  const apiKey = values['api-key'] ?? environment['ATRIUM_SANDBOX_API_KEY'] ?? '';
  const clientId = values['client-id'] ?? environment['ATRIUM_SANDBOX_CLIENT_ID'] ?? '';
  if ((apiKey === '') !== (clientId === '')) {
    throw new Error('An API key and a client ID belong together: give both, or neither.');
  }
  const host = values.host ?? '127.0.0.1';
  return {
    port: wholeNumber('--port', values.port ?? `${DEFAULT_PORT}`, LAST_PORT),
    host,
    sandbox: {
      allowedHosts: [nameInUrl(host), ...hostNames(values['allowed-hosts'])],
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      ...(apiKey === '' ? {} : { keys: { apiKey, clientId } }),
      ...webhooksOf(values),
      reportLateMs: wholeNumber('--report-late', values['report-late'] ?? '0', 600_000),
    },
  };
}

function hostNames(list: string | undefined): readonly string[] {
  const names = list?.split(',').map((name) => name.trim()) ?? [];
  if (!names.every((name) => /^(\[[\da-f:.]+\]|[\w.-]+)$/i.test(name))) {
    throw new Error(
      '--allowed-hosts takes host names without a scheme or a port, separated by commas.',
    );
  }
  return names;
}

function webhooksOf({
  'webhook-url': url,
  'webhook-auth': auth,
}: CliValues): Pick<SandboxOptions, 'webhooks'> {
  if (url === undefined) {
    if (auth !== undefined) {
      throw new Error('--webhook-auth says what webhooks carry; --webhook-url, where they go.');
    }
    return {};
  }
  const webhooks: SandboxWebhooks = { url, ...(auth === undefined ? {} : basicOf(auth)) };
  const problem = targetProblem(webhooks);
  if (problem !== null) {
    throw new Error(problem);
  }
  return { webhooks };
}

function basicOf(auth: string): { username: string; password: string } {
  const [username = '', ...rest] = auth.split(':');
  if (username === '' || rest.join(':') === '') {
    throw new Error('--webhook-auth must be a username, a colon and a password.');
  }
  return { username, password: rest.join(':') };
}

function wholeNumber(option: string, raw: string, most: number): number {
  if (!/^\d+$/.test(raw) || Number(raw) > most) {
    throw new Error(`${option} must be a whole number from 0 to ${most}, not "${raw}".`);
  }
  return Number(raw);
}
