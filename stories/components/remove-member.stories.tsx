import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { RemoveMember } from '../../src/components/remove-member/remove-member.tsx';
import { press } from '../support/person.ts';
import { failure, institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/RemoveMember',
  component: RemoveMember,
  decorators: [still],
  args: { institutionName, isRemoving: false, onRemove: fn(), onKeep: fn() },
} satisfies Meta<typeof RemoveMember>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await press(userEvent, canvas.getByRole('button', { name: 'Keep it' }));
    await expect(args.onKeep).toHaveBeenCalledOnce();
    await expect(args.onRemove).not.toHaveBeenCalled();
    await press(userEvent, canvas.getByRole('button', { name: 'Remove connection' }));
    await expect(args.onRemove).toHaveBeenCalledOnce();
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };
export const Removing: Story = { args: { isRemoving: true } };
export const Failed: Story = { args: { error: failure('offline') } };

/** A host may say what is lost of its own. */
export const WithMoreToLose: Story = {
  args: { children: <p>Your budget keeps the spending that you have sorted so far.</p> },
};
