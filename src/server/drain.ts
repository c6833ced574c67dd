import { Problem } from './problem.ts';

/** Counts what is in progress, so that a server can stop without cutting it off. */
export interface Drain {
  readonly isStopping: () => boolean;
  /** @throws Problem `server` with status 503 once it stops. */
  readonly refuseIfStopping: () => void;
  /** Counts the work as in progress until it settles. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is in progress, or at the deadline, with how much still is. */
  readonly stop: (timeoutMs: number) => Promise<number>;
}

const STOPPING = {
  status: 503,
  retryAfter: '3',
  reason: 'This server is shutting down.',
} as const;

export function createDrain(): Drain {
  let inProgress = 0;
  let isStopping = false;
  let onIdle: (() => void) | undefined;
  let stopped: Promise<number> | undefined;

  const idleWithin = async (timeoutMs: number): Promise<number> => {
    if (inProgress === 0) return 0;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return inProgress;
  };

  return {
    isStopping: () => isStopping,
    refuseIfStopping() {
      if (isStopping) throw new Problem('server', STOPPING);
    },
    async track(work) {
      inProgress += 1;
      try {
        return await work;
      } finally {
        inProgress -= 1;
        if (inProgress === 0) onIdle?.();
      }
    },
    stop(timeoutMs) {
      isStopping = true;
      return (stopped ??= idleWithin(timeoutMs));
    },
  };
}
