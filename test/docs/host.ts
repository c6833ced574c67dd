import { vi } from 'vitest';
import { createTestHost } from '../../stories/docs/samples/sandbox-host.ts';

/** Puts the sample of a test's host, browser to sandbox, behind the global `fetch`. */
export function stubHost(): ReturnType<typeof createTestHost> {
  const host = createTestHost();
  vi.stubGlobal('fetch', host.fetch);
  return host;
}

/** Has every server sample talk to a sandbox, as if it were MX. */
export function stubMx(): void {
  const { sandbox } = createTestHost();
  vi.stubEnv('ATRIUM_API_KEY', 'a-key');
  vi.stubEnv('ATRIUM_CLIENT_ID', 'a-client');
  vi.stubEnv('MX_API_KEY', 'a-key');
  vi.stubEnv('MX_CLIENT_ID', 'a-client');
  vi.stubEnv('WEBHOOK_PASSWORD', 'a-password');
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.fetch(new Request(url, init)));
}
