import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Where the Tab key stops, told apart by what stands there. A group of radio buttons is one stop. */
interface Stops {
  readonly expected: readonly string[];
  readonly forwards: readonly string[];
  readonly backwards: readonly string[];
  /** Stops at which nothing shows where the focus is, or something lies over it. */
  readonly unseen: readonly string[];
}

/** Presses Tab until it gets there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const STOPS = 60;
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${STOPS} times Tab do not lead to ${target.toString()}.`);
}

/** Walks through everything inside by Tab, and back by Shift and Tab. Leaves the focus as it was. */
export async function tabThrough(root: Locator): Promise<Stops> {
  const page = root.page();
  const expected = await root.evaluate(stopsIn);
  const unseen: string[] = [];
  const walk = async (key: string): Promise<string[]> => {
    const stops: string[] = [];
    for (const _ of expected) {
      await page.keyboard.press(key);
      const { stop, isSeen } = await root.evaluate(stopNow);
      stops.push(stop);
      if (!isSeen) unseen.push(stop);
    }
    return stops;
  };
  const before = await page.evaluateHandle(() => document.activeElement);
  await root.focus();
  const forwards = await walk('Tab');
  await page.keyboard.press('Tab');
  const backwards = await walk('Shift+Tab');
  await before.evaluate((element) => element instanceof HTMLElement && element.focus());
  return { expected, forwards, backwards: backwards.toReversed(), unseen };
}

/** In the order of reading, which is that of the document. */
function stopsIn(root: Element): string[] {
  const controls = [...root.querySelectorAll<HTMLInputElement>('a[href], button, input, select')];
  const reachable = controls.filter(({ offsetParent, disabled }) => offsetParent && !disabled);
  return [...new Set(reachable.map((one) => (one.type === 'radio' ? one.name : one.outerHTML)))];
}

function stopNow(root: Element): { stop: string; isSeen: boolean } {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || !root.contains(one)) {
    return { stop: 'outside', isSeen: true };
  }
  const around = one.closest('label, .atrium-input-group') ?? one;
  const isMarked = [one, around].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const { x, y, width, height } = one.getBoundingClientRect();
  const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
  const isOnTop = onTop !== null && (around.contains(onTop) || onTop.contains(one));
  const stop = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : one.outerHTML;
  return { stop, isSeen: isMarked && isOnTop };
}

/** Notices when nothing has the focus for longer than a step takes to be drawn. */
export async function watchFocus(page: Page): Promise<() => Promise<readonly string[]>> {
  const losses = await page.evaluateHandle(() => {
    const FRAMES = 5;
    const lost: string[] = [];
    let hadFocus = false;
    let framesWithout = 0;
    const look = () => {
      const isNowhere = document.activeElement === document.body;
      hadFocus ||= !isNowhere;
      framesWithout = isNowhere && hadFocus ? framesWithout + 1 : 0;
      if (framesWithout === FRAMES) lost.push(document.querySelector('h2')?.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
    return lost;
  });
  return () => losses.evaluate((lost) => [...lost]);
}
