import { createClock, createSandbox, type Sandbox } from 'react-atrium-connect/sandbox';
import { createAtriumProxy } from 'react-atrium-connect/server';

/** Your `fetch` for a test: page, proxy and Atrium in one process, on a clock that you step. */
export function createTestHost(): {
  sandbox: Sandbox;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
} {
  const sandbox = createSandbox({ clock: createClock() });
  const proxy = createAtriumProxy({
    apiKey: 'any',
    clientId: 'any',
    baseUrl: 'https://atrium.test',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'person-1' }),
    now: () => sandbox.clock.now(),
  });
  return {
    sandbox,
    fetch: (url, init) => {
      const request = new Request(new URL(url, 'https://app.test'), init);
      request.headers.set('sec-fetch-site', 'same-origin');
      return proxy(request);
    },
  };
}
