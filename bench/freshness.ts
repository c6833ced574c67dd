import type { Page } from 'playwright';

/** When a page has learned how things stand, and how often it was told that it cannot. */
export interface Freshness {
  /** The longest time in an interval without an answer, in milliseconds. */
  readonly longestGapMs: (from: number, to: number) => number;
  readonly failures: () => number;
}

/** A stream that ends is no failure: it is opened again. */
const isAsked = (url: string): boolean => /\/api\/atrium\/(?!events)/.test(new URL(url).pathname);

export function watchFreshness(page: Page): Freshness {
  const answeredAt: number[] = [];
  let failures = 0;
  page.on('response', (response) => {
    if (!isAsked(response.url())) return;
    if (!response.ok()) failures += 1;
    else if (new URL(response.url()).pathname.endsWith('/status')) answeredAt.push(Date.now());
  });
  page.on('requestfailed', (request) => {
    // The page itself calls a read off when an event asks for a newer one.
    if (isAsked(request.url()) && !/ABORTED/.test(request.failure()?.errorText ?? ''))
      failures += 1;
  });
  return {
    longestGapMs: (from, to) => {
      const moments = [from, ...answeredAt.filter((at) => at > from && at < to), to];
      return Math.max(...moments.slice(1).map((at, index) => at - (moments[index] ?? at)));
    },
    failures: () => failures,
  };
}
