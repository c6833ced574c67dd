import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { OAuthButton } from '../../src/components/oauth-button/oauth-button.tsx';
import { OAUTH_ERROR_REASONS, type OauthProblem } from '../../src/domain/oauth.ts';
import { failure, institutionName } from './fixtures.ts';
import { Gallery, repeated, still } from './frame.tsx';

const meta = {
  title: 'Components/OAuthButton',
  component: OAuthButton,
  decorators: [still],
  args: {
    phase: 'ready',
    windowUri: 'https://bank.example/authorize',
    mode: 'link',
    problem: null,
    error: null,
    institutionName,
    onAuthorize: fn(),
    onOpen: fn((event: { preventDefault(): void }) => event.preventDefault()),
    onCancel: fn(),
  },
} satisfies Meta<typeof OAuthButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A real link, which no popup blocker stands in the way of. */
export const Ready: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const link = canvas.getByRole('link', { name: 'Continue to MX Bank (opens in a new tab)' });
    await expect(link).toHaveAttribute('href', 'https://bank.example/authorize');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await userEvent.tab();
    await expect(link).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

export const ReadyForPopup: Story = {
  args: { mode: 'popup' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to MX Bank' }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
    await expect(args.onAuthorize).not.toHaveBeenCalled();
  },
};

export const Offer: Story = {
  args: { phase: 'offer', windowUri: null },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to MX Bank' }));
    await expect(args.onAuthorize).toHaveBeenCalledOnce();
  },
};

export const Preparing: Story = { args: { phase: 'preparing', windowUri: null } };

export const Away: Story = {
  args: { phase: 'away', windowUri: null },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Open MX Bank again' }));
    await expect(args.onAuthorize).toHaveBeenCalledOnce();
  },
};

export const NoAddress: Story = {
  args: { phase: 'offer', windowUri: null, error: failure('server') },
};

const PROBLEMS: readonly OauthProblem[] = [
  ...OAUTH_ERROR_REASONS,
  'BLOCKED',
  'CLOSED',
  'EXPIRED',
  'UNKNOWN',
];

/** Why a visit came to nothing: each reason has its own words. */
export const AllProblems: Story = {
  args: { phase: 'offer', windowUri: null },
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {PROBLEMS.map((problem) => (
        <OAuthButton {...args} key={problem} problem={problem} />
      ))}
    </Gallery>
  ),
};
