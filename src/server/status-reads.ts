import { createFlights } from './flights.ts';
import { holds } from './json.ts';
import type { LoadStatus, StatusRead } from './store.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** MX asks for at least this long between two reads of a member's status. */
export const MIN_INTERVAL_MS = 3_000;
/** A response may hold images, so the length of all of them is limited too. */
const MAX_REMEMBERED = 1_000;
const MAX_CHARACTERS = 16_000_000;

/** A failure is not repeated, and neither is a success that tells nothing: the next read may. */
export const isRepeatable = ({ status, body }: UpstreamAnswer): boolean =>
  status === 200 && holds(body, 'member');

interface Remembered {
  readonly answer: UpstreamAnswer;
  readonly at: number;
}

/** What a store promises of status reads, kept in the memory of this process only. */
export interface StatusReads {
  read(path: string, load: LoadStatus, signal: AbortSignal): Promise<StatusRead>;
  forget(path: string): void;
}

export function createStatusReads(now: () => number): StatusReads {
  const remembered = new Map<string, Remembered>();
  let characters = 0;

  const drop = (path: string): void => {
    characters -= remembered.get(path)?.answer.size ?? 0;
    remembered.delete(path);
  };

  const isFresh = ({ at }: Remembered): boolean => {
    const ageMs = now() - at;
    // A clock that was set back must not keep an answer alive.
    return ageMs >= 0 && ageMs < MIN_INTERVAL_MS;
  };

  /** Entries stand in the order they were made, so the stale ones come first. */
  const sweep = (): void => {
    for (const [path, entry] of remembered) {
      const fits = remembered.size <= MAX_REMEMBERED && characters <= MAX_CHARACTERS;
      if (isFresh(entry) && fits) return;
      drop(path);
    }
  };

  const flights = createFlights<UpstreamAnswer>((path, answer) => {
    if (!isRepeatable(answer)) return;
    drop(path);
    characters += answer.size ?? 0;
    remembered.set(path, { answer, at: now() });
    sweep();
  });

  return {
    async read(path, load, signal) {
      const last = remembered.get(path);
      if (last && isFresh(last)) return { answer: last.answer, coalesced: true };
      const { answer, joined } = await flights.board(path, load, signal);
      return { answer, coalesced: joined };
    },
    forget(path) {
      drop(path);
      flights.forget(path);
    },
  };
}
