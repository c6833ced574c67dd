import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, renderHook, type RenderHookResult } from '@testing-library/react';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import type { AtriumClient } from '../../src/api/client.ts';
import { AtriumClientProvider } from '../../src/hooks/atrium-context.tsx';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox.ts';
import {
  createAtriumProxy,
  createMemoryStore,
  createWebhookReceiver,
  type AtriumProxyOptions,
  type ProxyAllow,
} from '../../src/server.ts';

const ORIGIN = 'https://host.example';

const RECEIVER = { username: 'mx', password: 'webhook-password-8d1e' };

/** For a sandbox that says when something has happened: to the host's server, which tells its pages. */
export const WEBHOOKS: SandboxOptions = {
  webhooks: { url: `${ORIGIN}/webhooks/mx`, ...RECEIVER },
};

/** A request as the browser would have sent it. */
export interface Sent {
  readonly method: string;
  readonly path: string;
}

/** A whole world in one process: browser, host server and Atrium, on the same fake clock. */
export interface World {
  readonly sandbox: Sandbox;
  readonly client: AtriumClient;
  readonly queryClient: QueryClient;
  /** Every request that has left the browser, in order. */
  readonly sent: Sent[];
  /** How many requests have left and are not answered. */
  readonly underWay: () => number;
  /** Set to make the network fail, or to answer in the server's place. */
  network: ((sent: Sent, init: RequestInit) => Response | Promise<Response> | undefined) | null;
  /** Renders a hook below a provider, under StrictMode. */
  readonly render: <Result>(hook: () => Result) => RenderHookResult<Result, unknown>;
}

/** A sandbox, and which of its APIs the server asks. Default: Atrium. */
export interface WorldOptions extends SandboxOptions {
  readonly api?: AtriumProxyOptions['api'];
}

export function createWorld(
  { api = 'atrium', ...options }: WorldOptions = {},
  allow: ProxyAllow = {},
  place = {} as World,
): World {
  const store = createMemoryStore();
  const deliver = createWebhookReceiver({ store, credentials: RECEIVER });
  const sandbox = createSandbox({ deliver, ...options });
  const proxy = createAtriumProxy({
    api,
    apiKey: 'key-1f0c',
    clientId: 'client-77',
    baseUrl: 'https://atrium.example',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'person-1' }),
    allow,
    store,
  });
  const sent: Sent[] = [];
  const queryClient = new QueryClient();
  let underWay = 0;
  const client = createAtriumClient({
    baseUrl: `${ORIGIN}/api/atrium`,
    fetch: async (url, init) => {
      const one = { method: init.method ?? 'GET', path: new URL(url).pathname.slice(11) };
      sent.push(one);
      underWay += 1;
      try {
        return (await world.network?.(one, init)) ?? (await proxy(asSentByABrowser(url, init)));
      } finally {
        underWay -= 1;
      }
    },
  });
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <StrictMode>
      <AtriumClientProvider client={client} queryClient={queryClient}>
        {children}
      </AtriumClientProvider>
    </StrictMode>
  );
  const world = Object.assign<World, World>(place, {
    sandbox,
    client,
    queryClient,
    sent,
    underWay: () => underWay,
    network: null,
    render: (hook) => renderHook(hook, { wrapper }),
  });
  return world;
}

function asSentByABrowser(url: string, init: RequestInit): Request {
  const request = new Request(url, init);
  request.headers.set('sec-fetch-site', 'same-origin');
  request.headers.set('origin', ORIGIN);
  return request;
}

/** Fakes time, but not the turns of the event loop that an answer needs to arrive. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
}

/** A fresh world for each test of a file, in which time stands still until it is made to pass. */
export function worldForEach(options?: WorldOptions, allow?: ProxyAllow) {
  const world = {} as World;
  beforeEach(() => {
    fakeTime();
    createWorld(options, allow, world);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
  return {
    world,
    pass: (ms: number) => pass(world, ms),
    /** For a test whose world is another one. */
    startWith: (other: WorldOptions, otherAllow?: ProxyAllow) =>
      createWorld(other, otherAllow, world),
  };
}

/** Lets so many milliseconds pass, with all requests and answers that belong to them. */
export async function pass(
  world: World,
  ms: number,
  slice: number = ms < COARSE_FROM_MS ? 500 : 10_000,
): Promise<void> {
  for (let left = ms; left >= 0; left -= slice) {
    await act(() => vi.advanceTimersByTimeAsync(Math.min(left, slice)));
    await answered(world);
  }
}

/** Answers arrive at the end of a slice. Over so long a time that may be late by some seconds. */
const COARSE_FROM_MS = 30 * 60_000;

/** Resolves once nothing is under way any more: three turns of the event loop without a request. */
async function answered(world: World): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = world.underWay() === 0 ? quiet + 1 : 0) {
    await act(turn);
  }
}

async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  // The query cache tells its observers in a timer of its own, a millisecond later at the most.
  await vi.advanceTimersByTimeAsync(1);
}

/** How many requests so far read the status of a member. */
export const statusReads = ({ sent }: World): number =>
  sent.filter(({ path }) => path.endsWith('/status')).length;

/** The values for a form: the username, then the password, in the order of MX Bank's fields. */
export const credentials = (password: string, username = 'test_atrium') => [
  { guid: 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1', value: username },
  { guid: 'CRD-e3d7ea81-aac7-05e9-fbdd-4b493c6e474d', value: password },
];
