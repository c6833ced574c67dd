import type { Page } from '@playwright/test';

/** What holds requests back. */
export interface Gate {
  readonly pass: () => void;
  readonly fail: () => void;
}

/** Holds every request to this address until the gate passes them, or has them fail. */
export async function hold(page: Page, url: string | RegExp): Promise<Gate> {
  let isOpen = false;
  let decide = (): void => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  await page.route(url, async (route) => {
    await decided;
    await (isOpen ? route.continue() : route.abort());
  });
  const end = (passes: boolean) => () => {
    isOpen = passes;
    decide();
  };
  return { pass: end(true), fail: end(false) };
}
