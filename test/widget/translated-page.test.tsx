// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
// Loaded when it is needed, which would be in the first visit alone.
import '../../src/components/parts/draw-picture.ts';
import { namesInMetadata } from '../../src/domain/member-names.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { looseTexts, translatePage } from '../accessibility/translation.ts';
import { worldForEach } from '../hooks/world.tsx';
import { fill } from '../walks/acts.ts';

const { world, pass, startWith } = worldForEach();

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** What a user does and sees, one text for each moment. */
interface User {
  readonly wait: (ms: number) => Promise<void>;
  readonly search: (query: string) => Promise<void>;
  /** Clicks the first button or link whose text starts with `label`. */
  readonly press: (label: string) => Promise<void>;
  /** Answers every field of the form and sends it. */
  readonly answer: (value: string) => Promise<void>;
  readonly open: (props?: ConnectWidgetProps) => Promise<void>;
  readonly openManager: () => Promise<void>;
}
type Visit = (user: User) => Promise<void>;

/** Plays a visit in a world of its own, and returns what could be read after each step. */
async function play(visit: Visit, isTranslated: boolean): Promise<string[]> {
  vi.setSystemTime('2026-01-01T12:00:00Z');
  startWith({ api: 'platform' }, { manualAccounts: true });
  const read: string[] = [];
  const look = () => {
    if (!isTranslated) expect(looseTexts(document.body)).toEqual([]);
    read.push(document.body.textContent ?? '');
  };
  /** Looks as soon as the page has changed, and once everything has arrived. */
  const after = async (change: () => void, ms = 300) => {
    // A translation follows in a microtask.
    await act(async () => change());
    look();
    await pass(ms);
    look();
  };
  const show = (element: ReactElement) =>
    after(() => {
      render(
        <StrictMode>
          <AtriumProvider client={world.client} queryClient={world.queryClient}>
            {element}
          </AtriumProvider>
        </StrictMode>,
      );
    });
  const press = (label: string) =>
    after(() => {
      const buttons = [...document.querySelectorAll('button, a')];
      const button = buttons.find(({ textContent }) => textContent?.startsWith(label));
      if (!button) throw new Error(`There is no “${label}” in: ${document.body.textContent}`);
      fireEvent.click(button);
    });
  const stop = isTranslated ? translatePage() : () => undefined;
  await visit({
    wait: (ms) => after(() => undefined, ms),
    press,
    search: (query) =>
      after(
        () => void fireEvent.change(screen.getByRole('searchbox'), { target: { value: query } }),
      ),
    answer: (value) =>
      after(() => {
        const form = document.querySelector<HTMLElement>('.atrium-form');
        const button = form?.querySelector('[data-kind=primary]');
        if (!form || !button) return;
        fill(form, value, 0);
        fireEvent.click(button);
      }, 3_000),
    open: (props) => show(<ConnectWidget {...props} />),
    openManager: () => show(<MemberManager names={namesInMetadata} onAdd={() => undefined} />),
  });
  stop();
  cleanup();
  return read;
}

const visits: Readonly<Record<string, Visit>> = {
  async 'searching, without result, without a network, and page by page'(user) {
    await user.open();
    await user.search('no bank is called this');
    await user.press('Clear the search');
    await user.press('Show more');
    world.network = offline;
    await user.search('union');
    await user.wait(5_000);
    world.network = null;
    await user.press('Try again');
    await user.search('');
    await user.press('MBMX Bankmx');
    await user.press('Back');
  },
  async 'a form sent empty, without a network, and then again'(user) {
    await user.open({ institutionCode: 'mxbank' });
    await user.press('Connect');
    await user.press('Show');
    await user.press('Hide');
    world.network = offline;
    await user.answer('password');
    world.network = null;
    await user.answer('password');
    await user.wait(10_000);
    await user.press('Connect another institution');
  },
  async 'a wrong and a right answer to every type of question'(user) {
    await user.open({ institutionCode: 'mxbank' });
    await user.answer('all challenges');
    await user.wait(5_000);
    await user.press('Continue');
    world.network = offline;
    await user.answer('wrong');
    world.network = null;
    await user.answer('wrong');
    await user.wait(10_000);
    await user.press('Try again');
    await user.wait(10_000);
    await user.answer('correct');
    await user.wait(10_000);
  },
  async 'a connection that gets stuck without a network and then fails'(user) {
    await user.open({ institutionCode: 'mxbank' });
    await user.answer('status:CREATED');
    await user.wait(40_000);
    world.network = offline;
    await user.wait(60_000);
    world.network = null;
    await user.press('Check again');
    await user.press('Cancel');
  },
  async 'a visit to the bank’s own page, opened twice'(user) {
    await user.open({ institutionCode: 'mx_bank_oauth' });
    await user.press('Continue');
    const uri = document.querySelector<HTMLAnchorElement>('a[href*="/oauth/"]')?.href ?? '';
    await user.press('Continue');
    await user.press('Open MX Bank (OAuth) again');
    await world.scenario.decide(uri, 'authorize');
    await user.wait(30_000);
  },
  async 'an account that is added by hand'(user) {
    await user.open({ institutionCode: 'mxbank' });
    await user.answer('status:DISCONTINUED');
    await user.wait(5_000);
    await user.press('Add accounts by hand');
    await user.press('Add account');
    await user.answer('12');
    await user.press('Add another account');
    await user.press('Back');
  },
  async 'a list whose members are refreshed, renamed and removed'(user) {
    await world.scenario.addMember({ password: 'challenge' });
    await world.scenario.addMember({ institutionCode: 'amberfield' });
    await pass(5_000);
    await user.openManager();
    world.network = ({ path }) => (path.endsWith('/aggregate') ? offline() : undefined);
    await user.press('Refresh');
    world.network = null;
    await user.press('Try again');
    await user.wait(10_000);
    await user.press('Rename');
    await user.answer('House account');
    await user.press('Answer');
    await user.answer('correct');
    await user.wait(10_000);
    await user.press('Done');
    await user.press('Remove');
    world.network = ({ method }) => (method === 'DELETE' ? offline() : undefined);
    await user.press('Remove connection');
    world.network = null;
    await user.press('Remove connection');
    await user.wait(60_000);
  },
};

/** Each leads to other steps. */
const passwords = [
  'INVALID',
  'challenges',
  'code',
  'image options',
  'options',
  'slow',
  'status:DEGRADED',
  'status:EXPIRED',
  'status:LOCKED',
];
afterEach(() => vi.restoreAllMocks());

describe('on a page that the browser translates, the widget shows current texts', () => {
  const check = async (visit: Visit) => {
    const plain = await play(visit, false);
    const errors = vi.spyOn(console, 'error');
    expect(await play(visit, true)).toEqual(plain);
    expect(errors).not.toHaveBeenCalled();
  };

  it.each(Object.entries(visits))('during %s', (_, visit) => check(visit));

  it.each(passwords)('after signing in with the sandbox password “%s”', (password) =>
    check(async (user) => {
      await user.open({ institutionCode: 'mxbank' });
      await user.answer(password);
      await user.wait(5_000);
      if (document.querySelector('.atrium-challenge')) await user.answer('correct');
      await user.wait(70_000);
    }),
  );
});
