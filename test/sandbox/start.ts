import { createClock, createSandbox } from '../../src/sandbox.ts';
import type { Sandbox, SandboxOptions, SteppableClock } from '../../src/sandbox.ts';
import { listen } from '../../src/sandbox/listen.ts';

export interface WireMember {
  readonly guid: string;
  readonly aggregated_at: string | null;
  readonly connection_status: string | null;
  readonly identifier: string | null;
  readonly is_being_aggregated: boolean;
  readonly is_oauth: boolean;
  readonly oauth_window_uri: string;
  readonly status: string | null;
  readonly successfully_aggregated_at: string | null;
  readonly is_authenticated: boolean;
  readonly has_processed_accounts: boolean;
  readonly has_processed_transactions: boolean;
  readonly challenges: readonly WireChallenge[];
}

export interface WireChallenge {
  readonly guid: string;
  readonly label: string;
  readonly type: string;
  readonly options?: readonly {
    readonly guid?: string;
    readonly label: string;
    readonly value: string;
  }[];
  readonly image_data?: string;
  readonly image_options?: readonly {
    readonly guid?: string;
    readonly data_uri: string;
    readonly label: string;
    readonly value: string;
  }[];
}

export interface WireCredential {
  readonly guid: string;
  readonly type: string;
  readonly field_name: string;
  readonly display_order: number;
}

/** The parts of the sandbox's answers that the tests read. */
export interface Wire {
  readonly user: { readonly guid: string; readonly is_disabled: boolean };
  readonly users: readonly { readonly guid: string }[];
  readonly member: WireMember;
  readonly members: readonly WireMember[];
  readonly challenges: readonly WireChallenge[];
  readonly institution: Readonly<Record<string, unknown>>;
  readonly institutions: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  readonly credentials: readonly WireCredential[];
  readonly accounts: readonly (Readonly<Record<string, unknown>> & { readonly guid: string })[];
  readonly account_numbers: readonly Readonly<Record<string, unknown>>[];
  readonly account_owners: readonly Readonly<Record<string, unknown>>[];
  readonly pagination: Readonly<Record<string, number>>;
  readonly error: { readonly message: string };
}

export const KEYS = { 'MX-API-Key': 'key', 'MX-Client-ID': 'client' };

/** The APIs of the sandbox, and what each calls the things that all of them have. */
export const dialects = [
  {
    api: 'Atrium',
    headers: KEYS,
    mediaType: 'application/vnd.mx.atrium.v1+json; charset=utf-8',
    ownId: 'identifier',
    balance: 'balance',
    verifyStatus: 202,
    createStatus: 200,
  },
  {
    api: 'Platform v20111101',
    headers: { Authorization: basic('client:key'), Accept: 'application/vnd.mx.api.v1+json' },
    mediaType: 'application/vnd.mx.api.v1+json; charset=utf-8',
    ownId: 'id',
    balance: 'check_balance',
    verifyStatus: 200,
    createStatus: 202,
  },
  {
    api: 'Platform v20250224',
    headers: {
      Authorization: basic('client:key'),
      Accept: 'application/json',
      'Accept-Version': 'v20250224',
    },
    mediaType: 'application/json; charset=utf-8',
    ownId: 'id',
    balance: 'check_balance',
    verifyStatus: 200,
    createStatus: 202,
  },
] as const;

export const [atrium, platform20111101, platform20250224] = dialects;
export const platforms = [platform20111101, platform20250224] as const;

export function basic(pair: string): string {
  return `Basic ${btoa(pair)}`;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the answer says, trusted to be what the test expects; `{}` without a body. */
  readonly body: Wire;
}

export interface Started {
  readonly sandbox: Sandbox;
  readonly clock: SteppableClock;
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}

const ORIGIN = 'http://sandbox.test';

/** A sandbox on a clock that stands still, and a way to call it with keys. */
export function start(options: SandboxOptions = {}): Started {
  const clock = createClock();
  const sandbox = createSandbox({ clock, ...options });
  return { clock, sandbox, call: callOver(sandbox.fetch, ORIGIN, KEYS) };
}

export interface Served extends Started {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The same behind a port, called with these headers. */
export async function serve(
  headers: Readonly<Record<string, string>>,
  options: SandboxOptions = {},
): Promise<Served> {
  const clock = createClock();
  const sandbox = createSandbox({ clock, ...options });
  const listening = await listen(sandbox, 0, '127.0.0.1');
  const { url } = listening;
  const close = () => listening.close();
  return { clock, sandbox, url, close, call: callOver(fetch, url, headers) };
}

function callOver(
  send: (request: Request) => Promise<Response>,
  origin: string,
  usual: Readonly<Record<string, string>>,
): Started['call'] {
  return async (method, path, body, headers = usual) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = new Request(new URL(path, origin), { method, headers, ...init });
    const response = await send(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
}

function parse(text: string): Wire {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse('{}');
  }
}

/** MX Bank's own fields, as recorded. */
export const LOGIN = 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1';
export const PASSWORD = 'CRD-e3d7ea81-aac7-05e9-fbdd-4b493c6e474d';

export function mxBank(password: string, username = 'test_atrium') {
  return {
    institution_code: 'mxbank',
    credentials: [
      { guid: LOGIN, value: username },
      { guid: PASSWORD, value: password },
    ],
  };
}

/** Longer than any ordinary job takes. */
const JOB_MS = 2_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export interface Connection extends Started {
  readonly user: string;
  /** The path of the member. */
  readonly path: string;
  readonly guid: string;
  readonly status: () => Promise<WireMember>;
  /** Lets the job that is running come to its end, and reads the status. */
  readonly settled: () => Promise<WireMember>;
  readonly aggregate: () => Promise<Answer>;
  readonly update: (password: string) => Promise<Answer>;
  /** Gives each question that is open the same answer. */
  readonly answer: (value: string) => Promise<Answer>;
}

/** A user with one member, just created. */
export async function connect(
  member: object = mxBank('password'),
  options: SandboxOptions = {},
): Promise<Connection> {
  const started = start(options);
  return follow(started, await newUser(started), member);
}

export async function newUser({ call }: Started): Promise<string> {
  return (await call('POST', '/users', { user: { metadata: 'a test' } })).body.user.guid;
}

export async function follow(
  started: Started,
  user: string,
  member: object,
  beside: object = {},
): Promise<Connection> {
  const { call, clock } = started;
  const { body } = await call('POST', `/users/${user}/members`, { member, ...beside });
  const { guid } = body.member;
  const path = `/users/${user}/members/${guid}`;
  const status = async () => (await call('GET', `${path}/status`)).body.member;
  return {
    ...started,
    user,
    guid,
    path,
    status,
    settled: () => {
      clock.advance(JOB_MS);
      return status();
    },
    aggregate: () => call('POST', `${path}/aggregate`),
    update: (password) => call('PUT', path, { member: mxBank(password) }),
    answer: async (value) => {
      const { challenges } = (await call('GET', `${path}/challenges`)).body;
      return call('PUT', `${path}/resume`, {
        member: { challenges: challenges.map((challenge) => ({ guid: challenge.guid, value })) },
      });
    },
  };
}
