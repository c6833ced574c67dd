/** `npm start`: an imaginary budgeting app whose users connect their banks. */
import { checkLibraryIsBuilt } from './library.ts';
import { readSettings } from './settings.ts';
import { StartError } from './start-error.ts';

// Everything runs in this process, so ending it ends all of it, open connections included.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

try {
  const settings = readSettings(process.env);
  checkLibraryIsBuilt();
  // Not sooner: it imports the library.
  const { run } = await import('./run.ts');
  console.log(await run(settings));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
