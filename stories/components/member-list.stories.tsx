import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MemberList } from '../../src/components/member-list/member-list.tsx';
import { MemberRow } from '../../src/components/member-row/member-row.tsx';
import { MEMBER_LIMIT, type Member } from '../../src/domain/member.ts';
import { press } from '../support/person.ts';
import { failure, institutions, member } from './fixtures.ts';
import { still } from './frame.tsx';

const ignore = (): void => undefined;

const rowsOf = (members: readonly Member[]) =>
  members.map((one) => (
    <MemberRow
      key={one.guid}
      member={one}
      updated={{ value: -2, unit: 'hour' }}
      remedies={{ 'enter-credentials': ignore, answer: ignore }}
      onRefresh={ignore}
      onRemove={ignore}
    />
  ));

const few = [
  member(1),
  member(2, { name: institutions[1]?.name ?? '', connectionStatus: 'CHALLENGED' }),
  member(3, { name: institutions[2]?.name ?? '', connectionStatus: 'DENIED' }),
];

const most = Array.from({ length: MEMBER_LIMIT }, (_, index) =>
  member(index, { name: institutions[index % institutions.length]?.name ?? '' }),
);

const meta = {
  title: 'Components/MemberList',
  component: MemberList,
  decorators: [still],
  args: {
    members: { kind: 'ready', value: few },
    children: rowsOf(few),
    onAdd: fn(),
    onRetry: fn(),
  },
} satisfies Meta<typeof MemberList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Few: Story = {};
export const InTheDark: Story = { globals: { colorScheme: 'dark' } };
export const InArabic: Story = { globals: { locale: 'ar' } };

export const One: Story = {
  args: { members: { kind: 'ready', value: few.slice(0, 1) }, children: rowsOf(few.slice(0, 1)) },
};

export const Empty: Story = {
  args: { members: { kind: 'ready', value: [] }, children: null },
  play: async ({ args, canvas, userEvent }) => {
    await press(userEvent, canvas.getByRole('button', { name: 'Connect an institution' }));
    await expect(args.onAdd).toHaveBeenCalledOnce();
  },
};

/** The limit is explained where the way to one more would be. */
export const Full: Story = {
  args: { members: { kind: 'ready', value: most }, children: rowsOf(most) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/There can be 25 at most/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Connect an institution' })).toBeNull();
  },
};

export const Loading: Story = { args: { members: { kind: 'loading' }, children: null } };

export const Failed: Story = {
  args: { members: { kind: 'failed', error: failure('server') }, children: null },
  play: async ({ args, canvas, userEvent }) => {
    await press(userEvent, canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

/** What was known stays, and why it may be old stands above it. */
export const Offline: Story = { args: { error: failure('offline') } };
