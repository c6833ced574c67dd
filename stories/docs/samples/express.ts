import { toNodeListener, type NodeListener } from 'react-atrium-connect/server';
import { atrium } from './atrium.ts';

/** What Express, Connect and their kind have in common. */
interface App {
  use(path: string, listener: NodeListener): unknown;
}

/** Call this before any body parser: the proxy reads the body itself, and limits it. */
export function mountAtrium(app: App): void {
  app.use('/api/atrium', toNodeListener(atrium));
}
