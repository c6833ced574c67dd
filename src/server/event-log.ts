import type { ProxyUser } from './proxy-user.ts';
import type { MemberNotice, StoreListener, StoreNews } from './store.ts';

/** A point in the log, and the notice that led there, if there was one. */
export interface Place {
  readonly id: string;
  readonly notice: MemberNotice | undefined;
}

interface LinkedPlace extends Place {
  next?: LinkedPlace;
}

/**
 * The last notices of all users, in order, and those who listen. Whoever names an id that is
 * still here can be told all that came after it: an id that was let go, or was another log's, is
 * simply not here.
 */
export interface EventLog {
  /** Begins anew, at least one place long. Who listens already has missed something. */
  readonly begin: (places: readonly Place[]) => void;
  readonly append: (place: Place) => void;
  /** Tells who listens, and remembers nothing. */
  readonly tell: (notice: MemberNotice) => void;
  readonly subscribe: (
    userGuid: string,
    lastEventId: string | null,
    listener: StoreListener,
  ) => () => void;
  /** Ends the streams of one user, and remembers nothing. */
  readonly end: (user: ProxyUser) => void;
  readonly close: () => void;
}

/** An id that shows neither when something happened nor how often. The order is the log's. */
export const newEventId = (): string => crypto.randomUUID();

export function createEventLog(maxEvents: number): EventLog {
  const places = new Map<string, LinkedPlace>();
  const listeners = new Map<string, Set<StoreListener>>();
  let last: LinkedPlace | undefined;
  let isClosed = false;

  const reach = ({ id, notice }: Place): void => {
    const place: LinkedPlace = { id, notice };
    if (last) last.next = place;
    last = place;
    places.set(id, place);
    const oldest = places.keys().next();
    if (places.size > maxEvents && !oldest.done) places.delete(oldest.value);
  };

  const lastId = (): string | null => last?.id ?? null;

  const tellUser = (userGuid: string, news: StoreNews): void =>
    listeners.get(userGuid)?.forEach((listener) => listener(news));
  const tellAll = (news: StoreNews): void =>
    listeners.forEach((_, userGuid) => tellUser(userGuid, news));

  const catchUp = (userGuid: string, lastEventId: string | null, listener: StoreListener): void => {
    if (lastEventId === null) {
      const id = lastId();
      if (id !== null) listener({ kind: 'position', id });
      return;
    }
    let place = places.get(lastEventId);
    if (!place) return listener({ kind: 'missed', id: lastId() });
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
    begin(known) {
      places.clear();
      last = undefined;
      known.forEach(reach);
      tellAll({ kind: 'missed', id: lastId() });
    },
    append(place) {
      reach(place);
      const { id, notice } = place;
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
    end(user) {
      const news: StoreNews = { kind: 'ended', user };
      // Streams are kept by guid. Each of them knows the identifier of its own session.
      if ('userGuid' in user) tellUser(user.userGuid, news);
      else tellAll(news);
    },
    close() {
      isClosed = true;
      tellAll({ kind: 'closed' });
      listeners.clear();
    },
  };
}
