import type { CheckedLimits } from './limits.ts';
import { Problem } from './problem.ts';

/** Bounds the calls to MX that one user has open at the same time. */
export interface UserSlots {
  /**
   * Runs a task once the user has a slot. Tasks that wait start in the order in which they came.
   *
   * @throws Problem `throttled` when too many tasks wait already; the signal's reason when it
   *   aborts during the wait.
   */
  readonly run: <T>(user: string, task: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

interface Slots {
  taken: number;
  readonly waiting: Set<() => void>;
}

export function createUserSlots(limit: CheckedLimits['concurrency']): UserSlots {
  if (limit === undefined) return { run: (_user, task) => task() };
  const { max, queued } = limit;
  const users = new Map<string, Slots>();

  const slotsOf = (user: string): Slots => {
    const known = users.get(user);
    if (known) return known;
    const slots: Slots = { taken: 0, waiting: new Set() };
    users.set(user, slots);
    return slots;
  };

  const turn = ({ waiting }: Slots, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (waiting.size >= queued) throw tooMany();
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(start);
        reject(signal.reason);
      };
      waiting.add(start);
      signal.addEventListener('abort', leave, { once: true });
    });

  /** Hands the slot to whoever has waited longest, or frees it. */
  const release = (user: string, slots: Slots): void => {
    const next = slots.waiting.values().next();
    if (!next.done) {
      slots.waiting.delete(next.value);
      return next.value();
    }
    slots.taken -= 1;
    if (slots.taken === 0) users.delete(user);
  };

  return {
    async run(user, task, signal) {
      const slots = slotsOf(user);
      if (slots.taken < max) slots.taken += 1;
      else await turn(slots, signal);
      try {
        return await task();
      } finally {
        release(user, slots);
      }
    },
  };
}

const tooMany = (): Problem =>
  new Problem('throttled', {
    retryAfter: '1',
    reason: 'The user has as many calls to MX open and waiting as `limits.concurrency` allows.',
  });
