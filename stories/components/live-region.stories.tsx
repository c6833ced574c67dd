import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LiveRegion } from '../../src/components/live-region/live-region.tsx';

const meta = {
  title: 'Components/LiveRegion',
  component: LiveRegion,
  args: { children: 'Connected to MX Bank ...' },
} satisfies Meta<typeof LiveRegion>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Unseen, but there: `display: none` would silence it. */
export const Speaking: Story = {
  play: async ({ canvas }) => {
    const region = canvas.getByRole('status');
    await expect(region).toHaveTextContent('Connected to MX Bank ...');
    await expect(getComputedStyle(region).display).not.toBe('none');
  },
};
