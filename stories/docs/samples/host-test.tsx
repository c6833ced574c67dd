import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import {
  AtriumProvider,
  ConnectWidget,
  DEFAULT_POLL_POLICY,
  type PollPolicy,
} from 'react-atrium-connect';
import { createScenario } from 'react-atrium-connect/testing';
import { afterEach, expect, it, vi } from 'vitest';

/** So that a test need not wait three seconds for the next look. */
const quick: PollPolicy = { ...DEFAULT_POLL_POLICY, fastMs: 20 };

/** A read that fails is tried again before anything is said of it, and a machine may be busy. */
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

it('is told of the accounts of a bank that was connected', async () => {
  const scenario = createScenario();
  const onSuccess = vi.fn();
  render(
    <AtriumProvider client={scenario.client}>
      <ConnectWidget onSuccess={onSuccess} pollPolicy={quick} />
    </AtriumProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /^MX Bank(?! \()/ }));
  type(await screen.findByLabelText('Username'), 'test_atrium');
  type(screen.getByLabelText('Password'), 'challenge');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));

  await vi.waitFor(() => expect(scenario.sent.at(-1)?.path).toMatch(/\/status$/));
  scenario.sandbox.clock.advance(3_000);
  type(await screen.findByLabelText('What city were you born in?'), 'correct');
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));

  await screen.findByRole('heading', { name: 'Checking your answer' });
  scenario.sandbox.clock.advance(10_000);
  await screen.findByRole('heading', { name: 'You are connected' });
  await vi.waitFor(() => expect(onSuccess).toHaveBeenCalledOnce(), { timeout: 10_000 });
});

it('says so when the server cannot be reached', async () => {
  const scenario = createScenario();
  scenario.instead(() => {
    throw new TypeError('Failed to fetch');
  });
  render(
    <AtriumProvider client={scenario.client}>
      <ConnectWidget />
    </AtriumProvider>,
  );
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
});

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}
