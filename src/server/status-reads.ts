import { orAbort } from './abort.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** MX asks for at least this long between two reads of a member's status. */
const MIN_INTERVAL_MS = 3_000;
/** An answer may hold pictures to choose from, so few are kept. */
const MAX_REMEMBERED = 1_000;

interface Flight {
  readonly answer: Promise<UpstreamAnswer>;
  readonly abort: () => void;
  waiting: number;
}

interface Remembered {
  readonly answer: UpstreamAnswer;
  readonly at: number;
}

export interface StatusRead {
  readonly answer: UpstreamAnswer;
  /** True when the answer was another request's. */
  readonly coalesced: boolean;
}

/**
 * Lets many readers of one member's status share an upstream read, and repeats the last
 * successful answer for three seconds. In the memory of this process only.
 */
export interface StatusReads {
  read(
    key: string,
    load: (signal: AbortSignal) => Promise<UpstreamAnswer>,
    signal: AbortSignal,
  ): Promise<StatusRead>;
  /**
   * Call both before and after a write. A read that is under way at either moment may have
   * seen the state from before it: it still answers those who wait for it, and nobody else.
   */
  forget(key: string): void;
}

export function createStatusReads(now: () => number): StatusReads {
  const flights = new Map<string, Flight>();
  const remembered = new Map<string, Remembered>();

  const isFresh = ({ at }: Remembered): boolean => {
    const ageMs = now() - at;
    // A clock that was set back must not keep an answer alive.
    return ageMs >= 0 && ageMs < MIN_INTERVAL_MS;
  };

  /** Entries stand in the order they were made, so the stale ones come first. */
  const sweep = (): void => {
    for (const [key, entry] of remembered) {
      if (isFresh(entry) && remembered.size <= MAX_REMEMBERED) return;
      remembered.delete(key);
    }
  };

  const remember = (key: string, answer: UpstreamAnswer): void => {
    remembered.delete(key);
    remembered.set(key, { answer, at: now() });
    sweep();
  };

  const depart = (key: string, load: (signal: AbortSignal) => Promise<UpstreamAnswer>): Flight => {
    const controller = new AbortController();
    const flight: Flight = {
      answer: load(controller.signal).then(
        (answer) => {
          if (land(key, flight) && answer.status === 200) remember(key, answer);
          return answer;
        },
        (error: unknown) => {
          land(key, flight);
          throw error;
        },
      ),
      abort: () => controller.abort(),
      waiting: 0,
    };
    flights.set(key, flight);
    return flight;
  };

  /** False when the flight was forgotten on the way: what it saw may be out of date. */
  const land = (key: string, flight: Flight): boolean => {
    return flights.get(key) === flight && flights.delete(key);
  };

  const board = async (
    key: string,
    flight: Flight,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer> => {
    flight.waiting += 1;
    try {
      return await orAbort(flight.answer, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        // Before the abort, so that nobody boards a flight that is being called off.
        land(key, flight);
        flight.abort();
      }
    }
  };

  return {
    async read(key, load, signal) {
      const last = remembered.get(key);
      if (last && isFresh(last)) return { answer: last.answer, coalesced: true };
      const joined = flights.get(key);
      const answer = await board(key, joined ?? depart(key, load), signal);
      return { answer, coalesced: joined !== undefined };
    },
    forget(key) {
      remembered.delete(key);
      flights.delete(key);
    },
  };
}
