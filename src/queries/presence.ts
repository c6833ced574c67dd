import { AtriumError, isRetryable } from '../domain/errors.ts';
import { aggregateMember, type Atrium } from './jobs.ts';
import { membersOptions } from './member-list.ts';
import { visitedMember } from './visit.ts';

/**
 * Aggregates a member because the person is there, once a member and visit. With the page open in
 * two tabs, the first one asks. A request that failed for want of a network may be made again.
 */
export async function aggregateOnce(atrium: Atrium, guid: string): Promise<void> {
  const { client, queryClient } = atrium;
  const visited = visitedMember(queryClient, client, guid);
  if (visited.state() !== undefined) {
    return;
  }
  visited.set('asking');
  // Without the scope, which differs between the tabs of one user.
  const outcome = await asOnlyTab(`react-atrium-connect ${guid}`, () => ask(atrium, guid));
  visited.set(outcome === 'failed' ? undefined : 'asked');
  if (outcome === 'elsewhere') {
    await pause(OTHER_TAB_MS);
    await queryClient.invalidateQueries({ queryKey: membersOptions(client).queryKey });
  }
}

/** `elsewhere`: another tab has asked, or is about to. */
type Outcome = 'done' | 'failed' | 'elsewhere';

/** By then, what another tab has asked for can be read. */
const OTHER_TAB_MS = 3_000;

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

async function ask(atrium: Atrium, guid: string): Promise<Outcome> {
  try {
    await aggregateMember(atrium, guid);
    return 'done';
  } catch (error) {
    return isRetryable[AtriumError.from(error).kind] ? 'failed' : 'done';
  }
}

/**
 * True if an open connection may ask for this member. It may do so in any case, because somebody
 * has opened it, but not while the page itself is asking.
 */
export function mayAggregate({ client, queryClient }: Atrium, guid: string): boolean {
  const visited = visitedMember(queryClient, client, guid);
  if (visited.state() === 'asking') {
    return false;
  }
  visited.set('asked');
  return true;
}

/**
 * Does the work if no other tab has done it or is at it. Once done, the name stays taken until
 * the page is left. Without locks, which only a secure origin has, every tab does the work: the
 * API starts one job, and tells the second who asks that it runs.
 */
async function asOnlyTab(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const { locks } = navigator;
  if (!locks) {
    return work();
  }
  return new Promise((resolve) => {
    const take = async (lock: Lock | null) => {
      const outcome = lock === null ? 'elsewhere' : await work();
      resolve(outcome);
      return outcome === 'done' ? pageLeft() : undefined;
    };
    // Refused outright in a frame that may have nothing of its own.
    locks.request(name, { ifAvailable: true }, take).catch(() => resolve(work()));
  });
}

/** A page that held a lock could not be kept by the browser for when the person comes back. */
const pageLeft = (): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('pagehide', () => resolve(), { once: true });
  });
