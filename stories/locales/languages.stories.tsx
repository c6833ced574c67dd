import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { expect, within } from 'storybook/test';
import { WordsProvider } from '../../src/components/words.tsx';
import type { MessageKey } from '../../src/locales/messages.ts';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { repeated, still } from '../components/frame.tsx';
import { HostPage } from '../support/host-page.tsx';
import { freshWorld, QUICK, worldOf } from '../support/in-the-tab.ts';
import { catalogs } from '../support/locales.ts';

interface SpeakingWidgetProps {
  /** The tag of a catalog. */
  readonly locale: string;
}

const widget = <ConnectWidget institutionCode="mxbank" pollPolicy={QUICK} />;

/** A widget with a language of its own, whatever the page speaks. */
const SpeakingWidget = ({ locale }: SpeakingWidgetProps): ReactNode => (
  <WordsProvider locale={locale} messages={catalogs[locale]}>
    {widget}
  </WordsProvider>
);

const onOnePage: Decorator = (Story, context) => (
  <HostPage world={worldOf(context)} locale="en">
    <Story />
  </HostPage>
);

const meta = {
  title: 'Languages/Languages',
  component: SpeakingWidget,
  tags: ['!autodocs'],
  decorators: [still, onOnePage],
  loaders: [freshWorld()],
  args: { locale: 'de' },
} satisfies Meta<typeof SpeakingWidget>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a catalog says, with the bank's name in it. */
const said = (locale: string, key: MessageKey): string =>
  (catalogs[locale]?.[key] ?? '').replace('{institution}', 'MX Bank');

const sideBySide: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '3rem' };

const PAIR = ['de', 'ar'] as const;

/** Two widgets on one page, each marked with its language and written in its direction, whatever the page’s. */
export const TwoAtOnce: Story = {
  globals: { direction: 'rtl' },
  parameters: repeated,
  render: () => (
    <div style={sideBySide}>
      {PAIR.map((locale) => (
        <div key={locale} data-testid={locale} style={{ flex: '1 1 18rem' }}>
          <SpeakingWidget locale={locale} />
        </div>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    for (const [locale, direction] of [
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      const place = within(canvas.getByTestId(locale));
      const submit = await place.findByRole('button', { name: said(locale, 'credentials.submit') });
      const root = submit.closest('.atrium-connect-widget');
      await expect(root).toHaveAttribute('lang', locale);
      await expect(root).toHaveStyle({ direction });
      const [arrow] = root?.querySelectorAll('.atrium-link .atrium-icon') ?? [];
      const { scale } = getComputedStyle(arrow ?? document.body);
      await expect(scale).toBe(direction === 'rtl' ? '-1 1' : 'none');
    }
  },
};

function WithSwitch({ locale }: SpeakingWidgetProps): ReactNode {
  const [current, setCurrent] = useState(locale);
  return (
    <>
      <p>
        {Object.keys(catalogs).map((tag) => (
          <button key={tag} type="button" onClick={() => setCurrent(tag)}>
            {tag}
          </button>
        ))}
      </p>
      <SpeakingWidget locale={current} />
    </>
  );
}

/** A change of language takes nothing away of what is typed. */
export const SwitchedWhileTyping: Story = {
  render: (args) => <WithSwitch {...args} />,
  play: async ({ canvas, userEvent }) => {
    const username = await canvas.findByLabelText('Username');
    await userEvent.type(username, 'test_atrium');
    for (const locale of ['ar', 'fr-CA', 'en']) {
      await userEvent.click(canvas.getByRole('button', { name: locale }));
      await expect(
        canvas.getByRole('button', { name: said(locale, 'credentials.submit') }),
      ).toBeVisible();
      await expect(username).toBeVisible();
      await expect(username).toHaveValue('test_atrium');
    }
  },
};
