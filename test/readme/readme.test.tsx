// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import { createSandbox } from 'react-atrium-connect/sandbox';
import { afterEach, expect, it, vi } from 'vitest';

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
const source = (file: string) => readFileSync(resolve(import.meta.dirname, file), 'utf8').trim();

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it.each(['page.tsx', 'route.ts'])('the README shows %s as it is compiled and run here', (file) => {
  expect(readme).toContain(`\n${source(file)}\n\`\`\`\n`);
});

it('the host example of the README lists the banks to connect', async () => {
  vi.stubEnv('ATRIUM_API_KEY', 'a-key');
  vi.stubEnv('ATRIUM_CLIENT_ID', 'a-client');
  const sandbox = createSandbox();
  const { handler } = await import('./route.ts');
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.startsWith('/')
      ? handler(new Request(`https://host.example${url}`, init))
      : sandbox.fetch(new Request(url, init)),
  );
  const { ConnectPage } = await import('./page.tsx');
  render(<ConnectPage />);
  expect(await screen.findByRole('heading', { name: 'Find your bank' })).toBeDefined();
  expect(await screen.findByRole('button', { name: /^MX Bank\b.*mx\.com/ })).toBeDefined();
});
