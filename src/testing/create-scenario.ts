import type { AtriumClient } from '../api/client.ts';
import { createAtriumClient } from '../api/fetch-client.ts';
import type { Member } from '../domain/member.ts';
import type { ConnectionStatusName } from '../domain/status.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/create-sandbox.ts';
import { createMemoryStore } from '../server/memory-store.ts';
import type { LimitOptions } from '../server/limits.ts';
import type { AtriumApi, ProxyAllow } from '../server/options.ts';
import { createAtriumProxy } from '../server/proxy.ts';
import { createWebhookReceiver } from '../server/webhooks/receiver.ts';
import { asSentByTheBrowser, type PageRequest, type ServerInstead } from './page-fetch.ts';

/** Where the sandbox would be, if it were anywhere but in this process. */
export const BANK_ORIGIN = 'https://atrium-sandbox.example';
const BASE_PATH = '/api/atrium';
const WEBHOOKS_PATH = '/webhooks/mx';

/** What a person decides at the bank's own page. */
export type BankDecision = 'authorize' | 'deny';

/** What the world behind a page is like. All of it is optional. */
export interface ScenarioOptions extends Omit<
  SandboxOptions,
  'webhooks' | 'deliver' | 'origin' | 'keys'
> {
  /** Which of MX's APIs the server asks. Default: Atrium. The page is answered alike. */
  readonly api?: AtriumApi['api'];
  /** What the server lets through beside the usual. Default: nothing. */
  readonly allow?: ProxyAllow;
  /**
   * The limits of the server. Default: any number of attempts, so that a test can add many
   * members. `{}` sets the limits that the server has by default.
   */
  readonly limits?: LimitOptions;
  /** Whether the bank says when something has happened, for a page that is `live`. Default: true. */
  readonly webhooks?: boolean;
  /** Where the page is. Default: `https://host.example`. */
  readonly origin?: string;
}

/** A member that is there before the page is. */
export interface MemberToAdd {
  /** Default: `mxbank`. */
  readonly institutionCode?: string;
  /** Default: `test_atrium`. A login can be added to an institution only once. */
  readonly username?: string;
  /** Decides what happens: see `magicPasswords` of `react-atrium-connect/sandbox`. Default: `password`, which connects. */
  readonly password?: string;
}

/** Everything behind a page in one process: client, proxy and sandbox, without a network between. */
export interface Scenario {
  /** For `AtriumProvider`. */
  readonly client: AtriumClient;
  /**
   * The same as a `fetch`, for a host that makes its own client: it answers below
   * `/api/atrium`, as the host's server would.
   */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The bank: its time (`sandbox.clock`) and what goes wrong there (`sandbox.faults`). */
  readonly sandbox: Sandbox;
  /** Every request that has left the page, in order. Empty it to count anew. */
  readonly sent: PageRequest[];
  /** How many of them are not answered yet. */
  readonly underWay: () => number;
  /**
   * Puts something in the place of the host's server, such as a network that is down, until it is
   * called with `null`. What it throws is what the page's `fetch` rejects with.
   */
  readonly instead: (answer: ServerInstead | null) => void;
  /** Adds a member whose first job has just started. */
  readonly addMember: (member?: MemberToAdd) => Promise<Member>;
  /** Puts a member at a status, and has the bank say so. A question is `challenge` at MX Bank. */
  readonly setStatus: (memberGuid: string, status: ConnectionStatusName | null) => Promise<void>;
  /** Decides at the bank's own page, which is at this address. */
  readonly decide: (windowUri: string, decision: BankDecision) => Promise<void>;
}

/**
 * Creates the world behind a page, for a host's own tests. Nothing is mocked: the page's requests
 * go through the real proxy to the sandbox of `react-atrium-connect/sandbox`.
 *
 * Time is that of `Date.now()` and `performance.now()`, which a test runner's fake timers move
 * together with the page's own timers. With real timers, `scenario.sandbox.clock.advance(ms)` lets time pass at the bank.
 *
 * @example
 * const scenario = createScenario();
 * render(
 *   <AtriumProvider client={scenario.client}>
 *     <ConnectWidget />
 *   </AtriumProvider>,
 * );
 */
export function createScenario({
  api,
  allow = {},
  limits = { attempts: 'unlimited' },
  webhooks = true,
  origin = 'https://host.example',
  ...options
}: ScenarioOptions = {}): Scenario {
  const store = createMemoryStore({ now: () => sandbox.clock.now() });
  const sandbox: Sandbox = createSandbox({
    ...options,
    ...(webhooks && { webhooks: { url: origin + WEBHOOKS_PATH } }),
    deliver: createWebhookReceiver({ store, credentials: 'none' }),
  });
  const proxy = createAtriumProxy({
    ...(api === 'platform' ? { api } : {}),
    apiKey: 'any',
    clientId: 'any',
    baseUrl: BANK_ORIGIN,
    basePath: BASE_PATH,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'person-1' }),
    now: () => sandbox.clock.now(),
    allow,
    limits,
    store,
  });
  const sent: PageRequest[] = [];
  let underWay = 0;
  let instead: ServerInstead | null = null;

  async function answer(url: string, init: RequestInit = {}): Promise<Response> {
    const path = new URL(url, origin).pathname.slice(BASE_PATH.length);
    const request = { method: init.method ?? 'GET', path };
    sent.push(request);
    underWay += 1;
    try {
      const other = await instead?.(request, init);
      return other ?? (await proxy(asSentByTheBrowser(new URL(url, origin).href, init, origin)));
    } finally {
      underWay -= 1;
    }
  }

  const client = createAtriumClient({ baseUrl: origin + BASE_PATH, fetch: answer });
  return {
    client,
    fetch: answer,
    sandbox,
    sent,
    underWay: () => underWay,
    instead(other) {
      instead = other;
    },
    addMember: (member) => addMember(client, member),
    setStatus: (memberGuid, status) =>
      ask(sandbox, 'PUT', `/_sandbox/members/${memberGuid}`, {
        body: JSON.stringify({ connection_status: status }),
      }),
    async decide(windowUri, decision) {
      const state = new URL(windowUri).searchParams.get('state') ?? '';
      const body = new URLSearchParams({ state, decision });
      await ask(sandbox, 'POST', '/oauth/authorize', { body });
    },
  };
}

async function addMember(
  client: AtriumClient,
  { institutionCode = 'mxbank', username = 'test_atrium', password = 'password' }: MemberToAdd = {},
): Promise<Member> {
  const fields = await client.listInstitutionCredentials(institutionCode);
  const credentials = fields.map(({ guid, type }) => ({
    guid,
    value: type === 'PASSWORD' ? password : username,
  }));
  return client.createMember({ institutionCode, credentials });
}

/** @throws Error with the sandbox's own words when it refuses. */
async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  { body }: { readonly body: BodyInit },
): Promise<void> {
  const answer = await sandbox.fetch(new Request(BANK_ORIGIN + path, { method, body }));
  if (answer.status >= 400) {
    throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
  }
}
