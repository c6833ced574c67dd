/** One process of an app: the proxy and the receiver of webhooks, on a Redis. Tells its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createAtriumProxy,
  createRedisStore,
  createWebhookReceiver,
  toNodeListener,
} from '../../../src/server.ts';
import { redisClient } from './redis-server.ts';

const [socket = '', baseUrl = '', userGuid = ''] = process.argv.slice(2);

const client = redisClient(socket);
await client.connect();
// A busy machine is not a Redis that is away: what is counted here is exact.
const store = createRedisStore({ client, timeoutMs: 2_000 });

const proxy = toNodeListener(
  createAtriumProxy({
    baseUrl,
    apiKey: 'key',
    clientId: 'client',
    store,
    resolveUser: () => ({ userGuid }),
  }),
);
const webhooks = toNodeListener(createWebhookReceiver({ store, credentials: 'none' }));

const server = createServer((request, response) =>
  (request.url === '/webhooks' ? webhooks : proxy)(request, response),
);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
