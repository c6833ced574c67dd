import { StartError } from './start-error.ts';

/** MX's Atrium for development. It takes keys from any address. */
const VESTIBULE = 'https://vestibule.mx.com';

/** Which Atrium the demo talks to. */
export type AtriumSettings =
  | { readonly kind: 'sandbox'; readonly port: number }
  | {
      readonly kind: 'mx';
      readonly apiKey: string;
      readonly clientId: string;
      readonly baseUrl: string;
    };

export interface Settings {
  readonly port: number;
  readonly atrium: AtriumSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartError when a variable is wrong, or one of a pair is missing. */
export function readSettings(env: Environment): Settings {
  return { port: readPort(env, 'PORT', 4000), atrium: readAtrium(env) };
}

function readAtrium(env: Environment): AtriumSettings {
  const apiKey = env['ATRIUM_API_KEY'];
  const clientId = env['ATRIUM_CLIENT_ID'];
  if (apiKey && clientId) {
    return { kind: 'mx', apiKey, clientId, baseUrl: env['ATRIUM_BASE_URL'] || VESTIBULE };
  }
  if (apiKey || clientId) {
    const [set, missing] = apiKey
      ? ['ATRIUM_API_KEY', 'ATRIUM_CLIENT_ID']
      : ['ATRIUM_CLIENT_ID', 'ATRIUM_API_KEY'];
    throw new StartError(
      `${set} is set and ${missing} is not: set both to use MX's Atrium, or neither to use the sandbox.`,
    );
  }
  if (env['ATRIUM_BASE_URL']) {
    throw new StartError(
      'ATRIUM_BASE_URL is set without ATRIUM_API_KEY and ATRIUM_CLIENT_ID: set all three, or none to use the sandbox.',
    );
  }
  return { kind: 'sandbox', port: readPort(env, 'SANDBOX_PORT', 4010) };
}

function readPort(env: Environment, variable: string, usual: number): number {
  const text = env[variable] || String(usual);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`${variable} must be a port number from 0 (any free one) to 65535.`);
}
