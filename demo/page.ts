import { StartError } from './start-error.ts';
import config, { PAGE_FOLDER } from './vite.config.ts';

let folder: Promise<string> | undefined;

/** Builds the page, once, and says where it is. */
export function builtPage(): Promise<string> {
  folder ??= build();
  return folder;
}

async function build(): Promise<string> {
  // Loading Vite takes longer than everything else: whatever stops the start should do so first.
  const vite = await import('vite');
  try {
    await vite.build({ ...config, configFile: false });
  } catch (error) {
    throw new StartError(`The page cannot be built: ${String(error)}`);
  }
  return PAGE_FOLDER;
}
