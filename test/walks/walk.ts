import { actOf, blockPopups, buttons, decide, fill, type Act } from './acts.ts';
import { createHostPage, letPass, type HostPage, type Truth } from './page.tsx';
import { fireEvent, within } from '@testing-library/react';

/** How a walk may end. */
export type WalkEnd = 'connected' | 'at a message with a next step' | 'closed by the person';

/** Walks through the sandbox as the choices say. Throws, with the way it went, where it is stuck. */
export async function walk(mode: 'link' | 'popup', choices: readonly number[]): Promise<WalkEnd> {
  blockPopups();
  const page = createHostPage(mode);
  const way: string[] = [];
  try {
    page.open();
    await letPass(page, 1_000);
    for (const choice of choices) {
      await perform(page, actOf(page, choice), way);
      await check(page);
      if (page.isLeft()) return 'closed by the person';
    }
    return await arrive(page, way);
  } catch (error) {
    throw new Error(`${(error as Error).message}\nThe way:\n  ${way.join('\n  ')}`, {
      cause: error,
    });
  } finally {
    page.close();
  }
}

async function perform(page: HostPage, act: Act, way: string[]): Promise<void> {
  way.push(`${act.name}  [${page.isOpen() ? stepOf(page) : 'closed'}]`);
  await act.run();
  await letPass(page, 500);
}

const stepOf = (page: HostPage) => page.root().dataset['step'] ?? '?';

/** What must hold whatever a person does. */
async function check(page: HostPage): Promise<void> {
  const [error] = page.errors;
  if (error !== undefined) throw new Error(`Not caught: ${error}`);
  const members = await page.members();
  const pending = members.filter((member) => member.connection_status === 'PENDING');
  const codes = new Set(pending.map((member) => member.institution_code));
  if (codes.size < pending.length) throw new Error('Two members wait for the same institution.');
  if (!page.isOpen() || page.isLeft()) return;
  if (stepOf(page) === '?') throw new Error('Nothing is shown.');
  if (stepOf(page) === 'connected' && !members.some(isConnected)) {
    throw new Error('Success is shown, and no member is connected.');
  }
}

const isConnected = (member: Truth) => member.connection_status === 'CONNECTED';

/** The rest of the walk: a sensible person who wants to be connected, with all well around. */
async function arrive(page: HostPage, way: string[]): Promise<WalkEnd> {
  page.setNetwork(true);
  if (!page.isOpen()) page.open();
  for (let turn = 0; turn < 24; turn += 1) {
    await letPass(page, 42_000);
    await check(page);
    if (page.isLeft()) return 'closed by the person';
    await agree(page);
    const end = await sensible(page, way);
    if (end !== null) return end;
  }
  throw new Error(`No way out of the step “${stepOf(page)}”: ${page.root().textContent}`);
}

/** Does the next sensible thing, or says where the walk has ended. */
async function sensible(page: HostPage, way: string[]): Promise<WalkEnd | null> {
  const root = page.root();
  const step = stepOf(page);
  way.push(`(sensibly) ${step}`);
  const press = (name: RegExp) => {
    const act = buttons(root).find((one) => name.test(one.name));
    way.push(`  ${act?.name ?? `no ${String(name)}`}`);
    void act?.run();
    return act !== undefined;
  };
  switch (step) {
    case 'connected':
      return 'connected';
    case 'limit':
      return 'at a message with a next step';
    case 'attention':
      return press(/resolved|Try again/) ? null : nextStep(root);
    case 'search':
      fireEvent.change(within(root).getByRole('searchbox'), { target: { value: 'MX Bank' } });
      await letPass(page, 3_000);
      press(/MX Bankmx|Try again/);
      return null;
    case 'credentials':
    case 'challenge': {
      const form = root.querySelector<HTMLElement>('.atrium-form');
      if (form === null) throw new Error('A step with a form shows none.');
      fillSensibly(form);
      fireEvent.click(form.querySelector('[data-kind=primary]') ?? form);
      return null;
    }
    case 'oauth': {
      const link = root.querySelector<HTMLAnchorElement>('a[href*="/oauth/"]');
      if (link === null) press(/Continue|again|Try/);
      else {
        const uri = link.href;
        fireEvent.click(link);
        await decide(page, uri, 'authorize', 0);
      }
      return null;
    }
    case 'failure':
      press(/again/i);
      return null;
    default:
      // Nobody checks for ever.
      if (press(/Check again/)) press(/Cancel|Carry on/);
      return null;
  }
}

function fillSensibly(form: HTMLElement): void {
  const isSignIn = form.querySelector('[type=password]') !== null;
  fill(form, isSignIn ? 'password' : 'correct', 0);
  const right = [...form.querySelectorAll<HTMLInputElement>('[type=radio]')].filter((radio) =>
    /correct|IMAGE_2/.test(radio.closest('label')?.textContent ?? ''),
  );
  right.forEach((radio) => fireEvent.click(radio));
}

function nextStep(root: HTMLElement): WalkEnd {
  if (root.querySelector('button, a[href]') === null) {
    throw new Error(`A message without a next step: ${root.textContent}`);
  }
  return 'at a message with a next step';
}

/** Once it is quiet, the screen says what the server says. */
async function agree(page: HostPage): Promise<void> {
  const told = page.told();
  const step = stepOf(page);
  if (told === null || step === 'search' || step === 'failure' || step === 'loading') return;
  const truth = (await page.members()).find(({ guid }) => guid === told.memberGuid);
  if (truth === undefined) return;
  const needs = { challenge: ['CHALLENGED'], connected: ['CONNECTED'] }[step as 'challenge'];
  if (needs !== undefined && !needs.includes(truth.connection_status ?? '')) {
    throw new Error(`The screen says “${step}”, the server ${truth.connection_status}.`);
  }
}
