import { listen, liveRegions, type LiveRegion } from '../accessibility/tree.ts';
import { expect, test, type Widget } from './bank.ts';
import { hold } from './hold.ts';

const regions = ({ page }: Widget): Promise<readonly LiveRegion[]> =>
  liveRegions(page, 'Connect in the page');

test('the region for the status is heard: it is there before it speaks, and says what changes', async ({
  widget,
}) => {
  await widget.choose('MX Bank');
  await expect(widget.root.getByLabel('Username')).toBeVisible();
  const before = (await regions(widget)).map(({ id }) => id);
  const text = async () =>
    (await regions(widget))
      .filter(({ id }) => before.includes(id))
      .map((region) => region.text)
      .join('');
  expect(await text()).toBe('');
  const asking = await hold(widget.page, '**/status');
  await widget.signIn('status:LOCKED');
  await expect.poll(text).toContain('Connecting to MX Bank ... Signing in');
  asking.pass();
  await expect
    .poll(text)
    .toBe(
      'Your account is locked. Please log in to the appropriate website for MX Bank and follow the steps to resolve the issue.',
    );
});

test('a region that is hidden would be missed', async ({ widget }) => {
  await widget.choose('MX Bank');
  await expect(widget.root.getByLabel('Username')).toBeVisible();
  const before = await regions(widget);
  const status = widget.root.getByRole('status').last();
  await status.evaluate((element) => (element.style.display = 'none'));
  expect(await regions(widget)).toHaveLength(before.length - 1);
});

test('a poll that brings nothing new is not heard', async ({ page, widget }) => {
  const heard = await listen(widget.root);
  const reads: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/status')) reads.push(response.url());
  });
  await widget.choose('MX Bank');
  await widget.signIn('status:CREATED');
  await expect.poll(() => reads.length).toBeGreaterThanOrEqual(3);
  const ofStatus = (await heard()).filter((text) => text.startsWith('Connecting'));
  expect(ofStatus).toEqual(['Connecting to MX Bank ... Signing in']);
});
