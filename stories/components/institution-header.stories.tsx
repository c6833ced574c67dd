import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { InstitutionHeader } from '../../src/components/institution-header/institution-header.tsx';
import { institutions } from './fixtures.ts';
import { Gallery, repeated, still } from './frame.tsx';

const meta = {
  title: 'Components/InstitutionHeader',
  component: InstitutionHeader,
  decorators: [still],
  args: { institution: { name: 'MX Bank', url: 'https://www.mx.com/' } },
} satisfies Meta<typeof InstitutionHeader>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Short, long and right-to-left names, with and without an address. */
export const AllKindsOfNames: Story = {
  parameters: repeated,
  render: (args) => (
    <Gallery>
      {institutions.map((institution) => (
        <InstitutionHeader {...args} key={institution.code} institution={institution} />
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('mx.com')).toBeVisible();
    await expect(canvas.getByText('MB')).toBeVisible();
  },
};
