import { createServer } from 'node:http';
import { createSandbox, magicPasswords } from 'react-atrium-connect/sandbox';
import {
  createAtriumProxy,
  createMemoryStore,
  createRedisStore,
  createWebhookReceiver,
  ensureUser,
  toNodeListener,
} from 'react-atrium-connect/server';
import { createScenario } from 'react-atrium-connect/testing';

export const sandbox = createSandbox({ seed: 'types' });
export const passwords = magicPasswords;
export const scenario = createScenario({ api: 'platform' });
export const store = createMemoryStore();
export const receive = createWebhookReceiver({ store, credentials: 'none' });
export const atrium = createAtriumProxy({
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  environment: 'development',
  resolveUser: () => ({ identifier: 'ada' }),
  store,
});
export const server = createServer(toNodeListener(atrium));
export const ways = { createRedisStore, ensureUser };
