import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties, ReactElement } from 'react';
import { expect, fn } from 'storybook/test';
import { checkAppearance } from '../../src/check-appearance.ts';
import { CredentialsForm } from '../../src/components/credentials-form/credentials-form.tsx';
import { institutionName, login } from '../components/fixtures.ts';
import { still } from '../components/frame.tsx';

interface HostProps {
  /** What the host sets around the widget. */
  readonly style: CSSProperties & Readonly<Record<`--atrium-${string}`, string>>;
}

const Host = ({ style }: HostProps): ReactElement => (
  <main data-testid="host" style={{ padding: '1.5rem', maxWidth: '29rem', ...style }}>
    <CredentialsForm
      credentials={login}
      purpose="connect"
      institutionName={institutionName}
      onSubmit={fn()}
      onBack={fn()}
      isSubmitting={false}
    />
  </main>
);

const meta = {
  title: 'Theming/Contrast',
  component: Host,
  decorators: [still],
  args: { style: {} },
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

const pairsThatFail = (host: Element, warn = fn()): string[] =>
  checkAppearance(host, { warn }).map(({ pair }) => pair);

const passes: NonNullable<Story['play']> = async ({ canvas }) => {
  await expect(pairsThatFail(canvas.getByTestId('host'))).toEqual([]);
};

export const Defaults: Story = { play: passes };

export const DefaultsInTheDark: Story = {
  args: { style: { colorScheme: 'dark', background: 'Canvas', color: 'CanvasText' } },
  play: passes,
};

/** Pale enough to vanish: as a fill it gets dark text, as text it is darkened. */
export const APaleAccentAlone: Story = {
  args: { style: { '--atrium-color-accent': '#ffe3a3' } },
  play: passes,
};

/** Insisting on white text is a mistake that the library cannot mend, and names. */
export const APaleAccentUnderWhite: Story = {
  args: {
    style: { '--atrium-color-accent': '#ffb547', '--atrium-color-on-accent': '#fff' },
  },
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvas }) => {
    const host = canvas.getByTestId('host');
    const before = host.innerHTML;
    const warn = fn();
    await expect(checkAppearance(host, { warn })).toMatchObject([
      { pair: 'the primary button', need: 4.5, property: '--atrium-color-on-accent' },
      { pair: 'the primary button under the pointer', need: 4.5 },
    ]);
    await expect(warn).toHaveBeenCalledWith(
      'Contrast of the primary button: 1.75:1, and some people need 4.5:1 to see it (WCAG 2.2 AA). Change --atrium-color-on-accent, or what it stands on.',
    );
    await expect(host.innerHTML).toBe(before);
  },
};

/** A page that is dark and does not say so: text is its own, but all else is mixed for a light one. */
export const DarkWithoutColorScheme: Story = {
  args: { style: { background: '#10151c', color: '#e8edf4' } },
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvas }) => {
    const pairs = pairsThatFail(canvas.getByTestId('host'));
    await expect(pairs).toEqual(expect.arrayContaining(['a link', 'the focus ring']));
    await expect(pairs).not.toContain('text on the ground');
  },
};

const STEPS = [0, 0x55, 0xaa, 0xff];

/** Four shades each of red, green and blue: 64 accents, of which nobody would choose most. */
const accents = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue) => `rgb(${red}, ${green}, ${blue})`)),
);

const ofTheAccent = [
  'a link',
  'the primary button',
  'the primary button under the pointer',
  'the border of what is chosen',
  'the focus ring',
  'the icon on the progress tint',
  'the progress badge',
];

/** Whatever one colour a host sets, what follows from it is legible, on a light ground and a dark one. */
export const AnyAccent: Story = {
  play: async ({ canvas }) => {
    const host = canvas.getByTestId('host');
    const failures: string[] = [];
    for (const scheme of ['light', 'dark']) {
      host.style.cssText += `; color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      for (const accent of accents) {
        host.style.setProperty('--atrium-color-accent', accent);
        const failed = pairsThatFail(host).filter((pair) => ofTheAccent.includes(pair));
        failures.push(...failed.map((pair) => `${accent}, ${scheme}: ${pair}`));
      }
    }
    await expect(failures).toEqual([]);
  },
};
