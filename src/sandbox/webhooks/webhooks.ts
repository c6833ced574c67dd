import { nextChangeAt, settleAll, type World, type WorldEvent } from '../world.ts';
import { createOutbox, type Deliver, type Delivery, type Outbox } from './outbox.ts';
import { webhooksFor } from './payloads.ts';
import type { SandboxWebhooks } from './target.ts';

/** The webhooks of a sandbox: sent when something changes, not when somebody looks. */
export interface Webhooks {
  /** Takes note of what has happened. */
  readonly note: (event: WorldEvent) => void;
  /** Minds another world, with the target from the start and an empty log. */
  readonly mind: (world: World) => void;
  /** Lets come true what is due, and sends what comes of it, without waiting for that. */
  readonly pulse: () => void;
  /** Sends to another target from now on; to none with `null`. What was waiting is dropped. */
  readonly retarget: (target: SandboxWebhooks | null) => void;
  /** Where they go and how that went, once everything that is due has been sent. */
  readonly describe: () => Promise<WebhooksReport>;
}

/** All that may be told of webhooks: no password, and nothing of their bodies but whom they are about. */
export interface WebhooksReport {
  readonly webhooks: { readonly url: string; readonly username: string | null } | null;
  readonly deliveries: readonly Delivery[];
}

/** What a timer can wait for; longer than that, it is set again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Webhooks that go to `initial` for a start. Without a target there is no timer, and no work. */
export function createWebhooks(
  initial: SandboxWebhooks | null,
  deliver: Deliver,
  now: () => number,
): Webhooks {
  let world: World | null = null;
  let target = initial;
  let outbox: Outbox | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (next: SandboxWebhooks | null) => {
    outbox?.close();
    target = next;
    outbox = next && createOutbox(next, deliver, now);
  };
  const pulse = () => {
    clearTimeout(timer);
    if (world !== null && outbox !== null) {
      settleAll(world);
      void outbox.send().then(rearm);
    }
  };
  const rearm = () => {
    clearTimeout(timer);
    const times = [outbox?.nextDueAt(), world && outbox && nextChangeAt(world)];
    const at = Math.min(...times.map((time) => time ?? Infinity));
    if (at < Infinity) {
      timer = setTimeout(pulse, Math.min(Math.max(at - now(), 1), LONGEST_TIMER_MS));
      letEnd(timer);
    }
  };

  return {
    pulse,
    note(event) {
      for (const webhook of webhooksFor(event)) {
        outbox?.add(webhook, event.at);
      }
    },
    mind(next) {
      world = next;
      open(initial);
    },
    retarget(next) {
      // What has already happened is no news for a new target.
      if (world !== null) {
        settleAll(world);
      }
      open(next);
      pulse();
    },
    async describe() {
      pulse();
      await outbox?.send();
      return {
        webhooks: target && { url: target.url, username: target.username ?? null },
        deliveries: outbox?.deliveries() ?? [],
      };
    },
  };
}

/** In Node a process may end although this timer is set; browsers know timers by number. */
function letEnd(timer: ReturnType<typeof setTimeout>): void {
  if (typeof timer === 'object') {
    timer.unref();
  }
}
