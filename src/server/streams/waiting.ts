import { bothOf } from '../store.ts';
import type { StreamNews } from './wire.ts';

/**
 * What a reader is not ready for yet: one event a member, since a hint that waits is as good as
 * the two that it stands for.
 */
export interface Waiting {
  add(news: StreamNews): void;
  next(): StreamNews | undefined;
  size(): number;
}

export function createWaiting(): Waiting {
  /** In the order of their ids, so that a reader who comes back with one has had all before it. */
  const held = new Map<string, StreamNews>();

  return {
    add(news) {
      // Everything is to be read anew: what else waits says no more than that.
      if (news.kind === 'missed') held.clear();
      const key = news.kind === 'member' ? news.notice.memberGuid : '';
      const earlier = held.get(key);
      held.delete(key);
      held.set(key, earlier ? merged(earlier, news) : news);
    },
    next() {
      const first = held.entries().next();
      if (first.done) return undefined;
      const [key, news] = first.value;
      held.delete(key);
      return news;
    },
    size: () => held.size,
  };
}

function merged(earlier: StreamNews, news: StreamNews): StreamNews {
  if (earlier.kind !== 'member' || news.kind !== 'member') return news;
  const change = bothOf(earlier.notice.change, news.notice.change);
  return change === news.notice.change ? news : { ...news, notice: { ...news.notice, change } };
}
