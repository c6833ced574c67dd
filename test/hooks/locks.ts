import { vi } from 'vitest';

type Request = (
  name: string,
  options: LockOptions,
  work: (lock: Lock | null) => unknown,
) => Promise<unknown>;

/** Gives the page Web Locks, as far as they are used, shared by all tabs of a test. */
export function grantLocks(request: Request = createLocks()): void {
  vi.stubGlobal(
    'navigator',
    new Proxy(navigator, {
      get: (target, name) => (name === 'locks' ? { request } : Reflect.get(target, name, target)),
    }),
  );
}

function createLocks(): Request {
  const held = new Set<string>();
  return async (name, _options, work) => {
    await Promise.resolve();
    if (held.has(name)) {
      return work(null);
    }
    held.add(name);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
}
