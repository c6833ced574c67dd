import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ChallengeForm } from '../../src/components/challenge-form/challenge-form.tsx';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { Connected } from '../../src/components/connected/connected.tsx';
import { Connecting } from '../../src/components/connecting/connecting.tsx';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import {
  CredentialsForm,
  type CredentialsFormProps,
} from '../../src/components/credentials-form/credentials-form.tsx';
import {
  InstitutionSearch,
  type SearchResults,
} from '../../src/components/institution-search/institution-search.tsx';
import { Loading } from '../../src/components/loading/loading.tsx';
import { MemberLimit } from '../../src/components/member-limit/member-limit.tsx';
import {
  OAuthButton,
  type OAuthButtonProps,
} from '../../src/components/oauth-button/oauth-button.tsx';
import type { ChallengeRound, ChallengeType } from '../../src/domain/challenge.ts';
import { ATRIUM_ERROR_KINDS } from '../../src/domain/errors.ts';
import { OAUTH_ERROR_REASONS } from '../../src/domain/oauth.ts';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import type { ConnectingPace, ConnectingStage } from '../../src/domain/step.ts';
import {
  account,
  accounts,
  challenges,
  everyField,
  failure,
  institutionName,
  institutions,
  institutionUrl,
  login,
} from '../components/fixtures.ts';
import { repeated, still } from '../components/frame.tsx';
import { drawing, Each, inSteadyFont } from './frame.tsx';

/** All that there is to see, for `npm run test:visual`; its rules are tested in stories of their own. */
const meta = {
  title: 'Galleries',
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

export const Statuses: Story = {
  render: () => (
    <Each of={[...CONNECTION_STATUSES, null, 'A_WORD_OF_TOMORROW']}>
      {(status) => <ConnectionStatus {...bank} status={status} actions={actions} />}
    </Each>
  ),
};

const forms: readonly Partial<CredentialsFormProps>[] = [
  {},
  { credentials: everyField },
  { purpose: 'update', status: 'DENIED' },
  { isSubmitting: true },
  { error: failure('timeout') },
];

export const Forms: Story = {
  render: () => (
    <Each of={forms}>
      {(form) => (
        <CredentialsForm
          {...bank}
          credentials={login}
          purpose="connect"
          onSubmit={nothing}
          onBack={nothing}
          isSubmitting={false}
          {...form}
        />
      )}
    </Each>
  ),
  // The first form shows what is missing from it, and where the focus goes.
  play: async ({ canvas, userEvent }) => {
    const [send] = canvas.getAllByRole('button', { name: 'Connect' });
    if (send) await userEvent.click(send);
    await canvas.findByText(/answers are missing/);
  },
};

const questions = Object.values({
  ...challenges,
  image: { ...challenges.image, imageData: drawing('#e7ecf5') },
  imageOptions: {
    ...challenges.imageOptions,
    imageOptions: challenges.imageOptions.imageOptions.map((option, index) => ({
      ...option,
      dataUri: option.dataUri && drawing(['#fdeccf', '#dff2e1', '#dce8fb'][index] ?? '#ffffff'),
    })),
  },
});

const rounds: Partial<Record<ChallengeType | 'UNKNOWN', ChallengeRound>> = {
  TEXT: 'rejected',
  TOKEN: 'repeated',
};

export const Challenges: Story = {
  render: () => (
    <Each of={questions}>
      {(question) => (
        <ChallengeForm
          challenges={[question]}
          institutionName={institutionName}
          round={rounds[question.type]}
          onSubmit={nothing}
          isSubmitting={question.type === 'UNKNOWN'}
          onCancel={nothing}
        />
      )}
    </Each>
  ),
};

const visits: readonly Partial<OAuthButtonProps>[] = [
  {},
  { phase: 'preparing' },
  { phase: 'ready', windowUri: 'https://bank.example/authorize' },
  { phase: 'away' },
  { error: failure('server') },
  ...[...OAUTH_ERROR_REASONS, 'BLOCKED', 'CLOSED', 'EXPIRED', 'UNKNOWN'].map((problem) => ({
    problem: problem as OAuthButtonProps['problem'],
  })),
];

export const OAuth: Story = {
  render: () => (
    <Each of={visits}>
      {(visit) => (
        <OAuthButton
          phase="offer"
          windowUri={null}
          mode="link"
          problem={null}
          error={null}
          institutionName={institutionName}
          onAuthorize={nothing}
          onOpen={nothing}
          onCancel={nothing}
          {...visit}
        />
      )}
    </Each>
  ),
};

// No font of the development dependencies has Arabic letters.
const readable = institutions.filter(({ name }) => !/\p{Script=Arabic}/u.test(name));
const page = { kind: 'ready', totalItems: 1_204, hasMore: true, isLoadingMore: false } as const;

const searches: readonly SearchResults[] = [
  { ...page, institutions: readable, totalItems: readable.length, hasMore: false },
  { kind: 'loading' },
  { ...page, institutions: readable.slice(0, 3) },
  { ...page, institutions: readable.slice(0, 3), isLoadingMore: true },
  { ...page, institutions: readable.slice(0, 3), error: failure('offline') },
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

const STAGES: readonly ConnectingStage[] = [
  'signing-in',
  'fetching-accounts',
  'fetching-transactions',
];
const PACES: readonly ConnectingPace[] = ['usual', 'slow', 'stalled', 'unreachable'];

export const Progress: Story = {
  render: () => (
    <Each of={STAGES.flatMap((stage) => PACES.map((pace) => ({ stage, pace })))}>
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

const thirty = Array.from({ length: 30 }, (_, index) => account(index, { name: `Pot ${index}` }));

export const Found: Story = {
  render: () => (
    <Each of={[[], accounts.slice(0, 1), accounts, thirty]}>
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
  ...ATRIUM_ERROR_KINDS.map((kind) => (
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
