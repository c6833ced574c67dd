import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** What a measurement can do to a page. */
export interface Shown {
  readonly mount: () => void;
  readonly unmount: () => void;
}

/** Shows something on the page, and lets a measurement take it away and bring it back. */
export function show(content: () => ReactNode): void {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no element with the id "root".');
  const root = createRoot(element);
  const shown: Shown = { mount: () => root.render(content()), unmount: () => root.render(null) };
  Object.assign(window, { shown });
  shown.mount();
}

/** What the address of the page says. */
export const asked = (name: string): string | undefined =>
  new URLSearchParams(location.search).get(name) ?? undefined;
