import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect, fn } from 'storybook/test';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { CredentialsForm } from '../../src/components/credentials-form/credentials-form.tsx';
import { InstitutionHeader } from '../../src/components/institution-header/institution-header.tsx';
import { checkAppearance } from '../../src/check-appearance.ts';
import { institutionName, institutionUrl, login } from '../components/fixtures.ts';
import { still } from '../components/frame.tsx';
import { rgbOf } from './colours.ts';

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
  title: 'Theming/Properties',
  component: Host,
  decorators: [still],
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The least that a host sets. Hover, focus, tints, links, larger corners: all of it follows. */
export const AccentRadiusAndFont: Story = {
  args: {
    style: {
      fontFamily: 'Georgia, serif',
      '--atrium-color-accent': '#0a2540',
      '--atrium-radius': '0',
    },
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Connect' });
    await expect(rgbOf(getComputedStyle(button).backgroundColor)).toEqual([10, 37, 64]);
    await expect(rgbOf(getComputedStyle(button).color)).toEqual([255, 255, 255]);
    await expect(button).toHaveStyle({ borderRadius: '0px', fontFamily: 'Georgia, serif' });
    await expect(checkAppearance(canvas.getByRole('main'))).toEqual([]);
  },
};

/** The same brand on a dark page, of which the host says no more than that it is dark. */
export const AccentInTheDark: Story = {
  args: {
    style: {
      ...AccentRadiusAndFont.args?.style,
      background: 'Canvas',
      color: 'CanvasText',
      colorScheme: 'dark',
    },
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Connect' });
    await expect(rgbOf(getComputedStyle(button).color)).toEqual([0, 0, 0]);
    await expect(checkAppearance(canvas.getByRole('main'))).toEqual([]);
  },
};

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
    const button = canvas.getByRole('button', { name: 'Connect' });
    await expect(rgbOf(getComputedStyle(button).backgroundColor)).toEqual([122, 59, 18]);
    await expect(button).toHaveStyle({ borderRadius: '32px' });
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
