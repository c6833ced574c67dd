/** Tells the sandbox what time it is. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** A clock that can be moved forward by hand. */
export interface SteppableClock extends Clock {
  /** Moves the time forward. `ms` must not be negative: nothing in the sandbox can un-happen. */
  advance(ms: number): void;
}

/** Where a stepped clock starts when nobody says: 2026-01-01T00:00:00Z. */
const DEFAULT_START_MS = Date.UTC(2026, 0, 1);

/**
 * A clock that stands still until it is advanced.
 *
 * @param start Milliseconds since the epoch. Default: 2026-01-01T00:00:00Z.
 */
export function createClock(start: number = DEFAULT_START_MS): SteppableClock {
  return createOffsetClock({ now: () => start });
}

/** Runs as `base` does, plus whatever it has been advanced by. */
export function createOffsetClock(base: Clock): SteppableClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) {
        throw new RangeError(`The clock only goes forward: cannot advance by ${ms} ms.`);
      }
      offset += ms;
    },
  };
}
