import { focusManager, onlineManager, type QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';

/** What a page holds on to, counted, so that one day can be held against another. */
export interface Holdings {
  readonly timers: number;
  /** On the window and the document. */
  readonly listeners: number;
  /** Of both caches, of focus and of the network. */
  readonly subscribers: number;
  readonly queries: number;
  readonly observers: number;
  readonly mutations: number;
  readonly elements: number;
  readonly liveRegions: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, two) => one + two, 0);

/** Counts from now on what is listened to there, each listener once. */
function countListeners(target: EventTarget): () => number {
  const held = new Map<string, Set<unknown>>();
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  const of = (type: string, options: boolean | EventListenerOptions = false): Set<unknown> => {
    const isCapture = typeof options === 'boolean' ? options : options.capture === true;
    const key = `${type} ${isCapture}`;
    const listeners = held.get(key) ?? new Set();
    held.set(key, listeners);
    return listeners;
  };
  vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
    of(type, options).add(listener);
    add(type, listener, options);
  });
  vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
    of(type, options).delete(listener);
    remove(type, listener, options);
  });
  return () => sum([...held.values()].map(({ size }) => size));
}

/** TanStack says whether there are any, but not how many: it keeps them in a set of its own. */
function subscribersOf(source: object): number {
  const listeners: unknown = Reflect.get(source, 'listeners');
  return listeners instanceof Set ? listeners.size : Number.NaN;
}

/** Begins to count before there is a page. */
export function countHoldings(): (queryClient: QueryClient) => Holdings {
  const listeners = [countListeners(window), countListeners(document)];
  return (queryClient) => {
    const queries = queryClient.getQueryCache();
    const mutations = queryClient.getMutationCache();
    const subscribed = [queries, mutations, focusManager, onlineManager];
    return {
      timers: vi.getTimerCount(),
      listeners: sum(listeners.map((count) => count())),
      subscribers: sum(subscribed.map(subscribersOf)),
      queries: queries.getAll().length,
      observers: sum(queries.getAll().map(({ observers }) => observers.length)),
      mutations: mutations.getAll().length,
      elements: document.querySelectorAll('*').length,
      liveRegions: document.querySelectorAll('[role=status], [role=alert], [aria-live]').length,
    };
  };
}
