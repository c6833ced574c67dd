import { act, fireEvent, within } from '@testing-library/react';
import type { Page } from './page.tsx';

/** What the person types, wherever it is asked for. */
const USERNAME = 'test_atrium';
export const PASSWORD = 'quagga-Secret';
const ANSWER = 'correct';

/** The button that sends a form. */
export const SEND = '.atrium-form [data-kind=primary]';

/** What leads on, the likeliest first. What leads out or back is tried when nothing else is there. */
const WAYS = [
  /^Try again/,
  /^Check again$/,
  /^(Continue|Open) /,
  /^Add accounts? by hand$/,
  /^Continue$/,
  /^Remove connection$/,
  /^Remove$/,
  /^(Back|Close)$/,
  /^(Choose|Connect) another institution$/,
];

/** Where a connection is being made, if one is; the list of all of them is not where to go on. */
export const place = (): HTMLElement =>
  document.querySelector<HTMLElement>('.atrium-connect-widget') ?? document.body;

/** The buttons that can be pressed, by what they say. */
export function offers(root: HTMLElement = document.body): readonly HTMLElement[] {
  return [...within(root).queryAllByRole('button'), ...within(root).queryAllByRole('link')].filter(
    (control) =>
      !control.hasAttribute('disabled') && control.getAttribute('aria-disabled') !== 'true',
  );
}

const nameOf = (control: HTMLElement): string => control.textContent?.trim() ?? '';

/** Presses the first button or link of such a name. False if there is none. */
export function press(name: RegExp, root?: HTMLElement): boolean {
  const control = offers(root).find((one) => name.test(nameOf(one)));
  if (control !== undefined) {
    fireEvent.click(control);
  }
  return control !== undefined;
}

/** Types into every field that is empty. */
function fillIn(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('.atrium-form input')) {
    if (field.type === 'radio') {
      fireEvent.click(field);
    } else if (field.value === '') {
      fireEvent.change(field, { target: { value: wordFor(field) } });
    }
  }
  for (const list of document.querySelectorAll<HTMLSelectElement>('.atrium-form select')) {
    const [, first] = list.options;
    fireEvent.change(list, { target: { value: list.value || first?.value } });
  }
}

function wordFor(field: HTMLInputElement): string {
  if (field.type === 'password') {
    return PASSWORD;
  }
  const isSignIn = field.closest('.atrium-form')?.querySelector('[type=password]') !== null;
  return isSignIn ? USERNAME : field.inputMode === 'decimal' ? '' : ANSWER;
}

/** Fills in the form on the page, as far as it is empty, and sends it. */
export async function send(page: Page): Promise<void> {
  fillIn();
  const button = document.querySelector<HTMLButtonElement>(SEND);
  if (button === null) {
    throw new Error('There is no form.');
  }
  fireEvent.click(button);
  await page.pass(0);
}

/** Nobody is through with a bank's page sooner. */
const SIGNING_IN_MS = 5_000;

/** Goes to the bank's own page, allows there what it asks for, and comes back. */
async function visitTheBank(page: Page, link: HTMLAnchorElement): Promise<void> {
  const { href } = link;
  fireEvent.click(link);
  await page.pass(SIGNING_IN_MS);
  await act(() => page.world.scenario.decide(href, 'authorize'));
  comeBack();
}

/** To the page, from another tab. */
const comeBack = (): void => void window.dispatchEvent(new Event('visibilitychange'));

/** Does the next thing that the page offers to somebody who wants to get on. */
export async function goOn(page: Page): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('a[href*="/oauth/"]');
  const box = document.querySelector<HTMLInputElement>('[type=search]');
  const found = offers(place()).find((one) => /MX Bank|MXCU/.test(nameOf(one)));
  const canSend = offers(place()).some((one) => one.matches(SEND));
  if (link !== null) {
    await visitTheBank(page, link);
  } else if (canSend) {
    await send(page);
  } else if (box !== null && found !== undefined) {
    fireEvent.click(found);
  } else if (box !== null && !press(/^Try again/, place())) {
    fireEvent.change(box, { target: { value: box.value === 'MX' ? 'MXC' : 'MX' } });
  } else if (box === null && !WAYS.some((way) => press(way, place()))) {
    // Nothing to press: they look for help elsewhere, and come back to the page.
    comeBack();
  }
}
