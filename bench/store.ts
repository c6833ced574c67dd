import { createClient } from '@redis/client';
import { createMemoryStore, createRedisStore, type AtriumStore } from 'react-atrium-connect/server';

export interface OpenStore {
  readonly store: AtriumStore;
  readonly close: () => Promise<void>;
}

/** The store of a process: `memory`, or the address of a Redis. */
export async function openStore(where: string): Promise<OpenStore> {
  if (where === 'memory') {
    const store = createMemoryStore();
    return { store, close: () => store.close() };
  }
  const client = createClient({ url: where });
  // The store says so itself while Redis is away, and goes on without it.
  client.on('error', () => {});
  await client.connect();
  const store = createRedisStore({ client });
  return {
    store,
    close: async () => {
      await store.close();
      client.destroy();
    },
  };
}
