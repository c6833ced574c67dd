import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { compile } from 'tailwindcss';
import tailwind from 'tailwindcss/index.css?raw';
import { withoutLayers } from '../../scripts/without-layers.ts';
import { ChallengeForm, CredentialsForm, InstitutionHeader } from '../../src/index.ts';
import atrium from '../../src/styles.css?inline';
import { challenges, institutionName, institutionUrl, login } from '../components/fixtures.ts';
import { rgbOf } from './colours.ts';
import { HostDocument } from './host-document.tsx';
import reset from './reset.css?inline';

/** The line that a Tailwind host writes before all others: between its reset and its utilities. */
const order = '@layer theme, base, atrium-connect, components, utilities;';

const utilities =
  'max-w-sm rounded-2xl bg-emerald-50 p-6 [--atrium-color-accent:var(--color-emerald-800)] [&_.atrium-button]:rounded-full';

async function tailwindHost(): Promise<readonly string[]> {
  const compiler = await compile(`${order}\n${tailwind}`);
  return [compiler.build(utilities.split(' ')), atrium];
}

interface HostProps {
  readonly styles: readonly string[];
  readonly className: string;
}

const Host = ({ styles, className }: HostProps): ReactElement => (
  <HostDocument styles={styles}>
    <main style={{ display: 'grid', gap: '1.5rem', padding: '1.5rem' }}>
      <InstitutionHeader institution={{ name: institutionName, url: institutionUrl }} />
      <CredentialsForm
        className={className}
        credentials={login}
        purpose="connect"
        institutionName={institutionName}
        onSubmit={fn()}
        onBack={fn()}
        isSubmitting={false}
      />
      <ChallengeForm
        challenges={[challenges.options]}
        institutionName={institutionName}
        onSubmit={fn()}
        isSubmitting={false}
      />
    </main>
  </HostDocument>
);

const meta = {
  title: 'Theming/Hosts',
  component: Host,
  parameters: { layout: 'fullscreen' },
  args: { styles: [], className: '' },
  render: ({ className }, { loaded }) => <Host styles={loaded['styles']} className={className} />,
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Finds what people see in the page of the host, and how it came out. */
async function inThePage(canvas: { getByTitle: (title: string) => HTMLElement }) {
  const frame = canvas.getByTitle('The page of the host');
  const body = (frame as HTMLIFrameElement).contentDocument?.body;
  if (body === undefined) {
    throw new Error('The page of the host has not come up.');
  }
  const page = within(body);
  await waitFor(async () => expect(page.getByRole('button', { name: 'Connect' })).toBeVisible());
  return {
    page,
    styleOf: (element: Element): CSSStyleDeclaration => getComputedStyle(element),
    groundOf: (element: Element) => rgbOf(getComputedStyle(element).backgroundColor),
  };
}

/** Tailwind 4 as its compiler makes it: its reset loses to ours, and its utilities win. */
export const Tailwind: Story = {
  args: { className: utilities },
  loaders: [async () => ({ styles: await tailwindHost() })],
  play: async ({ canvas }) => {
    const { page, styleOf, groundOf } = await inThePage(canvas);
    const section = page.getByRole('region', { name: /Sign in to/ });
    const button = page.getByRole('button', { name: 'Connect' });
    const input = page.getByLabelText('Username');

    await expect(styleOf(section)).toMatchObject({ padding: '24px', maxWidth: '384px' });
    await expect(Number.parseFloat(styleOf(button).borderTopLeftRadius)).toBeGreaterThan(999);
    await expect(groundOf(button)).toEqual(rgbOf('oklch(0.432 0.095 166.913)'));

    await expect(styleOf(button)).toMatchObject({ minHeight: '44px', fontWeight: '600' });
    await expect(styleOf(input)).toMatchObject({ borderTopWidth: '1px', minHeight: '44px' });
    await expect(styleOf(page.getByRole('heading', { name: /Sign in to/ }))).toMatchObject({
      fontSize: '22px',
      fontWeight: '650',
    });
  },
};

/** A reset that undresses every button, and lies in no layer: the unlayered stylesheet stands it. */
export const UnlayeredReset: Story = {
  loaders: [() => ({ styles: [withoutLayers(atrium), reset] })],
  play: async ({ canvas }) => {
    const { page, styleOf, groundOf } = await inThePage(canvas);
    const button = page.getByRole('button', { name: 'Connect' });
    const [radio] = page.getAllByRole('radio');

    await expect(styleOf(button)).toMatchObject({
      display: 'flex',
      minHeight: '44px',
      borderTopLeftRadius: '8px',
      fontWeight: '600',
      cursor: 'pointer',
    });
    await expect(groundOf(button)).not.toEqual([255, 255, 255]);
    await expect(styleOf(page.getByLabelText('Username'))).toMatchObject({
      borderTopWidth: '1px',
      borderTopLeftRadius: '8px',
      minHeight: '44px',
    });
    await expect(radio === undefined ? null : styleOf(radio)).toMatchObject({
      appearance: 'auto',
      width: '20px',
    });
    await expect(styleOf(page.getByRole('heading', { name: /Sign in to/ })).fontSize).toBe('22px');
  },
};

/** Even so, a class of the host wins, if its stylesheet comes after ours. */
export const UnlayeredClass: Story = {
  args: { className: 'square' },
  loaders: [
    () => ({
      styles: [withoutLayers(atrium), reset, '.square .atrium-button { border-radius: 0 }'],
    }),
  ],
  play: async ({ canvas }) => {
    const { page, styleOf } = await inThePage(canvas);
    const button = page.getByRole('button', { name: 'Connect' });
    await expect(styleOf(button).borderTopLeftRadius).toBe('0px');
  },
};
