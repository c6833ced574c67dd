import type { MemberNotice, StoreListener, StoreNews } from './store.ts';

/** A point in the log, and the notice that led there, if there was one. */
interface Place {
  readonly id: string;
  readonly notice: MemberNotice | undefined;
  next: Place | undefined;
}

/**
 * The last notices of all users, in order, and those who listen. Whoever names an id that is
 * still here can be told all that came after it: an id that was let go, or was another log's, is
 * simply not here.
 */
export interface EventLog {
  /** Begins anew after `id`. Who listens already has missed something. */
  begin(id: string): void;
  /** Without a notice, only the place moves. */
  append(id: string, notice: MemberNotice | undefined): void;
  /** Tells who listens, and remembers nothing. */
  tell(notice: MemberNotice): void;
  subscribe(userGuid: string, lastEventId: string | null, listener: StoreListener): () => void;
  close(): void;
}

export function createEventLog(maxEvents: number): EventLog {
  const places = new Map<string, Place>();
  const listeners = new Map<string, Set<StoreListener>>();
  let last: Place | undefined;
  let isClosed = false;

  const reach = (place: Place): void => {
    if (last) last.next = place;
    last = place;
    places.set(place.id, place);
    const oldest = places.keys().next();
    if (places.size > maxEvents && !oldest.done) places.delete(oldest.value);
  };

  const tellUser = (userGuid: string, news: StoreNews): void =>
    listeners.get(userGuid)?.forEach((listener) => listener(news));
  const tellAll = (news: StoreNews): void =>
    listeners.forEach((_, userGuid) => tellUser(userGuid, news));

  const catchUp = (userGuid: string, lastEventId: string | null, listener: StoreListener): void => {
    if (lastEventId === null) {
      if (last) listener({ kind: 'position', id: last.id });
      return;
    }
    let place = places.get(lastEventId);
    if (!place) return listener({ kind: 'missed', id: last?.id ?? null });
    while ((place = place.next)) {
      const { id, notice } = place;
      if (notice?.userGuid === userGuid) listener({ kind: 'member', id, notice });
    }
  };

  const leave = (userGuid: string, listener: StoreListener): void => {
    const those = listeners.get(userGuid);
    if (those?.delete(listener) && those.size === 0) listeners.delete(userGuid);
  };

  return {
    begin(id) {
      places.clear();
      last = undefined;
      reach({ id, notice: undefined, next: undefined });
      tellAll({ kind: 'missed', id });
    },
    append(id, notice) {
      reach({ id, notice, next: undefined });
      if (notice) tellUser(notice.userGuid, { kind: 'member', id, notice });
    },
    tell(notice) {
      tellUser(notice.userGuid, { kind: 'member', id: null, notice });
    },
    subscribe(userGuid, lastEventId, listener) {
      if (isClosed) {
        listener({ kind: 'closed' });
        return () => {};
      }
      catchUp(userGuid, lastEventId, listener);
      const those = listeners.get(userGuid) ?? new Set();
      listeners.set(userGuid, those.add(listener));
      return () => leave(userGuid, listener);
    },
    close() {
      isClosed = true;
      tellAll({ kind: 'closed' });
      listeners.clear();
    },
  };
}
