import type { Server } from 'node:http';
import { atrium } from './push.ts';
import { store } from './store.ts';

/** Call it with your server, once it listens. */
export function stopOnSigterm(server: Server): void {
  process.once('SIGTERM', () => void stop(server));
}

async function stop(server: Server): Promise<void> {
  const unfinished = await atrium.shutdown({ timeoutMs: 20_000 });
  await store.close();
  server.close();
  if (unfinished > 0) {
    console.warn('atrium', `${unfinished} requests did not finish in time`);
    server.closeAllConnections();
  }
}
