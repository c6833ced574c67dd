import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ModeOffer } from '../../src/components/mode-offer/mode-offer.tsx';
import { institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/ModeOffer',
  component: ModeOffer,
  decorators: [still],
  args: {
    mode: 'verification',
    institutionName,
    onStart: fn(),
    isStarting: false,
    onCancel: fn(),
  },
} satisfies Meta<typeof ModeOffer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Verification: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(args.onStart).toHaveBeenCalledOnce();
  },
};

export const Identification: Story = { args: { mode: 'identification' } };

export const Starting: Story = {
  args: { isStarting: true },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Starting …' }));
    await expect(args.onStart).not.toHaveBeenCalled();
  },
};
