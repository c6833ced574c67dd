import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Loading } from '../../src/components/loading/loading.tsx';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/Loading',
  component: Loading,
  decorators: [still],
} satisfies Meta<typeof Loading>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OneMoment: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'One moment …' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
  },
};
