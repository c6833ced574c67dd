/** Takes the picture of the README anew, from the demo itself. Run it below scripts/with-browser.ts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { launchOptions } from './browser.ts';

const TARGET = resolve(import.meta.dirname, '../demo/picture.png');
const PORT = '41740';

const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
  env: { ...process.env, PORT, SANDBOX_PORT: '41741' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(demo.stdout, 'data');

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1000 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  const cards = await threeSteps(page);
  // The demo's own content policy would refuse what follows.
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1400, height: 100 });
  await page.setContent(sideBySide(cards));
  await page.locator('main').screenshot({ path: TARGET });
} finally {
  await browser.close();
  demo.kill();
}

/** Finding a bank, signing in, and the accounts found. */
async function threeSteps(page: Page): Promise<Buffer[]> {
  await page.goto(`http://localhost:${PORT}/`);
  const card = page.getByRole('region', { name: 'Connect in the page' });
  const search = card.getByRole('searchbox');
  await card.getByText('Popular institutions').waitFor();
  await search.fill('bank');
  await card
    .getByText(/^\d+ institutions found/)
    .first()
    .waitFor();
  const found = await card.screenshot();
  await search.fill('MX Bank');
  await card.getByRole('button', { name: 'MX Bank' }).first().click();
  await card.getByLabel('Username').fill('test_atrium');
  await card.getByLabel('Password', { exact: true }).fill('password');
  const signIn = await card.screenshot({ animations: 'disabled' });
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
  await card.getByRole('button', { name: 'Done' }).waitFor();
  await page.mouse.move(0, 0);
  return [found, signIn, await card.screenshot({ animations: 'disabled' })];
}

function sideBySide(cards: Buffer[]): string {
  return `
  <style>
    body { margin: 0; }
    main { display: flex; align-items: start; gap: 24px; padding: 32px; background: #eef1ee; }
    img { flex: 1 1 0; min-width: 0; border-radius: 16px; }
  </style>
  <main>${cards
    .map((card) => `<img alt="" src="data:image/png;base64,${card.toString('base64')}">`)
    .join('')}</main>`;
}
