import { expect, test } from './bank.ts';
import { hold } from './hold.ts';

test('a person connects MX Bank, and nothing leaves the page for anywhere else', async ({
  page,
  widget,
  baseURL,
}) => {
  const urls: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('request', (request) => urls.push(request.url()));
  page.on('response', (response) => {
    // That of the events does not end.
    if (response.url().includes('/api/') && !response.url().endsWith('/events')) {
      bodies.push(response.text().catch(() => ''));
    }
  });

  const asking = await hold(page, '**/status');
  await widget.connect('password');
  await expect(widget.root.getByText('Connecting to MX Bank ...').first()).toBeVisible();
  asking.pass();
  await widget.isConnected();

  expect(urls.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(urls.filter((url) => /USR-|api[_-]?key/i.test(url))).toEqual([]);
  const answers = (await Promise.all(bodies)).join('\n');
  expect(answers).toContain('MBR-');
  expect(answers).not.toMatch(/USR-|user_guid/);

  await widget.button('Done').click();
  const banks = page.getByRole('region', { name: 'Connected banks' });
  await expect(banks.getByRole('listitem').filter({ hasText: 'MX Bank' })).toContainText(
    'Connected',
  );
});
