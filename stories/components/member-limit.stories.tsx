import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MemberLimit } from '../../src/components/member-limit/member-limit.tsx';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/MemberLimit',
  component: MemberLimit,
  decorators: [still],
  args: { limit: 25, onManage: fn(), onClose: fn() },
} satisfies Meta<typeof MemberLimit>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Reached: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/There can be 25 at most/)).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onManage).toHaveBeenCalledOnce();
  },
};

export const OnlyOne: Story = { args: { limit: 1 } };
