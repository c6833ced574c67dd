import { Hono } from 'hono';
import { refuseForeignHost } from './access.ts';
import { answerError, createApp } from './app.ts';
import { checkSandboxOptions } from './check-options.ts';
import { createOffsetClock, type Clock, type SteppableClock } from './clock.ts';
import { controlRoutes } from './control-routes.ts';
import type { SandboxKeys } from './dialects/dialect.ts';
import type { JobKind } from './facts.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import type { Timing } from './lifecycle.ts';
import type { Deliver } from './webhooks/outbox.ts';
import type { SandboxWebhooks } from './webhooks/target.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';
import { createWorld } from './world.ts';

/** What can be said about a sandbox. All of it is optional. */
export interface SandboxOptions {
  /** The same seed hands out the same guids in the same order. Default: `"atrium"`. */
  readonly seed?: string;
  /** What time it is. Default: the real time. */
  readonly clock?: Clock;
  /** Rules for things to go wrong from the start. Default: none. */
  readonly faults?: readonly Fault[];
  /** The only keys that are accepted. Default: any pair that is not empty. */
  readonly keys?: SandboxKeys;
  /** Features that the client has not been given: their jobs are refused with 403. Default: none. */
  readonly disabledFeatures?: readonly JobKind[];
  /** How long a bank waits for an answer, in milliseconds. Default: 10 minutes; MX states none. */
  readonly challengeExpiryMs?: number;
  /**
   * For how many milliseconds after a job starts the state before it is still reported. Default: 0.
   * The answer to the request that starts a job is never late.
   */
  readonly reportLateMs?: number;
  /** While reporting late, whether even `is_being_aggregated` is late. Default: false. */
  readonly hideJobWhileLate?: boolean;
  /**
   * Where MX's webhooks go. Default: nowhere, until `PUT /_sandbox/webhooks` says so.
   *
   * @throws TypeError when they could not be sent there.
   */
  readonly webhooks?: SandboxWebhooks;
  /** Carries a webhook there. Default: the global `fetch`. */
  readonly deliver?: Deliver;
  /** Where a browser finds the bank's pages. Default: the origin of the request that asks for one. */
  readonly origin?: string;
  /**
   * Host names, without a port, that it answers to over HTTP in addition to loopback names. A
   * request for any other host gets 403. Defaults to none.
   */
  readonly allowedHosts?: readonly string[];
}

/** A local MX: Atrium and MX Platform on the same data. */
export interface Sandbox {
  /**
   * Answers a request as the API would that its headers tell. Rejects with a `TypeError`, as `fetch` does, when a fault
   * breaks the connection.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The sandbox's own time: that of its clock, plus what it has been advanced by. */
  readonly clock: SteppableClock;
  /** The rules for things to go wrong. */
  readonly faults: Faults;
  /**
   * Forgets every user, member, fault and webhook, and hands out the same guids again. Time goes
   * on, and webhooks go where they went at the start.
   */
  readonly reset: () => void;
}

/** A person's time to find their phone. MX publishes no figure. */
const CHALLENGE_EXPIRY_MS = 10 * 60 * 1000;

/**
 * Creates a local MX: the same paths, headers, bodies and rules, kept in memory, for Atrium and for
 * both versions of MX Platform.
 * It needs no Node, so it runs in a test, in a browser tab, and behind any server of fetch handlers.
 *
 * @throws TypeError when an option is wrong.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkSandboxOptions(options);
  const time = createOffsetClock(options.clock ?? { now: () => Date.now() });
  const webhooks = createWebhooks(
    options.webhooks ?? null,
    options.deliver ?? ((request) => fetch(request)),
    () => time.now(),
  );
  const clock: SteppableClock = {
    now: () => time.now(),
    advance(ms) {
      time.advance(ms);
      webhooks.pulse();
    },
  };
  const faults = createFaults(options.faults);
  const build = () => createRouter(options, { clock, faults, webhooks, reset });
  const reset = () => {
    faults.clear();
    router = build();
  };
  let router = build();
  return {
    clock,
    faults,
    reset,
    async fetch(request) {
      const refusal = refuseForeignHost(request, options.allowedHosts ?? []);
      if (refusal) return refusal;
      const answer = async () => router.fetch(request);
      try {
        return await (isControl(request) ? answer() : faults.apply(request, answer));
      } finally {
        webhooks.pulse();
      }
    },
  };
}

interface Parts {
  readonly clock: SteppableClock;
  readonly faults: ReturnType<typeof createFaults>;
  readonly webhooks: Webhooks;
  readonly reset: () => void;
}

function createRouter(options: SandboxOptions, { clock, faults, webhooks, reset }: Parts): Hono {
  const timing: Timing = {
    challengeExpiryMs: options.challengeExpiryMs ?? CHALLENGE_EXPIRY_MS,
    reportLateMs: options.reportLateMs ?? 0,
    hideJobWhileLate: options.hideJobWhileLate ?? false,
  };
  const world = createWorld(options.seed ?? 'atrium', clock, timing, webhooks.note);
  webhooks.mind(world);
  return new Hono({ strict: false })
    .route('/', controlRoutes(world, faults, webhooks, reset))
    .route(
      '/',
      createApp(world, {
        keys: options.keys ?? null,
        disabledFeatures: new Set(options.disabledFeatures),
        origin: (url) => options.origin ?? new URL(url).origin,
      }),
    )
    .onError(answerError);
}

function isControl({ url }: Request): boolean {
  return new URL(url).pathname.startsWith('/_sandbox/');
}
