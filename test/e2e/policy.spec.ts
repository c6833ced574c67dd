import { expect, test } from './bank.ts';

test.use({ breaksPolicy: true });

test('what the policy of the page forbids does not run, and is reported', async ({
  page,
  policyReports,
}) => {
  await page.goto('/');
  expect(await policyReports()).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append("document.title = 'It ran'");
    const style = document.createElement('style');
    style.append('body { display: none }');
    document.body.append(script, style);
  });
  const asText = page.evaluate(() => {
    document.body.innerHTML = '<p>Nothing else</p>';
  });
  await expect(asText).rejects.toThrow('TrustedHTML');
  const reported = async (): Promise<string> => JSON.stringify(await policyReports());
  await expect.poll(reported).toContain('style-src-elem');
  await expect.poll(reported).toContain('require-trusted-types-for');
  await expect(page.locator('body')).toBeVisible();
  expect(await page.title()).toBe('Larder');
});
