import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { FailureNotice } from '../../src/components/parts/failure-notice.tsx';
import { WordsProvider } from '../../src/components/words.tsx';
import { memberErrors } from '../../src/domain/member-error.ts';
import { CONNECTION_STATUSES, statusRow, type Remedy } from '../../src/domain/status.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import { detail, failure, institutionName, institutionUrl } from './fixtures.ts';
import { Gallery, repeated, still } from './frame.tsx';

const REMEDIES: readonly Remedy[] = [
  'enter-credentials',
  'answer',
  'authorize',
  'try-again',
  'confirm-resolved',
  'visit-institution',
  'choose-another',
  'connect-again',
  'add-manually',
  'contact-support',
  'finish',
  'leave',
  'cancel',
  'close',
];

const everyAction = Object.fromEntries(REMEDIES.map((remedy) => [remedy, fn()]));

const meta = {
  title: 'Components/ConnectionStatus',
  component: ConnectionStatus,
  decorators: [still],
  args: { status: 'DENIED', institutionName, institutionUrl, actions: everyAction },
} satisfies Meta<typeof ConnectionStatus>;

export default meta;
type Story = StoryObj<typeof meta>;

const EVERY_STATUS = [...CONNECTION_STATUSES, null, 'A_WORD_OF_TOMORROW'] as const;

/** Every status that there is, the null one and one that nobody knows yet. */
export const AllStatuses: Story = {
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {EVERY_STATUS.map((status) => (
        <ConnectionStatus {...args} key={status} status={status} data-testid={String(status)} />
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    for (const status of EVERY_STATUS) {
      const panel = canvas.getByTestId(String(status));
      const message = statusMessage(status, { institutionName });
      if (message !== null) await expect(panel).toHaveTextContent(message);
      const row = statusRow(status === 'A_WORD_OF_TOMORROW' ? 'UNKNOWN' : status);
      const ways = panel.querySelectorAll('button, a');
      await expect(ways).toHaveLength(row.remedies.length);
    }
  },
};

export const AllStatusesInTheDark: Story = { ...AllStatuses, globals: { colorScheme: 'dark' } };

/** Every error that there is, beside a status that alone would say that all is well. */
export const AllErrors: Story = {
  args: { status: 'CONNECTED', mode: 'verification' },
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {Object.values(memberErrors).map(({ name, code }) => (
        <ConnectionStatus {...args} key={name} detail={detail(code)} data-testid={name} />
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    for (const { name, message, tone, remedies } of Object.values(memberErrors)) {
      const panel = canvas.getByTestId(name);
      await expect(panel).toHaveTextContent(message.replace('{institution}', institutionName));
      await expect(panel).toHaveAttribute('data-tone', tone);
      await expect(panel.querySelectorAll('button, a')).toHaveLength(remedies.length);
    }
  },
};

export const AllErrorsInTheDark: Story = { ...AllErrors, globals: { colorScheme: 'dark' } };

/** Who is to move, and what is offered, the status says; why, the error. */
export const ErrorOfAStatus: Story = {
  args: { status: 'DISCONNECTED', detail: detail(3001) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading')).toHaveTextContent('Maintenance at MX Bank');
    await expect(canvas.getAllByRole('button')).toHaveLength(1);
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible();
  },
};

/** An error that nobody knows yet is told in the API's own words, if they can be understood. */
export const ErrorOfTomorrow: Story = {
  args: { status: 'FAILED', detail: detail(9999, 'The moon is in the <b>wrong</b> house.') },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The moon is in the <b>wrong</b> house.')).toBeVisible();
    await expect(canvas.getByRole('heading')).toHaveTextContent('That did not work');
  },
};

export const StatusOfTomorrow: Story = {
  args: {
    status: 'A_WORD_OF_TOMORROW',
    detail: { error: null, connectionStatusMessage: 'MX Bank has moved to the moon.' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('MX Bank has moved to the moon.')).toBeVisible();
  },
};

export const FirstRemedyByKeyboard: Story = {
  args: { actions: { 'enter-credentials': fn() } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Enter sign-in details' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.actions?.['enter-credentials']).toHaveBeenCalledOnce();
    const link = canvas.getByRole('link', { name: 'Go to MX Bank (opens in a new tab)' });
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  },
};

/** Accepts the integers of webhooks as well as names. */
export const ByNumber: Story = {
  args: { status: 5 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Your account is locked' })).toHaveAttribute(
      'data-status',
      'LOCKED',
    );
  },
};

export const WithoutActions: Story = {
  args: { actions: {}, institutionUrl: 'javascript:alert(1)' },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

export const Busy: Story = {
  args: { status: 'FAILED', isBusy: true, actions: { 'try-again': fn() } },
  play: async ({ args, canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Try again' });
    await userEvent.click(button);
    await expect(button).toHaveFocus();
    await expect(args.actions?.['try-again']).not.toHaveBeenCalled();
  },
};

export const NothingStarted: Story = { args: { status: 'FAILED', notice: 'throttled' } };

export const RemedyFailed: Story = {
  args: { status: 'FAILED', children: <FailureNotice error={failure('offline')} /> },
};

export const NamelessInstitution: Story = {
  args: { status: 'CHALLENGED', institutionName: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/your connection to your institution, please/)).toBeVisible();
  },
};

/** A host's own words, key by key; what it leaves out stays English. */
export const InOtherWords: Story = {
  args: { actions: { 'enter-credentials': fn() }, institutionUrl: null },
  decorators: [
    (StoryWithin) => (
      <WordsProvider
        locale="de"
        messages={{ 'title.DENIED': 'Das hat nicht gepasst', 'remedy.enter-credentials': 'Weiter' }}
      >
        <StoryWithin />
      </WordsProvider>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'Das hat nicht gepasst' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Weiter' })).toBeVisible();
    await expect(canvas.getByText(/^The credentials entered do not match/)).toBeVisible();
  },
};
