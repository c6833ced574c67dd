// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { createScenario } from 'react-atrium-connect/testing';
import { afterEach, expect, it } from 'vitest';
import { BankPage } from './bank-page.tsx';

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

const fill = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } });
};

it('names the bank that was connected', { timeout: 60_000 }, async () => {
  const { client } = createScenario();
  render(<BankPage client={client} />);
  fireEvent.click(await screen.findByRole('button', { name: /^MX Bank(?! \()/ }));
  fill(await screen.findByLabelText('Username'), 'test_atrium');
  fill(screen.getByLabelText('Password'), 'password');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  expect(await screen.findByText('Connected: MX Bank')).toBeDefined();
});

it('offers another try when its server is away', { timeout: 60_000 }, async () => {
  const { client, instead } = createScenario();
  instead(() => {
    throw new TypeError('Failed to fetch');
  });
  render(<BankPage client={client} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
});
