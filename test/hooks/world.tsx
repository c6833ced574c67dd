import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, renderHook, type RenderHookResult } from '@testing-library/react';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { AtriumClient } from '../../src/api/client.ts';
import { AtriumClientProvider } from '../../src/hooks/atrium-context.tsx';
import type { Sandbox } from '../../src/sandbox.ts';
import type { ProxyAllow } from '../../src/server.ts';
import {
  createScenario,
  type PageRequest,
  type Scenario,
  type ScenarioOptions,
  type ServerInstead,
} from '../../src/testing.ts';

/** For a sandbox that says when something has happened: to the host's server, which tells its pages. */
export const WEBHOOKS: WorldOptions = { webhooks: true };

/** A whole world in one process: browser, host server and Atrium, on the same fake clock. */
export interface World {
  /** What lies behind the page. */
  readonly scenario: Scenario;
  readonly sandbox: Sandbox;
  readonly client: AtriumClient;
  readonly queryClient: QueryClient;
  /** Every request that has left the browser, in order. */
  readonly sent: PageRequest[];
  /** How many requests have left and are not answered. */
  readonly underWay: () => number;
  /** Set to make the network fail, or to answer in the server's place. */
  network: ServerInstead | null;
  /** Renders a hook below a provider, under StrictMode. */
  readonly render: <Result>(hook: () => Result) => RenderHookResult<Result, unknown>;
}

export type WorldOptions = Omit<ScenarioOptions, 'allow'>;

export function createWorld(
  options: WorldOptions = {},
  allow: ProxyAllow = {},
  place = {} as World,
): World {
  const scenario = createScenario({ webhooks: false, ...options, allow });
  const { client, instead, sandbox, sent, underWay } = scenario;
  instead((request, init) => world.network?.(request, init));
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <StrictMode>
      <AtriumClientProvider client={client} queryClient={queryClient}>
        {children}
      </AtriumClientProvider>
    </StrictMode>
  );
  const world = Object.assign<World, World>(place, {
    scenario,
    sandbox,
    client,
    queryClient,
    sent,
    underWay,
    network: null,
    render: (hook) => renderHook(hook, { wrapper }),
  });
  return world;
}

/** Fakes time, but not the turns of the event loop that an answer needs to arrive. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
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
