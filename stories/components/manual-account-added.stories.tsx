import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ManualAccountAdded } from '../../src/components/manual-account-added/manual-account-added.tsx';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/ManualAccountAdded',
  component: ManualAccountAdded,
  decorators: [still],
  args: { name: 'Piggy bank', onDone: fn(), onAddAnother: fn() },
} satisfies Meta<typeof ManualAccountAdded>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Added: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText(/^“Piggy bank” is now kept by hand/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Add another account' }));
    await expect(args.onAddAnother).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await expect(args.onDone).toHaveBeenCalledOnce();
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };

export const WithoutActions: Story = {
  render: ({ name }) => <ManualAccountAdded name={name} />,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const LongName: Story = {
  args: { name: 'The account that pays for the house, the car and everything that the cat needs' },
};

export const NameFromTheRight: Story = { args: { name: 'حساب التوفير (قديم)' } };
