import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { MemberList } from '../../src/components/member-list/member-list.tsx';
import { MemberRow, type MemberRowProps } from '../../src/components/member-row/member-row.tsx';
import { RemoveMember } from '../../src/components/remove-member/remove-member.tsx';
import { RenameMember } from '../../src/components/rename-member/rename-member.tsx';
import { failure, institutionName, institutionUrl, member } from '../components/fixtures.ts';
import { repeated, still } from '../components/frame.tsx';
import { Each, inSteadyFont, statusesByLook } from './frame.tsx';

/** All that there is to see of a list of members, for `npm run test:visual`. */
const meta = {
  title: 'Galleries/Members',
  tags: ['gallery', '!autodocs', '!test'],
  decorators: [inSteadyFont, still],
  parameters: repeated,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const nothing = (): void => undefined;

const offered = {
  updated: { value: -3, unit: 'hour' },
  institutionUrl,
  remedies: {
    'enter-credentials': nothing,
    answer: nothing,
    authorize: nothing,
    'connect-again': nothing,
    'choose-another': nothing,
    'add-manually': nothing,
    'contact-support': nothing,
  },
  onRefresh: nothing,
  onRename: nothing,
  onRemove: nothing,
} as const;

const rows: readonly Partial<MemberRowProps>[] = [
  ...statusesByLook.map((connectionStatus) => ({ member: member(1, { connectionStatus }) })),
  { member: member(1, { isBeingAggregated: true }) },
  { refresh: { kind: 'throttled' } },
  { refresh: { kind: 'failed', error: failure('timeout') } },
  { name: 'Household' },
  {
    isOpen: true,
    children: (
      <RemoveMember
        institutionName={institutionName}
        onRemove={nothing}
        onKeep={nothing}
        isRemoving={false}
      />
    ),
  },
  {
    isOpen: true,
    children: (
      <RenameMember name="Household" onSubmit={nothing} onCancel={nothing} isSubmitting={false} />
    ),
  },
];

export const Rows: Story = {
  render: () => (
    <Each of={rows}>
      {(row) => (
        <MemberList members={{ kind: 'ready', value: [row] }}>
          <MemberRow member={member(1)} {...offered} {...row} />
        </MemberList>
      )}
    </Each>
  ),
};

const lists: readonly ReactNode[] = [
  <MemberList key="empty" members={{ kind: 'ready', value: [] }} onAdd={nothing} />,
  <MemberList key="loading" members={{ kind: 'loading' }} />,
  <MemberList
    key="failed"
    members={{ kind: 'failed', error: failure('server') }}
    onRetry={nothing}
  />,
  <MemberList
    key="full"
    members={{ kind: 'ready', value: [1] }}
    limit={1}
    error={failure('offline')}
    onRetry={nothing}
  >
    <MemberRow member={member(1)} {...offered} />
  </MemberList>,
];

export const Lists: Story = { render: () => <Each of={lists}>{(list) => list}</Each> };
