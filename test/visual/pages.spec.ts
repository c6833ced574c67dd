import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { writtenPages } from './pictures.ts';
import { openPage } from './site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare const axe: { run(context: string): Promise<AxeResults> };

test('there are written pages', () => {
  expect(writtenPages()).not.toEqual([]);
});

for (const id of writtenPages()) {
  test(`axe finds nothing on the page ${id}`, async ({ page }) => {
    await openPage(page, id);
    await page.addScriptTag({ path: AXE });
    const { violations } = await page.evaluate(() => axe.run('#storybook-docs'));
    const findings = violations.flatMap(({ help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${help}\n${html}\n${failureSummary}`),
    );
    expect(findings).toEqual([]);
  });
}
