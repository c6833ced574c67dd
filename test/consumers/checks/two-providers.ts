import { expect } from '@playwright/test';
import type { Locator } from 'playwright';
import type { Consumer } from '../consumer.ts';
import { isConnected, signIn, visit, widgetIn } from '../person.ts';

const eventsOf = (place: Locator): Promise<string[]> =>
  place.getByRole('list', { name: 'Events' }).getByRole('listitem').allTextContents();

/** The guids of members, wherever they stand. */
const membersIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.match(/MBR-[\w-]+/g) ?? [])),
];

export const twoProviders: Consumer['check'] = async (project, { browser }) => {
  await project.startBank();
  const origin = await project.serve('vite', '--port', '$PORT', '--strictPort');
  await visit(browser, origin, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const [personal, business] = ['Personal', 'Business'].map((name) =>
      page.getByRole('region', { name, exact: true }),
    ) as [Locator, Locator];

    await expect(widgetIn(personal)).toHaveAttribute('lang', 'es');
    await expect(widgetIn(business)).toHaveAttribute('dir', 'rtl');
    await signIn(widgetIn(personal));
    await isConnected(widgetIn(personal));
    await expect(widgetIn(business)).toHaveAttribute('data-step', 'search');
    expect(membersIn(await eventsOf(business))).toEqual([]);

    const before = await eventsOf(personal);
    await signIn(widgetIn(business));
    await isConnected(widgetIn(business));
    expect(await eventsOf(personal)).toEqual(before);

    const [mine] = membersIn(before);
    const [ours] = membersIn(await eventsOf(business));
    expect([mine, ours]).not.toContain(undefined);
    expect(mine).not.toBe(ours);
    const below = (path: string): string[] =>
      membersIn(asked.filter((each) => each.startsWith(path)));
    expect(below('/api/personal/')).toEqual([mine]);
    expect(below('/api/business/')).toEqual([ours]);

    const accents = await Promise.all(
      [personal, business].map((place) =>
        widgetIn(place).evaluate((element) =>
          getComputedStyle(element).getPropertyValue('--atrium-color-accent').trim(),
        ),
      ),
    );
    expect(accents).toEqual(['#7c2d12', '#1e3a8a']);
  });
};
