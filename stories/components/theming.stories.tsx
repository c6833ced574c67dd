import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect, fn } from 'storybook/test';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { CredentialsForm } from '../../src/components/credentials-form/credentials-form.tsx';
import { InstitutionHeader } from '../../src/components/institution-header/institution-header.tsx';
import { institutionName, institutionUrl, login } from './fixtures.ts';
import { still } from './frame.tsx';

interface HostProps {
  /** What the host sets on any element around the components. */
  readonly style: CSSProperties & Readonly<Record<`--atrium-${string}`, string>>;
}

const Host = ({ style }: HostProps): React.ReactElement => (
  <main style={{ padding: '1.5rem', maxWidth: '28rem', display: 'grid', gap: '2rem', ...style }}>
    <InstitutionHeader institution={{ name: institutionName, url: institutionUrl }} />
    <CredentialsForm
      credentials={login}
      purpose="connect"
      institutionName={institutionName}
      onSubmit={fn()}
      onBack={fn()}
      isSubmitting={false}
    />
    <ConnectionStatus
      status="LOCKED"
      institutionName={institutionName}
      institutionUrl={institutionUrl}
      actions={{ 'confirm-resolved': fn() }}
    />
  </main>
);

const meta = {
  title: 'Components/Theming',
  component: Host,
  decorators: [still],
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A host's brand, by custom properties and what text inherits: no class of ours is touched. */
export const Brand: Story = {
  args: {
    style: {
      background: '#fbf6ee',
      color: '#3b2a1e',
      fontFamily: 'Georgia, serif',
      '--atrium-color-accent': '#7a3b12',
      '--atrium-color-on-accent': '#fff8ef',
      '--atrium-radius': '2rem',
      '--atrium-font-weight-heading': '400',
      '--atrium-font-size-heading': '1.75em',
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Connect' })).toHaveStyle({
      backgroundColor: 'rgb(122, 59, 18)',
      borderRadius: '32px',
    });
    await expect(canvas.getByRole('heading', { name: 'Sign in to MX Bank' })).toHaveStyle({
      color: 'rgb(59, 42, 30)',
      fontWeight: '400',
    });
  },
};

/** A dark panel in a light page: colours follow the nearest `color-scheme`. */
export const DarkPanelInLightPage: Story = {
  args: { style: { background: '#10151c', color: '#e8edf4', colorScheme: 'dark' } },
};

/** A dense host with square corners. */
export const Dense: Story = {
  args: {
    style: {
      '--atrium-space': '0.2rem',
      '--atrium-control-height': '2.25rem',
      '--atrium-radius': '0',
      '--atrium-radius-surface': '0',
      '--atrium-font-size': '0.875rem',
    },
  },
};
