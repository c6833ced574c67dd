import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Connected } from '../../src/components/connected/connected.tsx';
import { WordsProvider } from '../../src/components/words.tsx';
import { account, accounts, failure, institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/Connected',
  component: Connected,
  decorators: [still],
  args: {
    institutionName,
    accounts: { kind: 'ready', value: accounts },
    isArriving: false,
    onDone: fn(),
    onConnectAnother: fn(),
  },
} satisfies Meta<typeof Connected>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Accounts: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Connected to MX Bank ...')).toBeVisible();
    await expect(canvas.getByRole('list', { name: '5 accounts found' })).toBeVisible();
    await expect(canvas.getByText('€90.00')).toBeVisible();
  },
};

export const InTheDark: Story = { args: { isArriving: true }, globals: { colorScheme: 'dark' } };

export const OneAccount: Story = { args: { accounts: { kind: 'ready', value: [account(1)] } } };

const KINDS = [
  'CHECKING',
  'SAVINGS',
  'CREDIT_CARD',
  'LOAN',
  'MORTGAGE',
  'INVESTMENT',
  'LINE_OF_CREDIT',
  'CHECKING_LINE_OF_CREDIT',
  'PROPERTY',
  'CASH',
  'INSURANCE',
  'PREPAID',
  'A_KIND_OF_TOMORROW',
];

export const EveryKind: Story = {
  args: {
    accounts: { kind: 'ready', value: KINDS.map((type, index) => account(index, { type })) },
  },
};

export const NoAccount: Story = { args: { accounts: { kind: 'ready', value: [] } } };

const thirty = Array.from({ length: 30 }, (_, index) => account(index, { name: `Pot ${index}` }));

export const ThirtyAccounts: Story = { args: { accounts: { kind: 'ready', value: thirty } } };

export const StillArriving: Story = { args: { accounts: { kind: 'loading' }, isArriving: true } };

export const AccountsFailed: Story = {
  args: { accounts: { kind: 'failed', error: failure('server') } },
};

export const ForVerification: Story = { args: { mode: 'verification' } };

export const ForIdentification: Story = { args: { mode: 'identification' } };

/** Amounts follow the language in force, in the currency of the account. */
export const InGerman: Story = {
  decorators: [
    (StoryWithin) => (
      <WordsProvider locale="de" messages={{ 'connected.found.other': '{count} Konten gefunden' }}>
        <StoryWithin />
      </WordsProvider>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('list', { name: '5 Konten gefunden' })).toBeVisible();
    await expect(canvas.getByText('18.400,00 $')).toBeVisible();
  },
};
