import { createClock } from 'react-atrium-connect/sandbox';
import { createScenario, type Scenario } from 'react-atrium-connect/testing';
import { vi } from 'vitest';

/** Puts a scenario, whose time is stepped by hand, behind the global `fetch`. */
export function stubHost(): Scenario {
  const host = createScenario({ clock: createClock() });
  vi.stubGlobal('fetch', host.fetch);
  return host;
}

/** Has every server sample talk to a sandbox, as if it were MX. */
export function stubMx(): void {
  const { sandbox } = createScenario({ clock: createClock() });
  vi.stubEnv('ATRIUM_API_KEY', 'a-key');
  vi.stubEnv('ATRIUM_CLIENT_ID', 'a-client');
  vi.stubEnv('MX_API_KEY', 'a-key');
  vi.stubEnv('MX_CLIENT_ID', 'a-client');
  vi.stubEnv('WEBHOOK_PASSWORD', 'a-password');
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.fetch(new Request(url, init)));
}
