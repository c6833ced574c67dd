import { statusPath } from '../member-status.ts';
import type { ProxyUser } from '../proxy-user.ts';
import type { MemberNotice } from '../store.ts';
import type { RedisLink } from './link.ts';
import { fieldsOf, fieldsOfEnd } from './replies.ts';
import type { SharedReads } from './shared-reads.ts';

/** How long notices are kept after the last one. No stream of events lasts nearly as long. */
const KEPT_MS = 3_600_000;
/** Between attempts to tell what could not be told. */
const RETRY_MS = 1_000;
const MAX_UNSENT = 1_000;

export interface Publisher {
  readonly publish: (notice: MemberNotice) => Promise<void>;
  /** Tells the other processes, once: they notice by themselves, a little later. */
  readonly endStreams: (user: ProxyUser) => Promise<void>;
  readonly stop: () => void;
}

/** @param tellHere - Tells the pages of this process, while the others cannot be told. */
export function createPublisher(
  link: RedisLink,
  reads: SharedReads,
  key: string,
  maxEvents: number,
  tellHere: (notice: MemberNotice) => void,
): Publisher {
  const unsent = new Map<string, MemberNotice>();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const add = (fields: readonly string[]): Promise<unknown> => {
    const added = link.send('XADD', key, 'MAXLEN', '~', String(maxEvents), '*', ...fields);
    link.attempt('PEXPIRE', key, String(KEPT_MS));
    return added;
  };

  /** Rejects if the others could not be told. */
  const send = async (notice: MemberNotice): Promise<void> => {
    const forgotten = reads.forget(statusPath(notice));
    // Redis does them in this order, so there is no need to wait in between.
    await Promise.all([add(fieldsOf(notice)), forgotten]);
  };

  const keep = (notice: MemberNotice): void => {
    unsent.set(statusPath(notice), notice);
    const oldest = unsent.keys().next();
    if (unsent.size > MAX_UNSENT && !oldest.done) unsent.delete(oldest.value);
    retry ??= setTimeout(sendKept, RETRY_MS);
  };

  const sendKept = (): void => {
    retry = undefined;
    const kept = [...unsent.values()];
    unsent.clear();
    for (const notice of kept) void send(notice).catch(() => keep(notice));
  };

  return {
    async publish(notice) {
      try {
        await send(notice);
      } catch {
        // The pages of this process hear of it now, and again with the others.
        tellHere(notice);
        keep(notice);
      }
    },
    async endStreams(user) {
      await add(fieldsOfEnd(user)).catch(() => {});
    },
    stop() {
      clearTimeout(retry);
      unsent.clear();
    },
  };
}
