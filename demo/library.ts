import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.ts';

/** What the demo uses of the package, by the names that any host would use. */
const ENTRIES = ['', '/server', '/sandbox', '/styles.css'];

/** @throws StartError when the library has not been built. */
export function checkLibraryIsBuilt(): void {
  const isBuilt = ENTRIES.every((entry) =>
    existsSync(fileURLToPath(import.meta.resolve(`react-atrium-connect${entry}`))),
  );
  if (isBuilt) return;
  throw new StartError(
    'The library is not built yet, and the demo uses what is built: run `npm start`, which does both.',
  );
}
