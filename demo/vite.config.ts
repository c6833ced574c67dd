import { resolve } from 'node:path';
import type { UserConfig } from 'vite';

export const PAGE_FOLDER: string = resolve(import.meta.dirname, '../dist-demo');

const config: UserConfig = {
  root: resolve(import.meta.dirname, 'page'),
  logLevel: 'error',
  build: {
    outDir: PAGE_FOLDER,
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index.html', 'return.html'].map((page) =>
        resolve(import.meta.dirname, 'page', page),
      ),
    },
    // The page's Content-Security-Policy allows no script or style that is not a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The first versions with light-dark(), so that it is left as it was written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
};

export default config;
