import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fireEvent, fn } from 'storybook/test';
import {
  CredentialsForm,
  type CredentialsFormProps,
} from '../../src/components/credentials-form/credentials-form.tsx';
import {
  detail,
  everyField,
  failure,
  institutionName,
  institutionUrl,
  login,
  member,
} from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/CredentialsForm',
  component: CredentialsForm,
  decorators: [still],
  args: {
    credentials: login,
    purpose: 'connect',
    institutionName,
    institutionUrl,
    onSubmit: fn(),
    onBack: fn(),
    isSubmitting: false,
  },
} satisfies Meta<typeof CredentialsForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Connect: Story = {
  play: async ({ args, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('someone');
    await userEvent.tab();
    await userEvent.keyboard('a word{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith([
      { guid: 'CRD-1', value: 'someone' },
      { guid: 'CRD-2', value: 'a word' },
    ]);
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

export const EveryField: Story = {
  args: { credentials: everyField },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Username')).toHaveAttribute('autocomplete', 'username');
    await expect(canvas.getByLabelText('Password')).toHaveAttribute(
      'autocomplete',
      'current-password',
    );
    await expect(canvas.getByLabelText('Code from your card reader')).toHaveAttribute(
      'autocomplete',
      'one-time-code',
    );
  },
};

export const UpdateAfterDenial: Story = {
  args: { purpose: 'update', status: 'DENIED' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(
        'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.',
      ),
    ).toBeVisible();
  },
};

/** Why the details are wanted again, more exactly than the status says. */
export const UpdateAfterAnError: Story = {
  args: { purpose: 'update', status: 'DENIED', detail: detail(1002) },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/^Please allow access to your accounts at MX Bank/),
    ).toBeVisible();
  },
};

/** Every gap is named once on top, which has the focus, and once beside the field. */
export const Missing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await expect(canvas.getByRole('alert')).toHaveFocus();
    await expect(canvas.getByRole('alert')).toHaveTextContent('2 answers are missing');
    const password = canvas.getByLabelText('Password');
    await expect(password).toBeInvalid();
    await expect(password).toHaveAccessibleDescription(/^Please fill this in\.\s*$/);
    await userEvent.click(canvas.getByRole('button', { name: 'Password' }));
    await expect(password).toHaveFocus();
  },
};

export const MissingInTheDark: Story = { ...Missing, globals: { colorScheme: 'dark' } };

export const PasswordHints: Story = {
  play: async ({ canvas, userEvent }) => {
    const password = canvas.getByLabelText('Password');
    await userEvent.type(password, 'a word ');
    await fireEvent.keyDown(password, { key: 'A', modifierCapsLock: true });
    await expect(password).toHaveAccessibleDescription('Caps Lock is on.');
    await userEvent.click(canvas.getByRole('button', { name: 'Show Password' }));
    await expect(password).toHaveAttribute('type', 'text');
    await expect(password).toHaveAccessibleDescription(/^There is a space/);
    await expect(canvas.getByRole('button', { name: 'Hide Password' })).toHaveTextContent('Hide');
  },
};

/** However often it is pressed, it is sent once; and what was typed stays to be seen. */
export const Submitting: Story = {
  render: function Sending(args: CredentialsFormProps) {
    const [isSubmitting, setIsSubmitting] = useState(false);
    const submit: CredentialsFormProps['onSubmit'] = (answers) => {
      args.onSubmit(answers);
      setIsSubmitting(true);
    };
    return <CredentialsForm {...args} isSubmitting={isSubmitting} onSubmit={submit} />;
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Username'), 'someone');
    await userEvent.type(canvas.getByLabelText('Password'), 'a word{Enter}');
    const button = canvas.getByRole('button', { name: 'Connecting …' });
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await userEvent.type(canvas.getByLabelText('Username'), ' else');
    await expect(canvas.getByLabelText('Username')).toHaveValue('someone');
  },
};

/** The proxy limits how often a user can send credentials. What the user typed stays. */
export const TooManyAttempts: Story = {
  render: function Failing(args: CredentialsFormProps) {
    const [error, setError] = useState<CredentialsFormProps['error']>(null);
    const refuse = () => setError(failure('too-many-attempts', 421_000));
    return <CredentialsForm {...args} error={error} onSubmit={refuse} />;
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Username'), 'someone');
    await userEvent.type(canvas.getByLabelText('Password'), 'a word{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please try again in 8 minutes.');
    await expect(canvas.getByLabelText('Username')).toHaveValue('someone');
    await expect(canvas.getByLabelText('Password')).toHaveValue('a word');
    await expect(canvas.getByRole('button', { name: 'Back' })).toBeVisible();
  },
};

/** What was typed is still there to be sent again. */
export const NotSent: Story = {
  render: function Failing(args: CredentialsFormProps) {
    const [error, setError] = useState<CredentialsFormProps['error']>(null);
    return (
      <CredentialsForm {...args} error={error} onSubmit={() => setError(failure('timeout'))} />
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Username'), 'someone');
    await userEvent.type(canvas.getByLabelText('Password'), 'a word{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent('No answer in time');
    await expect(canvas.getByLabelText('Username')).toHaveValue('someone');
    await expect(canvas.getByLabelText('Password')).toHaveValue('a word');
  },
};

/** The user has two logins at this bank, and the API does not say which one this is. */
export const AlreadyConnected: Story = {
  args: {
    error: failure('conflict'),
    existing: [member(1), member(2, { connectionStatus: 'LOCKED' })],
    onOpenMember: fn(),
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^View connection 2: / }));
    await expect(args.onOpenMember).toHaveBeenLastCalledWith(member(2).guid);
  },
};
