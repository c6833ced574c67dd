/** What must hold of every story, after whatever was played in it. Axe looks for the rest. */
import { afterEach, expect } from 'vitest';
import { cutOff, smallTargets, strandedIcons, WIDE_TEXT } from './layout.ts';
import { mistakesIn } from './markup.ts';
import { looseTexts } from './translation.ts';

/** What is left for a component at 320 px, which is 400 % of 1280 px, inside a host’s margins. */
const NARROW = '288px';

afterEach(() => {
  // Storybook's own frame stands in the page as well, unseen.
  const [story, ...others] = document.querySelectorAll<HTMLElement>('body > div:not(.sb-wrapper)');
  expect(others).toEqual([]);
  expect(story?.querySelector('*')).toBeTruthy();
  if (story === undefined) return;
  expect(mistakesIn(story)).toEqual([]);
  expect(looseTexts(story), 'texts that fail on a translated page').toEqual([]);
  expect(smallTargets(story), 'targets').toEqual([]);
  expect(strandedIcons(story), 'icons alone on a line').toEqual([]);

  const wide = new CSSStyleSheet();
  wide.replaceSync(WIDE_TEXT);
  document.adoptedStyleSheets.push(wide);
  story.style.inlineSize = NARROW;
  expect.soft(cutOff(story), 'cut off at 400 % with wide text').toEqual([]);
  story.style.inlineSize = '';
  document.adoptedStyleSheets.pop();
});
