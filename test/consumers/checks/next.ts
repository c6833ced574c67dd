import { expect } from '@playwright/test';
import type { Consumer } from '../consumer.ts';
import { connect, visit } from '../person.ts';

/** What MX says of these statuses: it must be in the page before any script has run. */
const SAID_BY_THE_SERVER = [
  'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.',
  'Your account is locked. Please log in to the appropriate website for MX Bank and follow the steps to resolve the issue.',
];

export const next: Consumer['check'] = async (project, { browser }) => {
  await project.run('next', 'build');
  await project.startBank();
  const built = await project.serve('next', 'start', '--port', '$PORT');
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(built);
  for (const words of SAID_BY_THE_SERVER) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await page.close();
  await visit(browser, built, connect);
  // Only in development does React say what differs from the server's HTML.
  await visit(browser, await project.serve('next', 'dev', '--port', '$PORT'), connect);
};
