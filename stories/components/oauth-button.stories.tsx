import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { OAuthButton } from '../../src/components/oauth-button/oauth-button.tsx';
import { OAUTH_ERROR_REASONS, type OauthProblem } from '../../src/domain/oauth.ts';
import { detail, failure, institutionName } from './fixtures.ts';
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

/** The same tab goes to the institution: a button, for the host may have to save something first. */
export const ReadyToLeave: Story = {
  args: { mode: 'redirect' },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/^You are brought back here afterwards/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to MX Bank' }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};

/** Says where the way leads, for people to accept by going there. */
export const LeavingNotice: Story = {
  args: { hasLeavingNotice: true },
  play: async ({ canvas }) => {
    const notice = canvas.getByText(/^You are leaving this app/).closest('p');
    await expect(notice).toHaveTextContent(/MX Bank.* at .*bank\.example/);
    await expect(canvas.getByRole('link', { name: /^Continue to MX Bank/ })).toBeVisible();
  },
};

/** The member was connected before, and the institution wants to see its person again. */
export const SignInAgain: Story = {
  args: { status: 'IMPAIRED' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^You must re-authenticate/)).toBeVisible();
  },
};

/** Why, more exactly than the status says. */
export const SignInAfterAnError: Story = {
  args: { status: 'IMPAIRED', detail: detail(2004) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Please sign in again to keep your data/)).toBeVisible();
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

/** Back from the institution, and the API does not say so yet. */
export const Confirming: Story = {
  args: { phase: 'confirming', windowUri: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/as soon as MX Bank confirms/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Open MX Bank again' })).toBeVisible();
  },
};

/** What came is no address of a web page: it never becomes a link. */
export const UnsafeAddress: Story = {
  args: { phase: 'offer', windowUri: null, error: failure('unsafe') },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('That page cannot be opened');
    await expect(canvas.queryByRole('link')).toBeNull();
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
  'UNSAVED',
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
