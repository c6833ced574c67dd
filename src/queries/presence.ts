import type { QueryClient } from '@tanstack/react-query';
import { AtriumError, isRetryable } from '../domain/errors.ts';
import { aggregateMember, type Atrium } from './jobs.ts';

/** Which members this visit has asked to be aggregated because the person is there. */
type Visit = Map<string, 'asking' | 'asked'>;

const visits = new WeakMap<QueryClient, Visit>();

function visitOf({ queryClient }: Atrium): Visit {
  const visit: Visit = visits.get(queryClient) ?? new Map();
  visits.set(queryClient, visit);
  return visit;
}

/**
 * Aggregates a member because the person is there, once a member and visit. With the page open in
 * two tabs, the first one asks. A request that failed for want of a network may be made again.
 */
export async function aggregateOnce(atrium: Atrium, guid: string): Promise<void> {
  const visit = visitOf(atrium);
  const key = keyOf(atrium, guid);
  if (visit.has(key)) {
    return;
  }
  visit.set(key, 'asking');
  await asOnlyTab(key, async () => {
    const error = await aggregateMember(atrium, guid).then(
      () => null,
      (reason: unknown) => AtriumError.from(reason),
    );
    if (error !== null && isRetryable[error.kind]) {
      visit.delete(key);
      return 'failed';
    }
    return 'done';
  });
  if (visit.has(key)) {
    visit.set(key, 'asked');
  }
}

/**
 * True if an open connection may ask for this member. It may do so in any case, because somebody
 * has opened it, but not while the page itself is asking.
 */
export function mayAggregate(atrium: Atrium, guid: string): boolean {
  const visit = visitOf(atrium);
  const key = keyOf(atrium, guid);
  if (visit.get(key) === 'asking') {
    return false;
  }
  visit.set(key, 'asked');
  return true;
}

const keyOf = ({ client }: Atrium, guid: string) => `react-atrium-connect ${client.scope} ${guid}`;

/**
 * Does the work if no other tab has done it or is at it. Once done, the name stays taken until
 * the page is left. Without locks, which only a secure origin has, every tab does the work: the
 * API starts one job, and tells the second who asks that it runs.
 */
async function asOnlyTab(name: string, work: () => Promise<'done' | 'failed'>): Promise<void> {
  const { locks } = navigator;
  if (!locks) {
    await work();
    return;
  }
  await new Promise<void>((resolve) => {
    const take = async (lock: Lock | null) => {
      const outcome = lock === null ? 'failed' : await work();
      resolve();
      return outcome === 'done' ? pageLeft() : undefined;
    };
    // Refused outright in a frame that may have nothing of its own.
    locks.request(name, { ifAvailable: true }, take).catch(() => work().then(() => resolve()));
  });
}

/** A page that held a lock could not be kept by the browser for when the person comes back. */
const pageLeft = (): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('pagehide', () => resolve(), { once: true });
  });
