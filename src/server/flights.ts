import { orAbort } from './abort.ts';

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly abort: () => void;
  isOver: boolean;
  waiting: number;
}

export interface Boarded<T> {
  readonly answer: T;
  /** True when the call was under way already. */
  readonly joined: boolean;
}

/** Lets those who ask for the same at the same time share one call. */
export interface Flights<T> {
  /** The call for `key` that is under way, or a new one. It ends when nobody waits for it. */
  board(
    key: string,
    load: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<Boarded<T>>;
  /** Lets nobody else join. Those who wait go on waiting. */
  forget(key: string): void;
}

/** @param onLanded - Told of every answer whose call was not forgotten on the way. */
export function createFlights<T>(onLanded?: (key: string, answer: T) => void): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  /** False when the flight was forgotten on the way: what it saw may be out of date. */
  const land = (key: string, flight: Flight<T>): boolean =>
    flights.get(key) === flight && flights.delete(key);

  const depart = (key: string, load: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const controller = new AbortController();
    const flight: Flight<T> = {
      answer: load(controller.signal).then(
        (answer) => {
          flight.isOver = true;
          if (land(key, flight)) onLanded?.(key, answer);
          return answer;
        },
        (error: unknown) => {
          flight.isOver = true;
          land(key, flight);
          throw error;
        },
      ),
      abort: () => controller.abort(),
      isOver: false,
      waiting: 0,
    };
    flights.set(key, flight);
    return flight;
  };

  return {
    async board(key, load, signal) {
      const joined = flights.get(key);
      const flight = joined ?? depart(key, load);
      flight.waiting += 1;
      try {
        return { answer: await orAbort(flight.answer, signal), joined: joined !== undefined };
      } finally {
        flight.waiting -= 1;
        // To call off what is over costs more than all else here.
        if (flight.waiting === 0 && !flight.isOver) {
          // Before the abort, so that nobody boards a flight that is being called off.
          land(key, flight);
          flight.abort();
        }
      }
    },
    forget(key) {
      flights.delete(key);
    },
  };
}
