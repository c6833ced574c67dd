// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { credentials, pass as passIn, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

async function open(props: ConnectWidgetProps): Promise<void> {
  render(
    <AtriumProvider client={world.client} queryClient={world.queryClient}>
      <ConnectWidget {...props} />
    </AtriumProvider>,
  );
  await pass(300);
}

/** As a person does: the focus is on what is pressed. */
function press(element: HTMLElement): void {
  element.focus();
  fireEvent.click(element);
}

const heading = () => screen.getByRole('heading', { level: 2 });

it('is with the heading when the button that was pressed leaves in the middle of a step', async () => {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials('status:CREATED'),
  });
  await open({ memberGuid: guid });
  world.network = () => Response.error();
  await pass(60_000);
  world.network = null;
  press(screen.getByRole('button', { name: 'Check again' }));
  await pass(5_000);
  expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  expect(document.activeElement).toBe(heading());
});

it('is with the heading while the next step is loading', async () => {
  await open({});
  world.network = () => new Promise<Response>(() => {});
  press(screen.getByRole('button', { name: /^MX Bank ?mx/ }));
  await passIn({ ...world, underWay: () => 0 }, 0);
  expect(heading().textContent).toBe('One moment …');
  expect(document.activeElement).toBe(heading());
});

it('is with the heading once the link to the bank was followed', async () => {
  await open({ institutionCode: 'mx_bank_oauth' });
  press(screen.getByRole('button', { name: 'Continue to MX Bank (OAuth)' }));
  await pass(0);
  press(screen.getByRole('link', { name: /^Continue to MX Bank \(OAuth\)/ }));
  await pass(0);
  expect(heading().textContent).toBe('Waiting for MX Bank (OAuth)');
  expect(document.activeElement).toBe(heading());
});

it('stays where a person has taken it, or nowhere if they have left it', async () => {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials('status:CREATED'),
  });
  await open({ memberGuid: guid });
  const button = screen.getByRole('button', { name: 'Cancel' });
  button.focus();
  await pass(10_000);
  expect(document.activeElement).toBe(button);
  button.blur();
  await pass(10_000);
  expect(document.activeElement).toBe(document.body);
});
