import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { OAuthReturned } from '../../src/components/oauth-returned/oauth-returned.tsx';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/OAuthReturned',
  component: OAuthReturned,
  decorators: [still],
  args: { onContinue: fn() },
} satisfies Meta<typeof OAuthReturned>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The other page has been told, and the browser does not let this tab close itself. */
export const Told: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('heading')).toHaveTextContent('You can close this tab');
    await userEvent.click(canvas.getByRole('button', { name: 'Continue here instead' }));
    await expect(args.onContinue).toHaveBeenCalledOnce();
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

export const WithoutAWayOn: Story = { render: () => <OAuthReturned /> };
