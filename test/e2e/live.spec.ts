import type { Page, Request } from '@playwright/test';
import type { Widget } from './bank.ts';
import { expect, says, test } from './own-bank.ts';

test.use({ news: 'live' });

const EVENTS = '**/api/atrium/events';

/** So long a page waits between two reads of a status, at the least, if nobody tells it. */
const POLL_MS = 3_000;
/** So long the bank takes with this password. */
const SLOW_MS = 90_000;

/** Every request for this from now on. */
function requestsFor(page: Page, path: RegExp): readonly Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (path.test(request.url())) requests.push(request);
  });
  return requests;
}

const streams = (page: Page) => requestsFor(page, /\/events$/);
const statusReads = (page: Page) => requestsFor(page, /\/status$/);

/** Signs in at a bank that takes its time, and waits until the page is told what happens there. */
async function connectSlowly(widget: Widget): Promise<void> {
  const { page } = widget;
  await widget.connect('slow');
  await says(widget, 'Connecting to MX Bank ...');
  const opened = page.waitForResponse(/\/events$/);
  await page.reload();
  expect((await opened).headers()['content-type']).toContain('text/event-stream');
  await says(widget, 'Connecting to MX Bank ...');
}

test('what a webhook tells of is on the screen before the page would ask', async ({
  page,
  widget,
  bank,
}) => {
  await page.clock.install();
  await connectSlowly(widget);
  await page.clock.pauseAt(Date.now() + POLL_MS);
  const reads = statusReads(page);
  bank.sandbox.clock.advance(SLOW_MS);
  let passed = 0;
  while (passed < POLL_MS && (await widget.heading().textContent()) !== 'You are connected') {
    await page.clock.runFor(50);
    passed += 50;
  }
  await expect(widget.heading()).toHaveText('You are connected');
  expect(passed).toBeLessThan(POLL_MS);
  expect(reads.length).toBeLessThanOrEqual(2);
});

test('a stream that is cut goes on where it was', async ({ page, widget, bank }) => {
  await connectSlowly(widget);
  const again = page.waitForRequest(/\/events$/);
  bank.cut();
  expect((await again).headers()['last-event-id']).toMatch(/^[0-9a-f-]{36}$/);
  bank.sandbox.clock.advance(SLOW_MS);
  await widget.isConnected();
});

test('a stream that does not come back is not missed: the page asks again, and ends well', async ({
  page,
  widget,
  bank,
}) => {
  await connectSlowly(widget);
  await page.route(EVENTS, (route) => route.abort());
  const [opened, reads] = [streams(page), statusReads(page)];
  bank.cut();
  await expect.poll(() => opened.length).toBeGreaterThanOrEqual(2);
  // A page that still thought itself told would ask four times a minute at the most.
  await expect.poll(() => reads.length).toBeGreaterThanOrEqual(4);
  bank.sandbox.clock.advance(SLOW_MS);
  await widget.isConnected();
});

for (const [state, status] of [
  ['has no events', 404],
  ['has too many streams', 429],
  ['is down', 503],
] as const) {
  test(`where the server ${state}, the page asks, and ends well`, async ({ page, widget }) => {
    await page.goto('about:blank');
    await page.route(EVENTS, (route) => route.fulfill({ status }));
    const opened = streams(page);
    await page.goto('/');
    await widget.connect('challenge');
    await widget.root.getByLabel('What city were you born in?').fill('correct');
    await widget.button('Continue').click();
    await widget.isConnected();
    expect(opened.length).toBeGreaterThanOrEqual(1);
    // It is not going to have any.
    if (status === 404) expect(opened).toHaveLength(1);
  });
}
