import type { Page } from '@playwright/test';

/**
 * Everything that the JavaScript of a page still holds, as the text of a heap snapshot, once what
 * nobody holds has been collected.
 */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Everything that a page holds outside its heap: the document, its fields, and all it can store. */
export const storedBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, select, textarea')].map(
      (field) => 'value' in field && String(field.value),
    );
    const names = await caches.keys();
    const cached = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        const answers = await cache.matchAll();
        return Promise.all(answers.map((answer) => answer.text()));
      }),
    );
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('Not read.')));
      });
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const database = await done(indexedDB.open(name));
        const held = [...database.objectStoreNames].flatMap((each) => {
          const store = database.transaction(each).objectStore(each);
          return [done(store.getAllKeys()), done(store.getAll())];
        });
        return [name, await Promise.all(held)];
      }),
    );
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
      history.state,
      cached,
      databases,
      performance.getEntries().map(({ name }) => name),
    ]);
  });
