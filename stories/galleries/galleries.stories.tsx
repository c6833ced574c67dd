import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect } from 'storybook/test';
import { AccountChoice } from '../../src/components/account-choice/account-choice.tsx';
import { ChallengeForm } from '../../src/components/challenge-form/challenge-form.tsx';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { Connected } from '../../src/components/connected/connected.tsx';
import { Connecting } from '../../src/components/connecting/connecting.tsx';
import {
  ConnectionStatus,
  type ConnectionStatusProps,
} from '../../src/components/connection-status/connection-status.tsx';
import { Consent } from '../../src/components/consent/consent.tsx';
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
import { ModeOffer } from '../../src/components/mode-offer/mode-offer.tsx';
import { ModeUnavailable } from '../../src/components/mode-unavailable/mode-unavailable.tsx';
import {
  OAuthButton,
  type OAuthButtonProps,
} from '../../src/components/oauth-button/oauth-button.tsx';
import { OAuthReturned } from '../../src/components/oauth-returned/oauth-returned.tsx';
import type { ChallengeRound, ChallengeType } from '../../src/domain/challenge.ts';
import { ATRIUM_ERROR_KINDS, isRetryable } from '../../src/domain/errors.ts';
import { CONNECTION_STATUSES, statusRow } from '../../src/domain/status.ts';
import type { ConnectingPace, ConnectingStage } from '../../src/domain/step.ts';
import {
  accounts,
  challenges,
  everyField,
  failure,
  institutionName,
  institutions,
  institutionUrl,
  login,
  terms,
} from '../components/fixtures.ts';
import { repeated, still } from '../components/frame.tsx';
import { drawing, Each, inSteadyFont, onceEach } from './frame.tsx';

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

const statuses = onceEach(
  [...CONNECTION_STATUSES, null, 'UNKNOWN' as const].map(statusRow),
  ({ tone, remedies }) => [tone, ...remedies].join(),
);

const reports: readonly ConnectionStatusProps[] = [
  ...statuses.map(({ name }) => ({ status: name })),
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
  play: async ({ canvas, canvasElement, userEvent }) => {
    const send = canvasElement.querySelector("[type='submit']");
    if (send) await userEvent.click(send);
    const [summary] = await canvas.findAllByRole('alert');
    await expect(summary).toHaveFocus();
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
  { phase: 'ready', mode: 'redirect', windowUri: 'https://bank.example/', hasLeavingNotice: true },
  { status: 'IMPAIRED' },
  { error: failure('server') },
  { problem: 'BLOCKED' },
];

/** On the way to the bank, there, and at the end of its tab. */
const atTheBank = [...visits, 'returned'] as const;

export const OAuth: Story = {
  render: () => (
    <Each of={atTheBank}>
      {(visit) =>
        visit === 'returned' ? (
          <OAuthReturned onContinue={nothing} />
        ) : (
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
        )
      }
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

const modes: readonly ReactNode[] = [
  <Consent
    key="consent"
    terms={terms}
    institutionName={institutionName}
    onAccept={nothing}
    onDecline={nothing}
  />,
  <AccountChoice
    key="choice"
    accounts={accounts.slice(0, 3)}
    institutionName={institutionName}
    onChoose={nothing}
    onCancel={nothing}
  />,
  <ModeOffer
    key="offer"
    mode="verification"
    institutionName={institutionName}
    onStart={nothing}
    isStarting={false}
    onCancel={nothing}
  />,
  <ModeUnavailable
    key="unavailable"
    reason="app"
    institutionName={institutionName}
    onContactSupport={nothing}
    onClose={nothing}
  />,
];

export const Modes: Story = { render: () => <Each of={modes}>{(mode) => mode}</Each> };

const ends: readonly ReactNode[] = [
  <Loading key="loading" />,
  <MemberLimit key="limit" limit={25} onManage={nothing} onClose={nothing} />,
  ...onceEach(ATRIUM_ERROR_KINDS, (kind) => String(isRetryable[kind])).map((kind) => (
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
