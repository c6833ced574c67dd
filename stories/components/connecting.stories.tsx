import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Connecting } from '../../src/components/connecting/connecting.tsx';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { institutionName } from './fixtures.ts';
import { Gallery, repeated, still } from './frame.tsx';

const meta = {
  title: 'Components/Connecting',
  component: Connecting,
  decorators: [still],
  args: {
    status: 'CREATED',
    stage: 'signing-in',
    pace: 'usual',
    institutionName,
    onCancel: fn(),
    onCheckAgain: fn(),
  },
} satisfies Meta<typeof Connecting>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SigningIn: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Connecting to MX Bank ...')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Check again' })).toBeNull();
  },
};

/** What is done, what is going on and what is to come, in words as well as in signs. */
export const FetchingAccounts: Story = {
  args: { status: 'CONNECTED', stage: 'fetching-accounts' },
  play: async ({ canvas }) => {
    const stages = canvas.getAllByRole('listitem').map((stage) => stage.textContent);
    await expect(stages).toEqual([
      'Signing inDone',
      'Getting your accountsNow',
      'Getting your transactionsTo come',
    ]);
  },
};

export const InTheDark: Story = {
  args: { status: 'CONNECTED', stage: 'fetching-transactions' },
  globals: { colorScheme: 'dark' },
};

export const Slow: Story = { args: { pace: 'slow' } };

export const Delayed: Story = { args: { status: 'DELAYED', pace: 'slow', onLeave: fn() } };

export const Stalled: Story = {
  args: { pace: 'stalled', onLeave: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onCheckAgain).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('button', { name: 'Check again' })).toHaveFocus();
  },
};

export const Unreachable: Story = { args: { pace: 'unreachable' } };

/** A job is under way, whatever the member last reported. */
export const AllStatuses: Story = {
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {[...CONNECTION_STATUSES, 'UNKNOWN' as const, null].map((status) => (
        <Connecting {...args} key={status} status={status} />
      ))}
    </Gallery>
  ),
};
