// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// A page loads these when they are used, which takes time of its own and not of the tests.
import '../../src/api/open-events.ts';
import '../../src/queries/live.ts';
import { fakeTime } from '../hooks/world.tsx';
import { FAULT_NAMES, FAULTS, type FaultName } from './faults.ts';
import {
  aWayOnIsOffered,
  isSaid,
  nothingIsDoneTwice,
  nothingIsSaidToHaveFailed,
  says,
  successIsTrue,
  theHostIsUnharmed,
  whatWasTypedIsStillThere,
} from './laws.ts';
import { isDecided, outcomeOf, type Outcome } from './outcomes.ts';
import { createPage, type Page } from './page.tsx';
import { goOn } from './person.ts';
import { SITUATIONS, type Situation, type SituationName } from './situations.tsx';

// The whole table takes two minutes; a quarter of it, with every request, every fault and every exception, a quarter of that.
const isWhole = process.env['FAULTS'] === 'whole';
const isRun = (name: SituationName, fault: FaultName) =>
  isWhole || isDecided(name, fault) || (NAMES.indexOf(name) + FAULT_NAMES.indexOf(fault)) % 7 === 0;

const NAMES = Object.keys(SITUATIONS) as SituationName[];

let page: Page;
beforeEach(fakeTime);
afterEach(() => {
  page.leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Two requests that are given up after 30 seconds each, and more than that. */
const MOMENTS_MS = [0, 1_000, 1_000, 2_000, 4_000, ...Array<number>(12).fill(10_000)];

/** Lets time pass until something holds. */
async function until(holds: () => boolean): Promise<void> {
  for (const ms of MOMENTS_MS) {
    if (holds()) return;
    await page.pass(ms);
  }
}

/** A sensible person goes on until they have what they came for. */
async function arrive({ end }: Situation): Promise<void> {
  for (let turn = 0; turn < 24 && !says(end); turn += 1) {
    await goOn(page);
    await page.pass(3_500);
    await successIsTrue(page);
  }
  expect(says(end), document.body.textContent).toBe(true);
}

async function meet(situation: Situation, fault: FaultName, outcome: Outcome): Promise<void> {
  page = createPage(situation.options);
  const element = await situation.page(page);
  page.network.spoil(situation.request, FAULTS[fault]);
  await page.show(element);
  await situation.act?.(page);
  if (outcome === 'goes on') {
    await until(() => says(situation.end));
    nothingIsSaidToHaveFailed();
    await arrive(situation);
  } else if (outcome === 'waits') {
    await until(() => page.network.spoiled() > 0);
    await page.pass(1_000);
    nothingIsSaidToHaveFailed();
    aWayOnIsOffered();
  } else {
    await until(() => isSaid(outcome) === true);
    expect(isSaid(outcome), document.body.textContent).toBe(true);
    aWayOnIsOffered();
    whatWasTypedIsStillThere();
  }
  expect(page.network.spoiled(), 'requests that met the fault').toBeGreaterThan(0);
  await successIsTrue(page);
  theHostIsUnharmed(page);
}

describe.each(NAMES)('%s', (name) => {
  const situation: Situation = SITUATIONS[name];
  const cells = FAULT_NAMES.filter((fault) => isRun(name, fault)).map(
    (fault) => [fault, outcomeOf(name, fault)] as const,
  );

  it.each(cells)('%s: %s', async (fault, outcome) => {
    await meet(situation, fault, outcome);
    page.network.mend();
    await arrive(situation);
    await nothingIsDoneTwice(page);
    theHostIsUnharmed(page);
  });
});
