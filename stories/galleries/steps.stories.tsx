import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { Connected } from '../../src/components/connected/connected.tsx';
import { Connecting } from '../../src/components/connecting/connecting.tsx';
import {
  ConnectionStatus,
  type ConnectionStatusProps,
} from '../../src/components/connection-status/connection-status.tsx';
import {
  InstitutionSearch,
  type SearchResults,
} from '../../src/components/institution-search/institution-search.tsx';
import { Loading } from '../../src/components/loading/loading.tsx';
import { MemberLimit } from '../../src/components/member-limit/member-limit.tsx';
import { ATRIUM_ERROR_KINDS, offersRetry } from '../../src/domain/errors.ts';
import type { ConnectingPace, ConnectingStage } from '../../src/domain/step.ts';
import {
  accounts,
  failure,
  institutionName,
  institutions,
  institutionUrl,
} from '../components/fixtures.ts';
import { repeated, still } from '../components/frame.tsx';
import { Each, inSteadyFont, onceEach, statusesByLook } from './frame.tsx';

/** The steps that ask nothing, for `npm run test:visual`; their rules are tested in stories of their own. */
const meta = {
  title: 'Galleries/Steps',
  tags: ['gallery', '!autodocs', '!test'],
  decorators: [inSteadyFont, still],
  parameters: repeated,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const nothing = (): void => undefined;
const bank = { institutionName, institutionUrl };

const actions = {
  'enter-credentials': nothing,
  answer: nothing,
  authorize: nothing,
  'try-again': nothing,
  'confirm-resolved': nothing,
  'choose-another': nothing,
  'connect-again': nothing,
  'add-manually': nothing,
  'contact-support': nothing,
  finish: nothing,
  leave: nothing,
  cancel: nothing,
  close: nothing,
};

const reports: readonly ConnectionStatusProps[] = [
  ...statusesByLook.map((status) => ({ status })),
  { status: 'FAILED', isBusy: true },
  { status: 'FAILED', notice: 'throttled' },
];

export const Statuses: Story = {
  render: () => (
    <Each of={reports}>
      {(report) => <ConnectionStatus {...bank} actions={actions} {...report} />}
    </Each>
  ),
};

const page = { kind: 'ready', totalItems: 1_204, hasMore: true, isLoadingMore: false } as const;

const searches: readonly SearchResults[] = [
  { ...page, institutions, totalItems: institutions.length, hasMore: false },
  { kind: 'loading' },
  { ...page, institutions: institutions.slice(0, 3) },
  { ...page, institutions: institutions.slice(0, 3), isLoadingMore: true },
  { ...page, institutions: institutions.slice(0, 3), error: failure('offline') },
  { ...page, institutions: [], totalItems: 0, hasMore: false },
  { kind: 'failed', error: failure('server') },
];

export const Search: Story = {
  render: () => (
    <Each of={searches}>
      {(results) => (
        <InstitutionSearch
          query="bank"
          results={results}
          onQueryChange={nothing}
          onSelect={nothing}
          onLoadMore={nothing}
          onRetry={nothing}
          onCannotFind={nothing}
        />
      )}
    </Each>
  ),
};

const courses: readonly { readonly stage: ConnectingStage; readonly pace: ConnectingPace }[] = [
  { stage: 'signing-in', pace: 'usual' },
  { stage: 'signing-in', pace: 'slow' },
  { stage: 'fetching-accounts', pace: 'usual' },
  { stage: 'fetching-accounts', pace: 'stalled' },
  { stage: 'fetching-transactions', pace: 'usual' },
  { stage: 'fetching-transactions', pace: 'unreachable' },
];

export const Progress: Story = {
  render: () => (
    <Each of={courses}>
      {(progress) => (
        <Connecting
          {...progress}
          status={progress.stage === 'signing-in' ? 'CREATED' : 'CONNECTED'}
          institutionName={institutionName}
          onCancel={nothing}
          onCheckAgain={nothing}
          onLeave={nothing}
        />
      )}
    </Each>
  ),
};

export const Found: Story = {
  render: () => (
    <Each of={[[], accounts.slice(0, 1), accounts]}>
      {(value) => (
        <Connected
          institutionName={institutionName}
          accounts={{ kind: 'ready', value }}
          isArriving={value.length === 1}
          onDone={nothing}
          onConnectAnother={nothing}
        />
      )}
    </Each>
  ),
};

const ends: readonly ReactNode[] = [
  <Loading key="loading" />,
  <MemberLimit key="limit" limit={25} onManage={nothing} onClose={nothing} />,
  ...onceEach(ATRIUM_ERROR_KINDS, (kind) => String(offersRetry[kind])).map((kind) => (
    <ConnectFailure
      key={kind}
      error={failure(kind)}
      onRetry={nothing}
      onBack={nothing}
      onClose={nothing}
    />
  )),
];

export const Ends: Story = { render: () => <Each of={ends}>{(end) => end}</Each> };
