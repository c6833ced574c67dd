/** A request that has left the page. */
export interface PageRequest {
  readonly method: string;
  /** Below the address of the proxy, such as `/members`; without the query. */
  readonly path: string;
}

/** Answers in place of the host's server, or leaves the request to it with `undefined`. */
export type ServerInstead = (
  request: PageRequest,
  init: RequestInit,
) => Response | Promise<Response> | undefined;

/**
 * A browser adds these headers to what leaves it, and keeps pages from doing so. The body is set
 * beside them because not every browser lets a page read that of a request.
 */
export function asSentByTheBrowser(url: string, init: RequestInit, origin: string): Request {
  const headers = new Headers(init.headers);
  headers.set('sec-fetch-site', 'same-origin');
  headers.set('origin', origin);
  return Object.defineProperties(new Request(url, init), {
    headers: { value: headers },
    body: { value: new Response(init.body ?? null).body },
  });
}
