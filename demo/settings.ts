import { StartError } from './start-error.ts';

/** Which of MX's APIs the demo speaks. */
export type MxApi = 'atrium' | 'platform';

/** MX's own hosts for development. They take keys from any address. */
const DEVELOPMENT: Readonly<Record<MxApi, string>> = {
  atrium: 'https://vestibule.mx.com',
  platform: 'https://int-api.mx.com',
};

/** Where that API is: in a sandbox, or at MX. */
export type MxSettings =
  | { readonly kind: 'sandbox'; readonly api: MxApi; readonly port: number }
  | ({ readonly kind: 'mx'; readonly webhooks: WebhookSettings | null } & MxAccess);

/** What opens the API. */
export interface MxAccess {
  readonly api: MxApi;
  readonly apiKey: string;
  readonly clientId: string;
  readonly baseUrl: string;
}

/** What MX's webhooks carry, as set in its dashboard. */
export interface WebhookSettings {
  readonly username: string;
  readonly password: string;
}

export interface Settings {
  readonly port: number;
  /** Host names to answer to in addition to loopback names. */
  readonly allowedHosts: readonly string[];
  readonly mx: MxSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartError when a variable is wrong, or one of a pair is missing. */
export function readSettings(env: Environment): Settings {
  return {
    port: readPort(env, 'PORT', 4000),
    allowedHosts: readAllowedHosts(env),
    mx: readMx(env, readApi(env)),
  };
}

function readAllowedHosts(env: Environment): readonly string[] {
  const names =
    env['ALLOWED_HOSTS']
      ?.toLowerCase()
      .split(',')
      .map((name) => name.trim()) ?? [];
  const found = names.filter((name) => name !== '');
  if (found.every((name) => /^[a-z\d.-]+$/.test(name))) return found;
  throw new StartError(
    'ALLOWED_HOSTS must be host names without a scheme or a port, separated by commas.',
  );
}

function readApi(env: Environment): MxApi {
  const api = env['MX_API'] || 'atrium';
  if (api === 'atrium' || api === 'platform') return api;
  throw new StartError('MX_API must be atrium (as it is when not set) or platform.');
}

function readMx(env: Environment, api: MxApi): MxSettings {
  const apiKey = env['ATRIUM_API_KEY'];
  const clientId = env['ATRIUM_CLIENT_ID'];
  if (apiKey && clientId) {
    return {
      kind: 'mx',
      webhooks: readWebhooks(env),
      api,
      apiKey,
      clientId,
      baseUrl: env['ATRIUM_BASE_URL'] || DEVELOPMENT[api],
    };
  }
  if (apiKey || clientId) {
    const [set, missing] = apiKey
      ? ['ATRIUM_API_KEY', 'ATRIUM_CLIENT_ID']
      : ['ATRIUM_CLIENT_ID', 'ATRIUM_API_KEY'];
    throw new StartError(
      `${set} is set and ${missing} is not: set both to use MX's own API, or neither to use the sandbox.`,
    );
  }
  const lonely = ['ATRIUM_BASE_URL', 'WEBHOOK_AUTH'].find((variable) => env[variable]);
  if (lonely !== undefined) {
    throw new StartError(
      `${lonely} is set without ATRIUM_API_KEY and ATRIUM_CLIENT_ID: set all three, or none to use the sandbox.`,
    );
  }
  return { kind: 'sandbox', api, port: readPort(env, 'SANDBOX_PORT', 4010) };
}

/** Without them nobody may tell this host anything, and the page asks. */
function readWebhooks(env: Environment): WebhookSettings | null {
  const text = env['WEBHOOK_AUTH'];
  if (!text) return null;
  const [, username, password] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  if (username !== undefined && password !== undefined) return { username, password };
  throw new StartError(
    'WEBHOOK_AUTH must be a name and a password with a colon between them, as the MX dashboard has them for webhooks.',
  );
}

function readPort(env: Environment, variable: string, usual: number): number {
  const text = env[variable] || String(usual);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`${variable} must be a port number from 0 (any free one) to 65535.`);
}
