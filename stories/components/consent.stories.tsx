import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Consent } from '../../src/components/consent/consent.tsx';
import { institutionName, terms } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/Consent',
  component: Consent,
  decorators: [still],
  args: { terms, institutionName, onAccept: fn(), onDecline: fn() },
} satisfies Meta<typeof Consent>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText('Transactions of the last year')).toBeVisible();
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Agree and continue' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onAccept).toHaveBeenCalledOnce();
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

/** The host's words are text: markup in them stays what it is. */
export const MarkupIsText: Story = {
  args: { terms: { ...terms, purpose: 'To <b>budget</b>.' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('To <b>budget</b>.')).toBeVisible();
  },
};
