import { expect, test } from './bank.ts';

test.use({ news: 'polling' });

test('who chooses to ask is told nothing, on the next visit too, and gets there', async ({
  page,
  widget,
}) => {
  const opened: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/events')) opened.push(request.url());
  });
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Polling' })).toBeChecked();
  await widget.connect('challenge');
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await widget.button('Continue').click();
  await widget.isConnected();
  expect(opened).toEqual([]);
});
