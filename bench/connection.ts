/**
 * What one connection costs, and how fast news is on the screen: requests in a whole connection,
 * in ten minutes stuck, in a minute of a page with 25 members, and the time from a status changing
 * in the sandbox to its words. Run it below scripts/with-browser.ts, after a build.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser, type Page } from 'playwright';
import { launchOptions } from '../scripts/browser.ts';

const PORT = '41750';
const SANDBOX_PORT = '41751';
const PAGE = `http://localhost:${PORT}/`;
const CONTROLS = `http://localhost:${SANDBOX_PORT}/_sandbox`;

interface Account {
  readonly requests: Map<string, number>;
  readonly forget: () => void;
}

const total = ({ requests }: Account) => [...requests.values()].reduce((sum, n) => sum + n, 0);

/** Counts what a page asks of its server. */
function countRequests(page: Page): Account {
  const requests = new Map<string, number>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    const kind = `${request.method()} ${pathname.replaceAll(/\/[A-Z]{3}-[\w-]+/g, '/:guid')}`;
    requests.set(kind, (requests.get(kind) ?? 0) + 1);
  });
  return { requests, forget: () => requests.clear() };
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  return page;
}

const cardOf = (page: Page) => page.getByRole('region', { name: 'Connect in the page' });

async function signIn(page: Page, password: string): Promise<void> {
  const card = cardOf(page);
  await card.getByRole('searchbox').fill('MX Bank');
  await card.getByRole('button', { name: 'MX Bank' }).first().click();
  await card.getByLabel('Username').fill('test_atrium');
  await card.getByLabel('Password', { exact: true }).fill(password);
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function wholeConnection(browser: Browser): Promise<void> {
  const page = await open(browser);
  const account = countRequests(page);
  await page.goto(PAGE);
  await signIn(page, 'challenge');
  const card = cardOf(page);
  await card.getByLabel('What city were you born in?').fill('correct');
  await card.getByRole('button', { name: 'Continue' }).click();
  await card.getByRole('heading', { name: 'You are connected' }).waitFor();
  console.log(`\nOne whole connection with a question: ${total(account)} requests`);
  console.log(table(account));
  await page.context().close();
}

const TEN_MINUTES = 10 * 60;

async function stuck(browser: Browser): Promise<void> {
  const page = await open(browser);
  await page.clock.install();
  await page.goto(PAGE);
  await signIn(page, 'status:CREATED');
  await cardOf(page).getByRole('heading', { name: 'Connecting' }).waitFor();
  const account = countRequests(page);
  for (let second = 0; second < TEN_MINUTES; second += 1) {
    await page.clock.runFor(1_000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  console.log(`\nTen minutes stuck at CREATED: ${total(account)} requests, then the person sees:`);
  console.log(`  “${(await cardOf(page).innerText()).replaceAll(/\s+/g, ' ')}”`);
  account.forget();
  await page.clock.runFor(120_000);
  console.log(`  and in two more minutes: ${total(account)} requests`);
  await page.context().close();
}

/** Connects so many institutions, as a browser with this page's session would. */
async function fillUp(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const credentials = [
      { guid: 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1', value: 'test_atrium' },
      { guid: 'CRD-e3d7ea81-aac7-05e9-fbdd-4b493c6e474d', value: `any ${index}` },
    ];
    await page.request.post(`${PAGE}api/atrium/members`, {
      headers: { Origin: new URL(PAGE).origin },
      data: { member: { institution_code: 'mxbank', credentials } },
    });
  }
}

async function manyMembers(browser: Browser): Promise<void> {
  const page = await open(browser);
  await page.goto(PAGE);
  await fillUp(page, 25);
  await page.waitForTimeout(3_000);
  await page.clock.install();
  await page.reload();
  await page.getByText('MX Bank').nth(24).waitFor();
  const account = countRequests(page);
  await page.clock.runFor(60_000);
  console.log(`\nA minute of a page with 25 members at rest: ${total(account)} requests`);
  console.log(table(account));
  account.forget();
  const { users } = (await (await fetch(`${CONTROLS}/state`)).json()) as SandboxState;
  const [moving] = users.flatMap(({ members }) => (members.length === 25 ? members : []));
  await setStatus(moving?.guid ?? '', 'CREATED');
  await page.reload();
  await page.getByText('MX Bank').nth(24).waitFor();
  account.forget();
  for (let second = 0; second < 60; second += 1) await page.clock.runFor(1_000);
  console.log(`A minute of the same with one of them at work: ${total(account)} requests`);
  console.log(table(account));
  await page.context().close();
}

interface SandboxState {
  readonly users: readonly { readonly members: readonly { readonly guid: string }[] }[];
}

async function setStatus(guid: string, status: string): Promise<void> {
  await fetch(`${CONTROLS}/members/${guid}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ connection_status: status, is_being_aggregated: true }),
  });
}

const HEADINGS = { RESUMED: 'Checking your answer', CREATED: 'Connecting' } as const;

/** One person's page: how long each of some changes takes to be read there, in milliseconds. */
async function latencies(browser: Browser, changes: number): Promise<number[]> {
  const page = await open(browser);
  await page.goto(PAGE);
  const created = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/members'),
  );
  await signIn(page, 'status:CREATED');
  const { member } = (await (await created).json()) as { member: { guid: string } };
  const heading = (name: string) => cardOf(page).getByRole('heading', { name, exact: true });
  await heading(HEADINGS.CREATED).waitFor();
  const found: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const status = change % 2 === 0 ? 'RESUMED' : 'CREATED';
    // Evenly over the 3 seconds between two reads.
    await page.waitForTimeout((3_000 * ((change * 7) % changes)) / changes);
    const started = performance.now();
    await setStatus(member.guid, status);
    await heading(HEADINGS[status]).waitFor();
    found.push(performance.now() - started);
  }
  await page.context().close();
  return found;
}

async function wordsOnTheScreen(browser: Browser): Promise<void> {
  const people = await Promise.all([1, 2, 3, 4].map(() => latencies(browser, 12)));
  const sorted = people.flat().toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? NaN);
  console.log(
    `\nFrom a change in the sandbox to its words, polling, ${sorted.length} changes: ` +
      `median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

const table = ({ requests }: Account) =>
  [...requests].map(([kind, count]) => `  ${String(count).padStart(3)} ${kind}`).join('\n');

const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
  env: { ...process.env, PORT, SANDBOX_PORT },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(demo.stdout, 'data');
const browser = await chromium.launch(launchOptions);
try {
  await wholeConnection(browser);
  await stuck(browser);
  await manyMembers(browser);
  await wordsOnTheScreen(browser);
} finally {
  await browser.close();
  demo.kill();
}
