import type { Browser, Page } from 'playwright';
import { now } from './clock.ts';
import { answer, card, openPage, QUESTION, signIn, startHost } from './person.ts';
import type { PageHost, Way } from './person.ts';
import type { ScreenResults } from './results.ts';
import { spreadOf, type Spread } from './statistics.ts';

const PEOPLE = 4;
const CHANGES = 12;
/** Between two reads of a page that polls: the changes are spread evenly over it. */
const POLL_MS = 3_000;

/** Resolves with the time at which words that were not there have been painted. */
const painted = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      // No function in here has a name: the compiler would call for help that a page has not got.
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.connect-card')?.textContent.includes(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () =>
              resolve(performance.timeOrigin + performance.now()),
            );
            port1.start();
            port2.postMessage(null);
          });
        }).observe(document, { subtree: true, childList: true, characterData: true });
      }),
    words,
  );

async function setStatus({ controls }: PageHost, guid: string, status: string): Promise<void> {
  await fetch(`${controls}/members/${guid}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ connection_status: status, is_being_aggregated: true }),
  });
}

/** How long each of some questions of a bank takes to one person's eyes. */
async function onePerson(browser: Browser, host: PageHost): Promise<number[]> {
  const page = await openPage(browser);
  await page.goto(host.page);
  const created = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/members'),
  );
  await signIn(page, 'status:CREATED');
  const { member } = (await (await created).json()) as { member: { guid: string } };
  const found: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    await card(page).getByLabel(QUESTION).waitFor({ state: 'detached' });
    await page.waitForTimeout(POLL_MS + (POLL_MS * ((change * 7) % CHANGES)) / CHANGES);
    const seen = painted(page, QUESTION);
    // The page does what it is told in order: by now it is looking.
    await page.evaluate(() => null);
    const changed = now();
    await setStatus(host, member.guid, 'CHALLENGED');
    found.push((await seen) - changed);
    await answer(page);
    // Before the sandbox is done with the answer: another question will come.
    await card(page).getByRole('heading', { name: 'Checking your answer' }).waitFor();
    await setStatus(host, member.guid, 'RESUMED');
  }
  await page.context().close();
  return found;
}

async function measure(browser: Browser, way: Way): Promise<Spread> {
  const host = await startHost(way, 1_000);
  try {
    const people = Array.from({ length: PEOPLE }, () => onePerson(browser, host));
    return spreadOf((await Promise.all(people)).flat());
  } finally {
    host.stop();
  }
}

/** From a bank's question at MX to its words on the screen. */
export async function measureScreen(browser: Browser): Promise<ScreenResults> {
  return {
    ms: { polling: await measure(browser, 'polling'), live: await measure(browser, 'live') },
  };
}
