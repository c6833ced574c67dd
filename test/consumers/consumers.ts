import { express } from './checks/express.ts';
import { next } from './checks/next.ts';
import { ownQueryClient } from './checks/own-query-client.ts';
import { strictTypes } from './checks/strict-types.ts';
import { twoProviders } from './checks/two-providers.ts';
import { vite } from './checks/vite.ts';
import type { Consumer } from './consumer.ts';

/** What is tried, in this order: what takes the least time first. */
export const CONSUMERS: readonly Consumer[] = [
  {
    name: 'plain-node',
    installer: 'npm',
    check: async ({ run }) => run('node', 'check.mjs'),
  },
  { name: 'host-tests', installer: 'npm', check: async ({ run }) => run('vitest', 'run') },
  { name: 'strict-types', installer: 'pnpm', check: strictTypes },
  { name: 'vite-react-19', installer: 'npm', check: vite },
  { name: 'vite-react-18', installer: 'npm', check: vite },
  { name: 'express', installer: 'npm', check: express },
  { name: 'two-providers', installer: 'npm', check: twoProviders },
  { name: 'own-query-client', installer: 'npm', check: ownQueryClient },
  { name: 'next', installer: 'npm', check: next },
];
