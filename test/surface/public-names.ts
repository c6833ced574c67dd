/** Every value that each entry exports. To add a name here is to promise it. */
export const PUBLIC_NAMES: Readonly<Record<string, readonly string[]>> = {
  '.': [],
  './core': [],
  './server': [],
  './sandbox': [],
  './locales/en': [],
};
