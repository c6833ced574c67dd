import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import {
  ManualAccountForm,
  type ManualAccountFormProps,
} from '../../src/components/manual-account-form/manual-account-form.tsx';
import { ACCOUNT_TYPES } from '../../src/domain/manual-account.ts';
import { failure, institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/ManualAccountForm',
  component: ManualAccountForm,
  decorators: [still],
  args: { institutionName, onSubmit: fn(), onCancel: fn(), isSubmitting: false },
} satisfies Meta<typeof ManualAccountForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('  Piggy bank ');
    await userEvent.selectOptions(canvas.getByLabelText('Kind of account'), 'Cash');
    const balance = canvas.getByLabelText('Balance (optional)');
    await expect(balance).toHaveAttribute('inputmode', 'decimal');
    await userEvent.type(balance, '1,250.50{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith({
      name: 'Piggy bank',
      type: 'CASH',
      balance: 1250.5,
    });
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

/** Every kind that the API knows, in the words of the language. */
export const EveryKind: Story = {
  play: async ({ canvas }) => {
    const kinds = [...canvas.getByLabelText<HTMLSelectElement>('Kind of account').options];
    await expect(kinds.map(({ value }) => value)).toEqual(['', ...ACCOUNT_TYPES]);
    await expect(kinds.map(({ label }) => label)).not.toContain(expect.stringMatching(/_/));
  },
};

/** Without a balance, none is sent: it is not the same as nothing. */
export const WithoutBalance: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Name of the account'), 'The house');
    await userEvent.selectOptions(canvas.getByLabelText('Kind of account'), 'Property');
    await userEvent.click(canvas.getByRole('button', { name: 'Add account' }));
    await expect(args.onSubmit).toHaveBeenLastCalledWith({
      name: 'The house',
      type: 'PROPERTY',
      balance: null,
    });
  },
};

/** Every field with a fault is named once on top, which has the focus, and says its own beside it. */
export const Faulty: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const balance = canvas.getByLabelText('Balance (optional)');
    await userEvent.type(balance, 'a lot');
    await userEvent.click(canvas.getByRole('button', { name: 'Add account' }));
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await expect(canvas.getByRole('alert')).toHaveFocus();
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please check what you have entered');
    await expect(canvas.getByLabelText('Name of the account')).toBeInvalid();
    await expect(balance).toHaveAccessibleDescription(
      'Please enter an amount such as 1,250.50, or leave this empty.',
    );
    await expect(balance).toHaveValue('a lot');
    await userEvent.click(canvas.getByRole('button', { name: 'Balance (optional)' }));
    await expect(balance).toHaveFocus();
  },
};

export const FaultyInTheDark: Story = { ...Faulty, globals: { colorScheme: 'dark' } };

/** However often it is pressed, it is sent once; and what was typed stays to be seen. */
export const Submitting: Story = {
  render: function Sending(args: ManualAccountFormProps) {
    const [isSubmitting, setIsSubmitting] = useState(args.isSubmitting);
    const submit: ManualAccountFormProps['onSubmit'] = (account) => {
      args.onSubmit(account);
      setIsSubmitting(true);
    };
    return <ManualAccountForm {...args} isSubmitting={isSubmitting} onSubmit={submit} />;
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.selectOptions(canvas.getByLabelText('Kind of account'), 'Cash');
    const name = canvas.getByLabelText('Name of the account');
    await userEvent.type(name, 'Piggy bank{Enter}');
    await userEvent.click(canvas.getByRole('button', { name: 'Adding …' }));
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(args.onCancel).not.toHaveBeenCalled();
    await expect(name).toHaveValue('Piggy bank');
  },
};

export const OnItsWay: Story = { args: { isSubmitting: true } };

/** What was typed is still there to be sent again. */
export const NotSent: Story = {
  render: function Failing(args: ManualAccountFormProps) {
    const [error, setError] = useState<ManualAccountFormProps['error']>(null);
    return (
      <ManualAccountForm {...args} error={error} onSubmit={() => setError(failure('timeout'))} />
    );
  },
  play: async ({ canvas, userEvent }) => {
    const name = canvas.getByLabelText('Name of the account');
    const kind = canvas.getByLabelText('Kind of account');
    await userEvent.selectOptions(kind, 'Loan');
    await userEvent.type(canvas.getByLabelText('Balance (optional)'), '12,5');
    await userEvent.type(name, 'What I owe Mum{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent('No answer in time');
    await expect(name).toHaveValue('What I owe Mum');
    await expect(kind).toHaveValue('LOAN');
    await expect(canvas.getByLabelText('Balance (optional)')).toHaveValue('12,5');
  },
};

export const NamelessInstitution: Story = { args: { institutionName: null } };
