import { fireEvent, within } from '@testing-library/react';
import { vi } from 'vitest';
import { letPass, type HostPage } from './page.tsx';

/** Something that a person could do now. */
export interface Act {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

const PASSWORDS = [
  'password',
  'INVALID',
  'challenge',
  'challenges',
  'options',
  'image options',
  'code',
  'all challenges',
  'slow',
  'delayed',
  'status:REJECTED',
  'status:LOCKED',
  'status:IMPEDED',
  'status:DISCONTINUED',
  'status:FAILED',
  'status:EXPIRED',
  'status:DISABLED',
  'status:CREATED',
] as const;
const ANSWERS = ['correct', 'wrong', 'challenge', 'INVALID'] as const;
const SEARCHES = ['MX Bank', 'MX Bank (OAuth)', 'union', 'no bank is called this'] as const;

const of = <Item>(items: readonly [Item, ...Item[]], choice: number): Item =>
  items[choice % items.length] ?? items[0];

/** One of the things that a person could do now: which is for the choice to say. */
export function actOf(page: HostPage, choice: number): Act {
  const kinds = page.isOpen()
    ? [...onTheScreen(page, choice >> 7), leaving(page)]
    : [opening(page)];
  const [acts = [], ...others] = [...kinds, waiting(page)].filter(({ length }) => length > 0);
  const kind = of([acts, ...others], choice);
  return kind[(choice >> 3) % kind.length] ?? { name: 'do nothing', run: () => undefined };
}

function onTheScreen(page: HostPage, choice: number): readonly (readonly Act[])[] {
  const root = page.root();
  return [
    forms(root, choice),
    searches(root, choice),
    buttons(root),
    banksPage(page, root, choice),
  ];
}

const opening = ({ open }: HostPage): readonly Act[] => [{ name: 'open the widget', run: open }];

const leaving = ({ close, reload }: HostPage): readonly Act[] => [
  { name: 'close the dialog', run: close },
  { name: 'reload the page', run: reload },
];

function waiting(page: HostPage): readonly Act[] {
  const wait = (name: string, ms: number): Act => ({
    name: `wait ${name}`,
    run: () => letPass(page, ms),
  });
  return [
    wait('a moment', 1_000),
    wait('for 6 seconds', 6_000),
    wait('for half a minute', 30_000),
    wait('for 11 minutes', 11 * 60_000),
    page.hasNetwork()
      ? { name: 'lose the network', run: () => page.setNetwork(false) }
      : { name: 'get the network back', run: () => page.setNetwork(true) },
  ];
}

const isOffered = (element: HTMLElement) =>
  !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true';

/** Every button but the one that sends a form. */
export function buttons(root: HTMLElement): readonly Act[] {
  return within(root)
    .queryAllByRole('button')
    .filter((button) => isOffered(button) && !button.matches('.atrium-form [data-kind=primary]'))
    .map((button) => ({
      name: `press “${button.textContent?.trim() ?? ''}”`,
      run: () => void fireEvent.click(button),
    }));
}

function searches(root: HTMLElement, choice: number): readonly Act[] {
  return within(root)
    .queryAllByRole('searchbox')
    .map((box) => ({
      name: `search for “${of(SEARCHES, choice)}”`,
      run: () => void fireEvent.change(box, { target: { value: of(SEARCHES, choice) } }),
    }));
}

/** A form is filled in and sent, filled in and left, sent twice, or sent as it is. */
function forms(root: HTMLElement, choice: number): readonly Act[] {
  const form = root.querySelector<HTMLElement>('.atrium-form');
  const button = form?.querySelector<HTMLButtonElement>('[data-kind=primary]');
  if (!form || !button || !isOffered(button)) {
    return [];
  }
  const secret = of(form.querySelector('[type=password]') ? PASSWORDS : ANSWERS, choice);
  const fillIn = () => fill(form, secret, choice);
  const send = () => void fireEvent.click(button);
  const sendFilled = { name: `send “${secret}”`, run: () => (fillIn(), send()) };
  return [
    sendFilled,
    sendFilled,
    { name: `send “${secret}” twice`, run: () => (fillIn(), send(), send()) },
    { name: `fill in “${secret}”`, run: fillIn },
    { name: 'send the form as it is', run: send },
  ];
}

/** Types the secret into every field but a username's, and chooses something of each list. */
export function fill(form: HTMLElement, secret: string, choice: number): void {
  const isSignIn = form.querySelector('input[type=password]') !== null;
  for (const field of form.querySelectorAll<HTMLInputElement>('input:not([type=radio])')) {
    const value = isSignIn && field.type !== 'password' ? 'test_atrium' : secret;
    fireEvent.change(field, { target: { value } });
  }
  for (const list of form.querySelectorAll('select')) {
    const options = [...list.options].filter(({ value }) => value !== '');
    const value = options[choice % options.length]?.value;
    if (value !== undefined) fireEvent.change(list, { target: { value } });
  }
  for (const group of form.querySelectorAll('fieldset')) {
    const options = group.querySelectorAll<HTMLInputElement>('input[type=radio]');
    const option = options[choice % options.length];
    if (option) fireEvent.click(option);
  }
}

/** The way to the bank's own page, and what can be done there. */
function banksPage(page: HostPage, root: HTMLElement, choice: number): readonly Act[] {
  const link = root.querySelector<HTMLAnchorElement>('a[href*="/oauth/"]');
  if (link === null) {
    return [];
  }
  const uri = link.href;
  const visit = (name: string, decision: 'authorize' | 'deny' | null): Act => ({
    name: `go to the bank and ${name}`,
    async run() {
      fireEvent.click(link);
      if (decision !== null) await decide(page, uri, decision, choice);
    },
  });
  return [visit('authorize', 'authorize'), visit('deny', 'deny'), visit('come back', null)];
}

const LOGINS = ['existing', 'another'] as const;

/** What the person chooses on the bank's page. It is told by the status alone. */
export async function decide(
  { world }: HostPage,
  uri: string,
  decision: 'authorize' | 'deny',
  choice: number,
): Promise<void> {
  const state = new URL(uri).searchParams.get('state') ?? '';
  const body = new URLSearchParams({ state, decision, login: of(LOGINS, choice) });
  await world.sandbox.fetch(
    new Request('https://atrium.example/oauth/authorize', { method: 'POST', body }),
  );
}

/** A browser that opens no window: what a popup blocker does. */
export const blockPopups = (): void => void vi.spyOn(window, 'open').mockReturnValue(null);
