import type { Page } from '@playwright/test';
import { expect, test } from './bank.ts';

/** For how long the status from before a job is still reported, in milliseconds. */
const LATE_MS = 5_000;

/** Reports late on purpose: a job is seen to run, and its member is as it was before. */
async function reportLate(page: Page): Promise<void> {
  let before: string | null = null;
  let lateUntil = 0;
  await page.route('**/api/atrium/members/**', async (route) => {
    const request = route.request();
    const isStatus = request.url().endsWith('/status');
    if (isStatus && before !== null && Date.now() < lateUntil) {
      return route.fulfill({ contentType: 'application/json', body: before });
    }
    const response = await route.fetch();
    if (isStatus && response.ok()) {
      const { member } = await response.json();
      before = JSON.stringify({ member: { ...member, is_being_aggregated: true } });
    } else if (request.method() !== 'GET') {
      lateUntil = Date.now() + LATE_MS;
    }
    return route.fulfill({ response });
  });
}

/** Writes down every heading that is ever on the screen, those that follow themselves once. */
async function recordHeadings(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenHeadings: seen });
    const root = document.querySelector('.connect-card');
    const look = () => {
      const heading = root?.querySelector('h2')?.textContent;
      if (heading && seen.at(-1) !== heading) seen.push(heading);
    };
    if (root)
      new MutationObserver(look).observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    look();
  });
  return () => page.evaluate(() => (window as unknown as { seenHeadings: string[] }).seenHeadings);
}

test('a repair shows each thing once, though the API reports late: denied, asked, wrong, asked again, connected', async ({
  page,
  widget,
}) => {
  await reportLate(page);
  const headings = await recordHeadings(page);
  await widget.connect('INVALID');
  await expect(widget.heading()).toHaveText('Update your sign-in details');
  await widget.signIn('challenge');
  await widget.root.getByLabel('What city were you born in?').fill('wrong');
  await widget.button('Continue').click();
  await expect(widget.heading()).toHaveText('That answer was not right');
  await widget.button('Try again').click();
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await widget.button('Continue').click();
  await widget.isConnected();

  const once = (await headings()).filter((heading) => !/^(Connecting|One moment)/.test(heading));
  expect(once).toEqual([
    'Find your bank',
    'Sign in to MX Bank',
    'Update your sign-in details',
    'Confirm that it is you',
    'Checking your answer',
    'That answer was not right',
    'Confirm that it is you',
    'Checking your answer',
    'You are connected',
  ]);
});

test('a verification asks which account, and starts no other job', async ({ page, widget }) => {
  const started: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') started.push(request.url().split('/').at(-1) ?? '');
  });
  await page.getByRole('radio', { name: 'Verify' }).check();
  await widget.connect('challenge');
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await widget.button('Continue').click();
  await expect(widget.heading()).toHaveText('Which account?');
  await widget.root.getByRole('radio', { name: /Savings/ }).check();
  await widget.button('Use this account').click();
  await expect(widget.heading()).toHaveText('Your account is verified');
  await expect(widget.root.getByRole('listitem')).toHaveCount(1);
  expect(started).toEqual(['members', 'verify']);
});
