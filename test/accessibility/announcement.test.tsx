// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

async function open(props: ConnectWidgetProps): Promise<void> {
  render(
    <AtriumProvider client={world.client} queryClient={world.queryClient}>
      <ConnectWidget data-testid="widget" {...props} />
    </AtriumProvider>,
  );
  await pass(0);
}

async function openMember(password: string): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(3_000);
  await open({ memberGuid: guid });
  return guid;
}

/** The next read of the status answers this, and those after it tell the truth again. */
function reportOnce(member: Readonly<Record<string, unknown>>): void {
  world.network = ({ path }) => {
    if (!path.endsWith('/status')) return undefined;
    world.network = null;
    return Response.json({ member });
  };
}

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(0);
};

/** What the region that the widget keeps for its status says. It is the last thing in the widget. */
const said = () => screen.getByTestId('widget').lastElementChild?.textContent;

it('says that an answer was wrong when the bank asks again by itself', async () => {
  const guid = await openMember('challenge');
  fireEvent.change(screen.getByLabelText('What city were you born in?'), {
    target: { value: 'wrong, ask again' },
  });
  await press('Continue');
  reportOnce({ guid, connection_status: 'REJECTED', is_being_aggregated: true });
  await pass(8_000);
  expect(screen.getByLabelText<HTMLInputElement>('What city were you born in?').value).toBe('');
  expect(said()).toBe('The answer or answers provided were incorrect. Please try again.');
});

it('says that a new try started nothing', async () => {
  const guid = await openMember('status:FAILED');
  const member = { guid, connection_status: 'FAILED', is_being_aggregated: false };
  world.network = ({ path }) =>
    path.endsWith('/aggregate') ? Response.json({ member }) : undefined;
  await press('Try again');
  expect(said()).toMatch(/so nothing new was started\./);
});

it('says how many accounts were found, once they are there', async () => {
  await openMember('password');
  await pass(8_000);
  expect(said()).toMatch(/^Connected to MX Bank \.\.\. \d+ accounts found$/);
});

it('says why a visit to the bank’s page came to nothing', async () => {
  const popup = { closed: false, location: { replace: vi.fn() } };
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  await open({ institutionCode: 'mx_bank_oauth', oauth: { mode: 'popup' } });
  await press('Continue to MX Bank (OAuth)');
  await press('Continue to MX Bank (OAuth)');
  expect(said()).toMatch(/^Finish at MX Bank/);
  popup.closed = true;
  await pass(1_000);
  expect(said()).toMatch(/^The window seems to be closed\./);
});

it('says why something could not be read, and what to do', async () => {
  world.network = ({ path }) =>
    path.endsWith('/credentials') ? new Response(null, { status: 500 }) : undefined;
  await open({ institutionCode: 'mxbank' });
  await pass(20_000);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  expect(said()).toMatch(/^Please try again in a little while\./);
});
