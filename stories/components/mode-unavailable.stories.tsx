import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ModeUnavailable } from '../../src/components/mode-unavailable/mode-unavailable.tsx';
import { institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/ModeUnavailable',
  component: ModeUnavailable,
  decorators: [still],
  args: {
    reason: 'institution',
    institutionName,
    onChooseAnother: fn(),
    onContactSupport: fn(),
    onClose: fn(),
  },
} satisfies Meta<typeof ModeUnavailable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AtThisInstitution: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.queryByRole('button', { name: 'Contact support' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Choose another institution' }));
    await expect(args.onChooseAnother).toHaveBeenCalledOnce();
  },
};

export const InThisApp: Story = {
  args: { reason: 'app' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Contact support' }));
    await expect(args.onContactSupport).toHaveBeenCalledOnce();
  },
};

/** A host without a support to turn to has nothing to offer there. */
export const WithoutSupport: Story = {
  render: () => <ModeUnavailable reason="app" institutionName={institutionName} onClose={fn()} />,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Contact support' })).toBeNull();
  },
};

export const NoAccount: Story = { args: { reason: 'accounts' } };

export const NoSignInForm: Story = { args: { reason: 'credentials' } };
