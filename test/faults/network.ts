import type { Fault, OnItsWay } from './faults.ts';

/** Which requests go wrong: those that leave the page with this method, for such a path. */
export interface RequestPattern {
  readonly method: string;
  /** Of the path below the proxy. */
  readonly path: RegExp;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What lies between a page and its server. */
export interface Network {
  readonly fetch: Fetch;
  /** From now on, this goes wrong with such requests. */
  readonly spoil: (requests: RequestPattern, fault: Fault) => void;
  /** From now on, all is well. */
  readonly mend: () => void;
  /** How many requests a fault has met so far. */
  readonly spoiled: () => number;
  /** How many such requests have left the page. */
  readonly sent: (requests: RequestPattern) => number;
  /** How many have left the page after the server had carried out one to the same place. */
  readonly sentAgain: (requests: RequestPattern) => number;
}

interface Passage {
  readonly method: string;
  readonly path: string;
}

/** So long an answer may be overtaken. */
const LATEST_MS = 10_000;

/** A network in front of a server at this path, in which nothing goes wrong until it is told to. */
export function createNetwork(serve: Fetch, basePath: string): Network {
  let spoiling: { readonly requests: RequestPattern; readonly fault: Fault } | null = null;
  let spoiled = 0;
  const sent: (Passage & { readonly isAgain: boolean })[] = [];
  const carriedOut: Passage[] = [];
  const overtaking = new Set<() => void>();

  const isSuch = ({ method, path }: Passage, such: RequestPattern) =>
    method === such.method && such.path.test(path);

  const isSame = (one: Passage, other: Passage) =>
    one.method === other.method && one.path === other.path;

  async function toTheServer(passage: Passage, url: string, init: RequestInit): Promise<Response> {
    // What has reached the server is carried out, whether or not the page still waits for it.
    const { signal: _, ...kept } = init;
    const response = await serve(url, kept);
    if (response.ok) {
      carriedOut.push(passage);
    }
    return response;
  }

  function onItsWay(passage: Passage, url: string, init: RequestInit): OnItsWay {
    const { signal } = init;
    return {
      serve: () => toTheServer(passage, url, init),
      wait: (ms) => held(signal, (end) => setTimeout(end, ms)),
      overtaken: () =>
        held(signal, (end) => {
          overtaking.add(end);
          return setTimeout(end, LATEST_MS);
        }),
    };
  }

  return {
    async fetch(url, init = {}) {
      const path = new URL(url).pathname.slice(basePath.length);
      const passage = { method: init.method ?? 'GET', path };
      sent.push({ ...passage, isAgain: carriedOut.some((done) => isSame(done, passage)) });
      if (spoiling !== null && isSuch(passage, spoiling.requests)) {
        spoiled += 1;
        return spoiling.fault.spoil(onItsWay(passage, url, init));
      }
      const response = await serve(url, init);
      if (response.ok) {
        carriedOut.push(passage);
      }
      overtaking.forEach((end) => end());
      overtaking.clear();
      return response;
    },
    spoil: (requests, fault) => {
      spoiling = { requests, fault };
    },
    mend: () => {
      spoiling = null;
    },
    spoiled: () => spoiled,
    sent: (such) => sent.filter((passage) => isSuch(passage, such)).length,
    sentAgain: (such) => sent.filter((one) => one.isAgain && isSuch(one, such)).length,
  };
}

/** Ends when it is said to, or as `fetch` does when the page gives up. */
function held(
  signal: AbortSignal | null | undefined,
  begin: (end: () => void) => ReturnType<typeof setTimeout>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = begin(resolve);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
