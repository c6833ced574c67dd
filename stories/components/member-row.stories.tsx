import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MemberList } from '../../src/components/member-list/member-list.tsx';
import { MemberRow } from '../../src/components/member-row/member-row.tsx';
import { RemoveMember } from '../../src/components/remove-member/remove-member.tsx';
import { RenameMember } from '../../src/components/rename-member/rename-member.tsx';
import { CONNECTION_STATUSES, type ReportedStatus } from '../../src/domain/status.ts';
import { press } from '../support/person.ts';
import {
  detail,
  failure,
  institutionName,
  institutionUrl,
  institutions,
  member,
} from './fixtures.ts';
import { repeated, still } from './frame.tsx';

const HOURS_AGO = { value: -3, unit: 'hour' } as const;

const meta = {
  title: 'Components/MemberRow',
  component: MemberRow,
  decorators: [
    (Story, { args }) => (
      <MemberList members={{ kind: 'ready', value: [args.member] }}>
        <Story />
      </MemberList>
    ),
    still,
  ],
  args: {
    member: member(1),
    updated: HOURS_AGO,
    institutionUrl,
    remedies: {
      'enter-credentials': fn(),
      answer: fn(),
      authorize: fn(),
      'connect-again': fn(),
      'choose-another': fn(),
      'add-manually': fn(),
      'contact-support': fn(),
    },
    onRefresh: fn(),
    onRename: fn(),
    onRemove: fn(),
  },
} satisfies Meta<typeof MemberRow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every button is called by what it does and by whose it is. */
export const Connected: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await press(userEvent, canvas.getByRole('button', { name: 'Refresh MX Bank' }));
    await expect(args.onRefresh).toHaveBeenCalledOnce();
    await press(userEvent, canvas.getByRole('button', { name: 'Remove MX Bank' }));
    await expect(args.onRemove).toHaveBeenCalledOnce();
  },
};

/** How long ago is said at once, and the exact time to whoever asks. */
export const ExactTime: Story = {
  play: async ({ canvas, userEvent }) => {
    const exact = canvas.getByText(/January 1, 2026 at/);
    await expect(exact).not.toBeVisible();
    await userEvent.click(canvas.getByText('Updated 3 hours ago'));
    await expect(exact).toBeVisible();
  },
};

export const NeverUpdated: Story = {
  args: {
    member: member(1, { connectionStatus: 'DENIED', successfullyAggregatedAt: null }),
    updated: null,
  },
};

export const Arriving: Story = { args: { member: member(1, { isBeingAggregated: true }) } };

/** What a member reports while a job runs may be from before, and is not shown. */
export const Repairing: Story = {
  args: { member: member(1, { connectionStatus: 'DENIED', isBeingAggregated: true }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Connecting')).toBeVisible();
    await expect(canvas.queryByText('Those details did not match')).toBeNull();
  },
};

export const Asking: Story = { args: { refresh: { kind: 'running' } } };
export const UpToDate: Story = { args: { refresh: { kind: 'throttled' } } };
export const RefreshFailed: Story = {
  args: { refresh: { kind: 'failed', error: failure('timeout') } },
};

export const Renamed: Story = { args: { name: 'Household' } };

export const LongName: Story = {
  args: {
    member: member(1, { name: institutions[3]?.name ?? '', connectionStatus: 'IMPAIRED' }),
    name: 'The account that pays for the house, the car and everything that the cat needs',
  },
};

export const NameFromTheRight: Story = {
  args: { member: member(1, { name: institutions[4]?.name ?? '' }) },
};

const ignore = (): void => undefined;

export const Removing: Story = {
  args: {
    isOpen: true,
    children: (
      <RemoveMember
        institutionName={institutionName}
        onRemove={ignore}
        onKeep={ignore}
        isRemoving={false}
      />
    ),
  },
};

export const Renaming: Story = {
  args: {
    isOpen: true,
    children: <RenameMember name="" onSubmit={ignore} onCancel={ignore} isSubmitting={false} />,
  },
};

const statuses: readonly ReportedStatus[] = [...CONNECTION_STATUSES, null, 'UNKNOWN'];

export const EveryStatus: Story = {
  parameters: repeated,
  render: (args) => (
    <>
      {statuses.map((connectionStatus, index) => (
        <MemberRow key={connectionStatus} {...args} member={member(index, { connectionStatus })} />
      ))}
    </>
  ),
};

/** Why it is not well, more exactly than the status says. */
export const WithAnError: Story = {
  args: { member: member(1, { connectionStatus: 'IMPAIRED', ...detail(2004) }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Please sign in again')).toBeVisible();
    await expect(canvas.getByText(/the permission from MX Bank has run out/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Enter sign-in details/ })).toBeVisible();
  },
};

/** Connected, and of no use: the error says so, and what can be done. */
export const ConnectedWithoutAccounts: Story = {
  args: { member: member(1, detail(1001)) },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText('No accounts found')).toBeVisible();
    await press(userEvent, canvas.getByRole('button', { name: /^Choose another institution/ }));
    await expect(args.remedies?.['choose-another']).toHaveBeenCalledOnce();
  },
};

/** Nothing is read from an institution: there is nothing to refresh, and nothing to repair. */
export const KeptByHand: Story = {
  args: {
    member: member(1, {
      name: 'Manual Institution',
      connectionStatus: null,
      isManual: true,
      aggregatedAt: null,
      successfullyAggregatedAt: null,
    }),
    updated: null,
    institutionUrl: null,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Kept by hand')).toBeVisible();
    await expect(canvas.queryByText('No data yet')).toBeNull();
    await expect(canvas.queryByRole('button', { name: /^Refresh/ })).toBeNull();
    await expect(canvas.getAllByRole('button')).toHaveLength(2);
  },
};
