// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
// A page loads these when they are used, which takes time of its own and not of the tests.
import '../../src/api/open-events.ts';
import '../../src/queries/live.ts';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { fakeTime, pass as passIn } from '../hooks/world.tsx';
import { FAULTS, type FaultName } from './faults.ts';
import { countHoldings, type Holdings } from './holdings.ts';
import { nothingIsSaidToHaveFailed, says, successIsTrue, theHostIsUnharmed } from './laws.ts';
import { createPage, type Page } from './page.tsx';
import { press, send } from './person.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday. */
const FIRST_DAY = Date.UTC(2026, 0, 5, 9);

let page: Page;
let countOf: ReturnType<typeof countHoldings>;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  fakeTime();
  vi.setSystemTime(FIRST_DAY);
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  countOf = countHoldings();
});
afterEach(() => {
  page.leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** An app with two pages, of which one shows the banks. The widget stands beside either. */
function Host(): ReactElement {
  const [isAtBanks, setAtBanks] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setAtBanks(!isAtBanks)}>
        {isAtBanks ? 'To the budget' : 'To the banks'}
      </button>
      {isAtBanks && <MemberManager />}
      <ConnectWidget data-testid="widget" />
    </>
  );
}

/** Lets time pass, a minute at once: a page at rest does nothing more often than that. */
async function pass(ms: number, stepMs: number = MINUTE): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    const step = Math.min(left, stepMs);
    // A slice that is longer than the time is waited for once only.
    await passIn(page.world, step, step + 1);
  }
}

async function show(state: DocumentVisibilityState): Promise<void> {
  visibility = state;
  act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await page.pass(10_000);
}

/** The lid is closed: the clock goes on, and no timer does. */
async function sleep(ms: number): Promise<void> {
  await show('hidden');
  vi.setSystemTime(Date.now() + ms);
  await show('visible');
}

/** For so long, this goes wrong with whatever the page reads. Coarsely: what matters is the end. */
async function suffer(fault: FaultName, ms: number): Promise<void> {
  page.network.spoil({ method: 'GET', path: /^\// }, FAULTS[fault]);
  await pass(ms, 5 * MINUTE);
}

/** Every row says of its member what the bank says. */
async function theRowsAreTrue(): Promise<void> {
  const rows = [...document.querySelectorAll<HTMLElement>('.atrium-member')];
  const said = rows.map((row) => {
    const name = row.querySelector('.atrium-member-name')?.textContent;
    const updated = Date.parse(row.querySelector('time')?.dateTime ?? '');
    return `${name}: ${row.dataset['status']} since ${updated}`;
  });
  const truth = (await page.members()).map((member) => {
    const updated = Date.parse(member.successfully_aggregated_at ?? '');
    return `${member.name}: ${member.connection_status} since ${updated}`;
  });
  expect(said.toSorted()).toEqual(truth.toSorted());
}

async function pressed(name: RegExp): Promise<void> {
  expect(press(name), `a button named ${String(name)}`).toBe(true);
  await page.pass(0);
}

/** Finds a bank in the widget, and signs in there. */
async function connect(bank: string): Promise<void> {
  const widget = within(screen.getByTestId('widget'));
  fireEvent.change(widget.getByRole('searchbox'), { target: { value: bank } });
  await page.pass(1_000);
  fireEvent.click(widget.getAllByRole('button', { name: new RegExp(bank) })[0] ?? document.body);
  await page.pass(0);
  await send(page);
  await page.pass(5_000);
  expect(says('connected.heading'), document.body.textContent).toBe(true);
}

/** What the person does every day: opens things and closes them, looks elsewhere and comes back. */
async function aVisit(): Promise<void> {
  await show('hidden');
  await show('visible');
  await pressed(/^Remove$/);
  await pressed(/^Keep it$/);
  await pressed(/^Refresh$/);
  await pass(10_000, 3_000);
  await pressed(/^To the budget$/);
  await pass(6 * MINUTE);
  await pressed(/^To the banks$/);
  await pass(MINUTE);
}

/** What is asked in twelve minutes in which the page is seen and nobody does anything. */
async function whatIsAsked(live: boolean): Promise<readonly string[]> {
  const { sent } = page.world;
  sent.length = 0;
  await pass(12 * MINUTE);
  const streams = sent.filter(({ path }) => path === '/events').length;
  // The server ends one after eight to ten minutes, and the page opens the next.
  expect(live ? [1, 2] : [0], 'streams of events').toContain(streams);
  return sent.filter(({ path }) => path !== '/events').map(({ path }) => path);
}

/** What a day brings besides the usual. */
const DAYS: readonly (readonly [what: string, happens: () => Promise<void>])[] = [
  ['a bank is connected', () => connect('MX Bank')],
  [
    'a bank asks a question',
    async () => {
      const asking = (await page.members()).find(({ name }) => name === 'MXCU');
      await page.world.scenario.setStatus(asking?.guid ?? '', 'CHALLENGED');
      await pass(2 * MINUTE);
      await theRowsAreTrue();
      await pressed(/^Answer$/);
      await send(page);
      await page.pass(5_000);
      await pressed(/^Done$/);
    },
  ],
  [
    'a night without a network',
    async () => {
      act(() => void window.dispatchEvent(new Event('offline')));
      await suffer('offline', 15 * MINUTE);
      expect(says('failure.offline.title')).toBe(true);
      await sleep(8 * HOUR);
      page.network.mend();
      act(() => void window.dispatchEvent(new Event('online')));
      await pass(MINUTE);
    },
  ],
  [
    'the session is over, and the person signs in again in another tab',
    async () => {
      // By then the server has ended the stream of events, and the next one is refused as well.
      await suffer('401', 15 * MINUTE);
      expect(says('failure.unauthorized.title')).toBe(true);
      const asked = page.network.spoiled();
      await pass(HOUR, 5 * MINUTE);
      expect(page.network.spoiled() - asked, 'requests without a session').toBe(0);
      await show('hidden');
      page.network.mend();
      await show('visible');
    },
  ],
  [
    'the server is away for an hour',
    async () => {
      await suffer('503 and a page', HOUR);
      expect(says('failure.server.title')).toBe(true);
      page.network.mend();
      await pass(MINUTE);
    },
  ],
  [
    'the stream of events is lost, if there is one, and found again',
    async () => {
      page.network.spoil({ method: 'GET', path: /^\/events$/ }, FAULTS.offline);
      // By then the server has ended the one that is there.
      await pass(11 * MINUTE);
      page.network.mend();
      await pass(2 * MINUTE);
    },
  ],
  ['nothing', () => pass(MINUTE)],
];

it.each([
  ['asks for news', false],
  ['is told of news', true],
])('a page that %s holds and asks for no more after a week than after a day', async (_, live) => {
  page = createPage({ live, world: { webhooks: live } });
  await page.world.scenario.addMember({ institutionCode: 'mxcu' });
  await page.pass(5_000);
  await page.show(<Host />);
  const days: { what: string; held: Holdings; asked: readonly string[] }[] = [];
  for (const [what, happens] of DAYS) {
    await happens();
    nothingIsSaidToHaveFailed();
    await aVisit();
    const asked = await whatIsAsked(live);
    await theRowsAreTrue();
    await successIsTrue(page);
    days.push({ what, held: countOf(page.world.queryClient), asked });
    // Every night MX reads the banks anew, and the page has not been there to see it.
    await sleep(24 * HOUR);
    await pass(MINUTE);
    await theRowsAreTrue();
  }
  const [first, ...others] = days;
  expect(first?.asked).toEqual(Array<string>(12).fill('/members'));
  expect(others).toEqual(others.map(({ what }) => ({ ...first, what })));

  await pressed(/^Connect another institution$/);
  await connect('Amberfield');
  await successIsTrue(page);
  await pass(MINUTE);
  await theRowsAreTrue();
  theHostIsUnharmed(page);
});
