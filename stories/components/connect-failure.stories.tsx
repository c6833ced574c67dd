import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { ATRIUM_ERROR_KINDS, offersRetry } from '../../src/domain/errors.ts';
import { failure } from './fixtures.ts';
import { Gallery, repeated, still } from './frame.tsx';

const meta = {
  title: 'Components/ConnectFailure',
  component: ConnectFailure,
  decorators: [still],
  args: { error: failure('offline'), onRetry: fn(), onBack: fn(), onClose: fn() },
} satisfies Meta<typeof ConnectFailure>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every way in which a request can fail, each with a way on. */
export const AllKinds: Story = {
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {ATRIUM_ERROR_KINDS.map((kind) => (
        <ConnectFailure {...args} key={kind} error={failure(kind)} />
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    const retryable = ATRIUM_ERROR_KINDS.filter((kind) => offersRetry[kind]);
    await expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(
      retryable.length,
    );
  },
};

export const AllKindsInTheDark: Story = { ...AllKinds, globals: { colorScheme: 'dark' } };

/** What could not be read, for a host that tells it apart. */
export const DuringEach: Story = {
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {(['institution', 'credentials', 'member', 'job'] as const).map((during) => (
        <ConnectFailure {...args} key={during} during={during} />
      ))}
    </Gallery>
  ),
};

/** The user came back from a bank with a member that is not theirs. */
export const NotInThisAccount: Story = {
  args: { error: failure('not-found'), during: 'oauth-return' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('heading', { name: 'This connection isn’t in your account' }),
    ).toBeVisible();
    await expect(canvas.getByText(/remove this app’s access\.$/)).toBeVisible();
  },
};

export const Throttled: Story = {
  args: { error: failure('throttled', 90_000) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Please try again in 2 minutes.')).toBeVisible();
  },
};
