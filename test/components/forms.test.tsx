// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AccountChoice,
  ChallengeForm,
  CredentialsForm,
  ManualAccountForm,
  RenameMember,
  type Account,
  type Credential,
} from '../../src/index.ts';

const TYPED = 'zebra-5f02';
/** The key code that every browser gives to a key which an input method has taken. */
const IME = 229;

/** Names of DOM properties, which a control named or identified by them would replace. */
const CLOBBERING = ['nodeName', 'parentNode', 'ownerDocument', 'action', 'elements', '__proto__'];

const ignore = (): void => {};
const common = { institutionName: 'MX Bank', isSubmitting: false };

const credential = (guid: string, type: Credential['type'] = 'TEXT'): Credential => ({
  guid,
  fieldName: null,
  label: guid,
  type,
  options: [],
});

const account: Account = {
  guid: 'ACT-1',
  memberGuid: null,
  name: 'Checking',
  type: 'CHECKING',
  subtype: null,
  lastFour: null,
  balance: null,
  availableBalance: null,
  currencyCode: null,
  isClosed: false,
};

type OnSubmit = (submitted: unknown) => void;

interface Form {
  readonly show: (onSubmit: OnSubmit, isSubmitting: boolean) => ReactElement;
  readonly submitted: unknown;
}

const FORMS: Readonly<Record<string, Form>> = {
  CredentialsForm: {
    show: (onSubmit, isSubmitting) => (
      <CredentialsForm
        {...common}
        isSubmitting={isSubmitting}
        purpose="connect"
        credentials={[credential('CRD-1', 'LOGIN'), credential('CRD-2', 'PASSWORD')]}
        onSubmit={onSubmit}
      />
    ),
    submitted: [
      { guid: 'CRD-1', value: TYPED },
      { guid: 'CRD-2', value: TYPED },
    ],
  },
  ChallengeForm: {
    show: (onSubmit, isSubmitting) => (
      <ChallengeForm
        {...common}
        isSubmitting={isSubmitting}
        challenges={[
          { guid: 'CRD-1', type: 'TOKEN', label: 'Code' },
          { guid: 'CRD-2', type: 'OPTIONS', label: 'To', options: [{ label: 'A', value: 'a' }] },
          { guid: 'CRD-3', type: 'OPTIONS', label: 'By', options: [{ label: 'B', value: 'b' }] },
        ]}
        onSubmit={onSubmit}
      />
    ),
    submitted: [
      { guid: 'CRD-1', value: TYPED },
      { guid: 'CRD-2', value: 'a' },
      { guid: 'CRD-3', value: 'b' },
    ],
  },
  ManualAccountForm: {
    show: (onSubmit, isSubmitting) => (
      <ManualAccountForm {...common} isSubmitting={isSubmitting} onSubmit={onSubmit} />
    ),
    submitted: { name: TYPED, type: 'CHECKING', balance: 1 },
  },
  RenameMember: {
    show: (onSubmit, isSubmitting) => (
      <RenameMember name="" isSubmitting={isSubmitting} onSubmit={onSubmit} onCancel={ignore} />
    ),
    submitted: TYPED,
  },
  AccountChoice: {
    show: (onSubmit) => (
      <AccountChoice accounts={[account]} institutionName="MX Bank" onChoose={onSubmit} />
    ),
    submitted: 'ACT-1',
  },
};

/** Fills in the form, and returns its last input and its button. */
function fillIn(): [input: HTMLInputElement, button: HTMLElement] {
  document.querySelectorAll('select').forEach((list) => (list.selectedIndex = 1));
  const inputs = [...document.querySelectorAll('input')];
  inputs.forEach((input) => {
    if (input.type === 'radio') fireEvent.click(input);
    else input.value = input.inputMode === 'decimal' ? '1' : TYPED;
  });
  const input = inputs.at(-1);
  const button = document.querySelector<HTMLElement>('[data-kind=primary]');
  if (!input || !button) throw new Error('The form has no input or no button.');
  return [input, button];
}

afterEach(cleanup);

describe.each(Object.entries(FORMS))('%s', (_name, { show, submitted }) => {
  it('submits what the user typed when Enter is pressed, and uses up the key press', () => {
    const onSubmit = vi.fn();
    render(show(onSubmit, false));
    const [input] = fillIn();
    expect(fireEvent.keyDown(input, { key: 'Enter' })).toBe(false);
    expect(onSubmit.mock.calls).toEqual([[submitted]]);
  });

  it('submits what the user typed when its button is clicked', () => {
    const onSubmit = vi.fn();
    render(show(onSubmit, false));
    const [, button] = fillIn();
    fireEvent.click(button);
    expect(onSubmit.mock.calls).toEqual([[submitted]]);
  });

  it('submits nothing when Enter ends a composition, on another key, or on a button', () => {
    const onSubmit = vi.fn();
    render(show(onSubmit, false));
    const [input, button] = fillIn();
    fireEvent.keyDown(input, { key: 'Enter', keyCode: IME });
    fireEvent.keyDown(input, { key: 'a' });
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('keeps its controls out of a form of the host around it', () => {
    render(<form aria-label="Host">{show(ignore, false)}</form>);
    const { elements } = screen.getByRole<HTMLFormElement>('form');
    expect([...elements].filter((control) => control.matches('input, select'))).toEqual([]);
  });
});

it.each(Object.entries(FORMS).filter(([name]) => name !== 'AccountChoice'))(
  '%s submits nothing while it is submitting',
  (_name, { show }) => {
    const onSubmit = vi.fn();
    render(show(onSubmit, true));
    const [input, button] = fillIn();
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.click(button);
    expect(onSubmit).not.toHaveBeenCalled();
  },
);

it('CredentialsForm submits every value under guids that are names of DOM properties', () => {
  const onSubmit = vi.fn();
  render(
    <CredentialsForm
      {...common}
      purpose="connect"
      credentials={CLOBBERING.map((guid) => credential(guid))}
      onSubmit={onSubmit}
    />,
  );
  const [input] = fillIn();
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onSubmit.mock.calls).toEqual([[CLOBBERING.map((guid) => ({ guid, value: TYPED }))]]);
});
