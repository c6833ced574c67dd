import type { Webhook } from './payloads.ts';
import { requestTo, type SandboxWebhooks } from './target.ts';

/** Carries a webhook to whoever takes it. */
export type Deliver = (request: Request) => Promise<Response>;

/** One webhook in the log. Its body is left out, and so is where it went. */
export interface Delivery {
  readonly type: string | null;
  readonly action: string;
  readonly member_guid: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly happened_at: number;
  readonly state: 'waiting' | 'delivered' | 'given up';
  /** When each was due, and how it was answered: `null` where it was not. */
  readonly attempts: readonly { readonly at: number; readonly status: number | null }[];
  readonly next_attempt_at: number | null;
}

interface Entry {
  readonly webhook: Webhook;
  readonly happenedAt: number;
  dueAt: number;
  state: Delivery['state'];
  readonly attempts: { at: number; status: number | null }[];
}

/** What is to be sent, what has been, and how that went. */
export interface Outbox {
  readonly add: (webhook: Webhook, happenedAt: number) => void;
  /** Sends what is due, one after another. Resolves once nothing more is. Never rejects. */
  readonly send: () => Promise<void>;
  /** When something will be due. `null`: nothing is waiting. */
  readonly nextDueAt: () => number | null;
  readonly deliveries: () => readonly Delivery[];
  /** Forgets everything, sent or not. */
  readonly close: () => void;
}

/** MX tries again at most so often, over about a day and at growing intervals. */
const RETRIES = 12;

/** It publishes no intervals. Doubled eleven times, this comes to 23 hours and 53 minutes in all. */
const FIRST_RETRY_MS = 21_000;

/** How long a receiver may take to answer. */
const TIMEOUT_MS = 10_000;

/** How many webhooks the log remembers. */
const LOG_LENGTH = 500;

/** An empty outbox for one target. */
export function createOutbox(target: SandboxWebhooks, deliver: Deliver, now: () => number): Outbox {
  const log: Entry[] = [];
  let sending = Promise.resolve();

  const earliest = (): Entry | undefined =>
    log.filter((entry) => !isOver(entry)).toSorted((a, b) => a.dueAt - b.dueAt)[0];

  async function sendDue(): Promise<void> {
    for (let entry = earliest(); entry && entry.dueAt <= now(); entry = earliest()) {
      settle(entry, await attempt(target, deliver, entry.webhook.body));
    }
  }

  return {
    add(webhook, happenedAt) {
      log.push({ webhook, happenedAt, dueAt: happenedAt, state: 'waiting', attempts: [] });
      if (log.length > LOG_LENGTH) {
        log.splice(Math.max(log.findIndex(isOver), 0), 1);
      }
    },
    send: () => (sending = sending.then(sendDue)),
    nextDueAt: () => earliest()?.dueAt ?? null,
    deliveries: () => log.map(toDelivery),
    close: () => void log.splice(0),
  };
}

function isOver({ state }: Entry): boolean {
  return state !== 'waiting';
}

/** The next attempt counts from when this one was due, so that a stepped clock meets all of them. */
function settle(entry: Entry, status: number | null): void {
  entry.attempts.push({ at: entry.dueAt, status });
  const retry = entry.attempts.length;
  if (status !== null && status >= 200 && status < 300) {
    entry.state = 'delivered';
  } else if (retry > RETRIES) {
    entry.state = 'given up';
  } else {
    entry.dueAt += FIRST_RETRY_MS * 2 ** (retry - 1);
  }
}

async function attempt(
  target: SandboxWebhooks,
  deliver: Deliver,
  body: unknown,
): Promise<number | null> {
  try {
    const response = await deliver(requestTo(target, body, AbortSignal.timeout(TIMEOUT_MS)));
    await response.body?.cancel();
    return response.status;
  } catch {
    // Nobody there, or nobody who answers: MX would see no more of it either.
    return null;
  }
}

function toDelivery({ webhook, happenedAt, dueAt, state, attempts }: Entry): Delivery {
  return {
    type: webhook.type,
    action: webhook.action,
    member_guid: webhook.memberGuid,
    happened_at: happenedAt,
    state,
    attempts: [...attempts],
    next_attempt_at: state === 'waiting' ? dueAt : null,
  };
}
