import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect } from 'storybook/test';
import { AccountChoice } from '../../src/components/account-choice/account-choice.tsx';
import { ChallengeForm } from '../../src/components/challenge-form/challenge-form.tsx';
import { Consent } from '../../src/components/consent/consent.tsx';
import {
  CredentialsForm,
  type CredentialsFormProps,
} from '../../src/components/credentials-form/credentials-form.tsx';
import { ManualAccountAdded } from '../../src/components/manual-account-added/manual-account-added.tsx';
import { ManualAccountForm } from '../../src/components/manual-account-form/manual-account-form.tsx';
import { ModeOffer } from '../../src/components/mode-offer/mode-offer.tsx';
import { ModeUnavailable } from '../../src/components/mode-unavailable/mode-unavailable.tsx';
import {
  OAuthButton,
  type OAuthButtonProps,
} from '../../src/components/oauth-button/oauth-button.tsx';
import { OAuthReturned } from '../../src/components/oauth-returned/oauth-returned.tsx';
import type { ChallengeRound, ChallengeType } from '../../src/domain/challenge.ts';
import {
  accounts,
  challenges,
  everyField,
  failure,
  institutionName,
  institutionUrl,
  login,
  terms,
} from '../components/fixtures.ts';
import { repeated, still } from '../components/frame.tsx';
import { drawing, Each, inSteadyFont } from './frame.tsx';

/** The steps that ask for something, for `npm run test:visual`; their rules are tested in stories of their own. */
const meta = {
  title: 'Galleries/Asking',
  tags: ['gallery', '!autodocs', '!test'],
  decorators: [inSteadyFont, still],
  parameters: repeated,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const nothing = (): void => undefined;
const bank = { institutionName, institutionUrl };

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
    const send = canvasElement.querySelector('.atrium-form [data-kind=primary]');
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

const byHand: readonly ReactNode[] = [
  <ManualAccountForm
    key="form"
    institutionName={institutionName}
    onSubmit={nothing}
    onCancel={nothing}
    isSubmitting={false}
  />,
  <ManualAccountForm
    key="failed"
    institutionName={institutionName}
    onSubmit={nothing}
    onCancel={nothing}
    isSubmitting={false}
    error={failure('timeout')}
  />,
  <ManualAccountAdded key="added" name="Piggy bank" onDone={nothing} onAddAnother={nothing} />,
];

export const ManualAccounts: Story = {
  render: () => <Each of={byHand}>{(step) => step}</Each>,
  // The first form shows what is wrong with it, and where the focus goes.
  play: async ({ canvas, canvasElement, userEvent }) => {
    const balance = canvasElement.querySelector("[inputmode='decimal']");
    const send = canvasElement.querySelector('.atrium-form [data-kind=primary]');
    if (balance && send) {
      await userEvent.type(balance, 'a lot');
      await userEvent.click(send);
    }
    await expect((await canvas.findAllByRole('alert'))[0]).toHaveFocus();
  },
};
