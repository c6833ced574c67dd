import { Problem } from './problem.ts';

/** Settles as `promise` does, unless `signal` aborts first. */
export function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** The moment `ms` from now, on the monotonic clock. */
export const deadlineIn = (ms: number): number => performance.now() + ms;

/**
 * Runs `work` until it settles, the deadline passes, or `signal` aborts. In the last two cases
 * the signal that `work` received aborts too.
 *
 * @throws Problem of kind `timeout` at the deadline; the signal's reason when it aborts.
 */
export async function withDeadline<T>(
  deadline: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, deadline - performance.now());
  // `AbortSignal.any` would be a large part of the cost of a call.
  const onAbort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    return await orAbort(work(controller.signal), controller.signal);
  } catch (error) {
    throw isLate ? new Problem('timeout') : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
