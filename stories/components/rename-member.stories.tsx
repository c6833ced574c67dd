import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { RenameMember } from '../../src/components/rename-member/rename-member.tsx';
import { type } from '../support/person.ts';
import { failure } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/RenameMember',
  component: RenameMember,
  decorators: [still],
  args: { name: '', isSubmitting: false, onSubmit: fn(), onCancel: fn() },
} satisfies Meta<typeof RenameMember>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Unnamed: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByLabelText('Name of this connection');
    await type(userEvent, field, 'Household{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenCalledWith('Household');
  },
};

export const Named: Story = { args: { name: 'Household' } };
export const Saving: Story = { args: { name: 'Household', isSubmitting: true } };
export const Failed: Story = { args: { name: 'Household', error: failure('timeout') } };
