import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { checkAppearance } from '../../src/check-appearance.ts';
import { still, repeated } from '../components/frame.tsx';
import { HostPage } from './host-page.tsx';
import { themes } from './themes.ts';

const [bank, neobank, backOffice] = themes;

const meta = {
  title: 'Theming/Themes',
  component: HostPage,
  decorators: [still],
  parameters: { ...repeated, layout: 'fullscreen' },
} satisfies Meta<typeof HostPage>;

export default meta;
type Story = StoryObj<typeof meta>;

const play: NonNullable<Story['play']> = async ({ canvas }) => {
  const problems = checkAppearance(canvas.getByTestId('host'));
  await expect(problems).toEqual([]);
};

const dark = { globals: { colorScheme: 'dark' }, play };
const arabic = { globals: { locale: 'ar' }, play };

export const Bank: Story = { args: { theme: bank }, play };
export const BankInTheDark: Story = { args: { theme: bank }, ...dark };
export const BankInArabic: Story = { args: { theme: bank }, ...arabic };

export const Neobank: Story = { args: { theme: neobank }, play };
export const NeobankInTheDark: Story = { args: { theme: neobank }, ...dark };
export const NeobankInArabic: Story = { args: { theme: neobank }, ...arabic };

export const BackOffice: Story = { args: { theme: backOffice }, play };
export const BackOfficeInTheDark: Story = { args: { theme: backOffice }, ...dark };
export const BackOfficeInArabic: Story = { args: { theme: backOffice }, ...arabic };
