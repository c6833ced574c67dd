const SLOTS = 60;
const TICK_MS = 1_000;

/** One stream's turns. */
export interface Turns {
  /** Resolves with `true` at its next turn, and with `false` once it has left. */
  readonly next: () => Promise<boolean>;
  readonly leave: () => void;
}

/** Gives everyone a turn once a minute, a sixtieth of them each second, with one timer. */
export interface Rounds {
  /** @param share - Which of the sixtieths, from 0 up to 1. */
  readonly join: (share: number) => Turns;
}

type Wake = (isTurn: boolean) => void;
interface Sleeper {
  wake?: Wake | undefined;
}

export function createRounds(): Rounds {
  const slots = Array.from({ length: SLOTS }, () => new Set<Sleeper>());
  let size = 0;
  let tick = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const advance = (): void => {
    tick = (tick + 1) % SLOTS;
    slots[tick]?.forEach((sleeper) => wake(sleeper, true));
  };

  return {
    join(share) {
      const sleeper: Sleeper = {};
      const slot = slots[Math.floor(share * SLOTS)];
      slot?.add(sleeper);
      size += 1;
      timer ??= setInterval(advance, TICK_MS);
      return {
        next: () =>
          new Promise((resolve) => {
            if (slot?.has(sleeper)) sleeper.wake = resolve;
            else resolve(false);
          }),
        leave() {
          if (!slot?.delete(sleeper)) return;
          wake(sleeper, false);
          size -= 1;
          if (size > 0) return;
          clearInterval(timer);
          timer = undefined;
        },
      };
    },
  };
}

function wake(sleeper: Sleeper, isTurn: boolean): void {
  const { wake: tell } = sleeper;
  sleeper.wake = undefined;
  tell?.(isTurn);
}
