import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { AccountChoice } from '../../src/components/account-choice/account-choice.tsx';
import { account, accounts, institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/AccountChoice',
  component: AccountChoice,
  decorators: [still],
  args: { accounts: accounts.slice(0, 3), institutionName, onChoose: fn(), onCancel: fn() },
} satisfies Meta<typeof AccountChoice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('group', { name: 'Your accounts' })).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith(accounts[1]?.guid);
  },
};

export const NothingChosen: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Use this account' }));
    await expect(canvas.getByText('Please choose one.')).toBeVisible();
    await expect(args.onChoose).not.toHaveBeenCalled();
  },
};

export const LongNames: Story = {
  args: {
    accounts: [
      account(1, { name: 'The household account of the Llanfairpwllgwyngyll Bell Ringers' }),
      account(2, { name: 'حساب التوفير', lastFour: null }),
    ],
  },
};
