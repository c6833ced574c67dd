import { createAtriumClient } from '../../src/api/fetch-client.ts';
import type { AtriumClient } from '../../src/api/client.ts';
import type { Member } from '../../src/domain/member.ts';
import type { ConnectionStatusName } from '../../src/domain/status.ts';
import { createSandbox, type Clock, type Sandbox } from '../../src/sandbox.ts';
import { createMemoryStore } from '../../src/server/memory-store.ts';
import { createAtriumProxy } from '../../src/server/proxy.ts';
import type { AtriumStore } from '../../src/server/store.ts';
import { createWebhookReceiver } from '../../src/server/webhooks/receiver.ts';

/** Where the sandbox would be, if it were anywhere but in this tab. */
export const BANK_ORIGIN = 'https://atrium-sandbox.example';

/** What a person decides at the bank's own page. */
export type Decision = 'authorize' | 'deny';

/** Browser, host server and Atrium in one tab: client, proxy and sandbox without a network between. */
export interface TabWorld {
  readonly sandbox: Sandbox;
  readonly client: AtriumClient;
  /** Lets so many milliseconds pass at the bank. */
  readonly pass: (ms: number) => void;
  /** A member at MX Bank whose first job has just started, in place of one with the same password. */
  readonly addMember: (password: string) => Promise<Member>;
  /** Puts a member at this status, and has the bank say so, as it does where it pushes. */
  readonly push: (guid: string, status: ConnectionStatusName) => Promise<void>;
  /** How many streams of events pages have opened. */
  readonly streams: () => number;
  /** Decides at the bank's own page, which is at this address. */
  readonly decide: (windowUri: string, decision: Decision) => Promise<void>;
  /** Calls `listener` whenever something may have changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The member that the panel wants to be shown. */
  readonly shown: () => string | undefined;
  readonly show: (memberGuid: string) => void;
}

/** A world in which nothing has happened yet. */
export function createTabWorld(clock: Clock): TabWorld {
  const store: AtriumStore = createMemoryStore({ now: () => sandbox.clock.now() });
  const sandbox = createSandbox({ clock, deliver: createWebhookReceiver({ store }) });
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  let streams = 0;
  const client = clientOf(sandbox, store, (url) => {
    streams += url.endsWith('/events') ? 1 : 0;
    changed();
  });
  let shown: string | undefined;
  return {
    sandbox,
    client,
    pass(ms) {
      sandbox.clock.advance(ms);
      changed();
    },
    addMember: createAdding(client),
    async push(guid, connection_status) {
      await control(sandbox, 'webhooks', { url: 'https://host.example/webhooks' });
      await control(sandbox, `members/${guid}`, { connection_status });
    },
    streams: () => streams,
    async decide(windowUri, decision) {
      const state = new URL(windowUri).searchParams.get('state') ?? '';
      const body = new URLSearchParams({ state, decision });
      await sandbox.fetch(new Request(`${BANK_ORIGIN}/oauth/authorize`, { method: 'POST', body }));
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
    show(memberGuid) {
      shown = memberGuid;
      changed();
    },
  };
}

const control = (sandbox: Sandbox, path: string, body: object) =>
  sandbox.fetch(
    new Request(`${BANK_ORIGIN}/_sandbox/${path}`, { method: 'PUT', body: JSON.stringify(body) }),
  );

function clientOf(
  sandbox: Sandbox,
  store: AtriumStore,
  onAnswer: (url: string) => void,
): AtriumClient {
  const proxy = createAtriumProxy({
    apiKey: 'any',
    clientId: 'any',
    baseUrl: BANK_ORIGIN,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'person-1' }),
    now: () => sandbox.clock.now(),
    store,
    allow: {
      verification: true,
      identification: true,
      accountNumbers: true,
      accountOwners: true,
    },
  });
  return createAtriumClient({
    baseUrl: `${location.origin}/api/atrium`,
    fetch: async (url, init) => {
      const response = await proxy(asSentByTheBrowser(url, init));
      onAnswer(url);
      return response;
    },
  });
}

/**
 * A browser adds these headers to what leaves it, and keeps pages from doing so. The body is set
 * beside them because not every browser lets a page read that of a request.
 */
function asSentByTheBrowser(url: string, init: RequestInit): Request {
  const headers = new Headers(init.headers);
  const added = { 'sec-fetch-site': 'same-origin', origin: location.origin };
  Object.entries(added).forEach(([name, value]) => headers.set(name, value));
  return Object.defineProperties(new Request(url, init), {
    headers: { value: headers },
    body: { value: new Response(init.body ?? null).body },
  });
}

/** Adds members at MX Bank, one a password: the API takes the same login only once. */
function createAdding(client: AtriumClient): (password: string) => Promise<Member> {
  const added = new Map<string, string>();
  return async (password) => {
    const before = added.get(password);
    if (before !== undefined) await client.deleteMember(before);
    const fields = await client.listInstitutionCredentials('mxbank');
    const credentials = fields.map(({ guid, type }) => ({
      guid,
      value: type === 'PASSWORD' ? password : 'test_atrium',
    }));
    const member = await client.createMember({ institutionCode: 'mxbank', credentials });
    added.set(password, member.guid);
    return member;
  };
}
