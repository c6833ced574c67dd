import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { QUESTION } from '../person.ts';
import type { Helper } from '../processes.ts';
import type { Subject, Traffic } from '../results.ts';
import { times } from '../quick.ts';
import { round } from '../statistics.ts';
import type { PeerHostQuestions } from './host.ts';
import { open, PLACES, visit, type Visit } from './visit.ts';

const STUCK_SECONDS = times(600, 30);
const STEP_MS = 1_000;

/** What a person does on either page. */
interface Hands {
  readonly choose: (page: Page) => Promise<void>;
  readonly send: (page: Page) => Promise<void>;
  readonly answer: (page: Page) => Promise<void>;
  readonly end: string;
}

const HANDS: Readonly<Record<Subject, Hands>> = {
  ours: {
    choose: (page) => page.getByRole('button', { name: 'MX Bank' }).first().click(),
    send: (page) => page.getByRole('button', { name: 'Connect', exact: true }).click(),
    answer: (page) => page.getByLabel(QUESTION).fill('correct'),
    end: 'You are connected',
  },
  peer: {
    choose: (page) => page.locator(PLACES.peer.row, { hasText: 'MX Bank' }).first().click(),
    send: (page) => page.getByRole('button', { name: 'Continue' }).click(),
    answer: (page) => page.getByRole('textbox', { name: QUESTION }).fill('correct'),
    end: 'You have successfully connected',
  },
};

export type Host = Helper<PeerHostQuestions>;

/** A page whose time, and that of its proxy and of MX, passes as fast as they answer. */
interface Compressed {
  readonly visited: Visit;
  readonly pass: (seconds: number) => Promise<void>;
  readonly passUntil: (words: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * The page's own timers say when it asks, and every question is answered before the next second
 * begins: so it asks as often as it would in as much time of a clock on the wall.
 */
export async function compressed(browser: Browser, host: Host): Promise<Compressed> {
  const visited = await visit(browser, 1);
  const { page } = visited;
  let underWay = 0;
  page.on('request', () => (underWay += 1));
  page.on('requestfinished', () => (underWay -= 1));
  page.on('requestfailed', () => (underWay -= 1));
  await page.clock.install();
  /** What an answer leads to is asked soon after it. */
  const answered = async (): Promise<void> => {
    await wait(5);
    if (underWay > 0) await answered();
  };
  const second = async (): Promise<void> => {
    await host.ask('advance', STEP_MS);
    await page.clock.runFor(STEP_MS);
    await answered();
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) await second();
  };
  const passUntil = async (words: string): Promise<void> => {
    for (let passed = 0; passed < 120; passed += 1) {
      if (await page.getByText(words).first().isVisible()) return;
      await second();
    }
    throw new Error(`“${words}” has not come in two minutes.`);
  };
  return { visited, pass, passUntil, stop: () => visited.close() };
}

async function signIn(
  { visited: { page }, pass }: Compressed,
  name: Subject,
  password: string,
): Promise<void> {
  await pass(10);
  await page.locator(PLACES[name].box).fill('MX Bank');
  await pass(3);
  await HANDS[name].choose(page);
  await pass(3);
  await page.getByLabel('Username').first().fill('test_atrium');
  await page.getByLabel('Password').first().fill(password);
  await pass(12);
  await HANDS[name].send(page);
}

/** What happens on a page that is open, counted from when it can be used. */
async function counted(
  browser: Browser,
  origin: string,
  host: Host,
  name: Subject,
  happens: (on: Compressed) => Promise<void>,
): Promise<Traffic> {
  const on = await compressed(browser, host);
  try {
    await open(on.visited, `${origin}/${name}/`, { selector: PLACES[name].box });
    const before = on.visited.traffic();
    await happens(on);
    const after = on.visited.traffic();
    return {
      requests: after.requests - before.requests,
      kilobytes: round(after.kilobytes - before.kilobytes),
      toOthers: after.toOthers - before.toOthers,
    };
  } finally {
    await on.stop();
  }
}

/** One connection, of a bank that asks after 12 seconds and has sent everything 36 seconds later. */
export const connect = (
  browser: Browser,
  origin: string,
  host: Host,
  name: Subject,
): Promise<Traffic> =>
  counted(browser, origin, host, name, async (on) => {
    const { page } = on.visited;
    await signIn(on, name, 'challenge');
    await on.passUntil(QUESTION);
    await on.pass(15);
    await HANDS[name].answer(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await on.passUntil(HANDS[name].end);
  });

/** Ten minutes in which nothing happens. */
export const beStuck = (
  browser: Browser,
  origin: string,
  host: Host,
  name: Subject,
): Promise<Traffic> =>
  counted(browser, origin, host, name, async (on) => {
    await signIn(on, name, 'status:CREATED');
    await on.pass(STUCK_SECONDS);
  });
