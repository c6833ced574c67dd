// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createInstance, type i18n } from 'i18next';
import { ConnectionStatus, CredentialsForm, MemberLimit } from 'react-atrium-connect';
import { createIntl, IntlProvider } from 'react-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { I18nextWords } from '../../stories/docs/samples/words-i18next.tsx';
import { ConnectInGerman } from '../../stories/docs/samples/words-locale.tsx';
import { loadMessages } from '../../stories/docs/samples/words-on-demand.ts';
import { IntlWords } from '../../stories/docs/samples/words-react-intl.tsx';
import { ConnectTwice } from '../../stories/docs/samples/words-two-languages.tsx';
import { stubHost } from '../docs/host.ts';
import { CATALOGS, TAGS, textsOf } from './every-locale.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const components = (
  <>
    <ConnectionStatus status="CHALLENGED" institutionName="R&B Bank" />
    <ConnectionStatus status="LOCKED" institutionName={null} />
    <MemberLimit limit={1_200} onClose={() => undefined} />
  </>
);

describe('with i18next', () => {
  const startI18next = async (): Promise<i18n> => {
    const i18n = createInstance();
    await i18n.init({
      lng: 'en',
      resources: {
        en: { atrium: { 'title.CHALLENGED': '{{institution}} would like to know' } },
        de: {
          atrium: {
            'title.CHALLENGED': '{{institution}} möchte etwas wissen',
            'institution.unnamed': 'Ihrer Bank',
            'status.LOCKED': 'Bitte wenden Sie sich an den Schalter von {{institution}}.',
            'limit.message_one': 'Mehr als eine geht nicht.',
            'limit.message_other': 'Mehr als {{count}} gehen nicht.',
          },
        },
      },
    });
    return i18n;
  };

  it('says the host’s words, and our own where the host has none', async () => {
    const i18n = await startI18next();
    render(<I18nextWords i18n={i18n}>{components}</I18nextWords>);
    expect(screen.getByRole('heading', { name: 'R&B Bank would like to know' })).toBeDefined();
    expect(screen.getByText(/^To authenticate your connection to R&B Bank,/)).toBeDefined();
    expect(screen.getByText(/\b1,200\b/)).toBeDefined();
  });

  it('changes its language while something is typed, and takes nothing away', async () => {
    const i18n = await startI18next();
    render(
      <I18nextWords i18n={i18n}>
        {components}
        <CredentialsForm
          credentials={[
            { guid: 'CRD-1', label: 'Username', type: 'LOGIN', fieldName: null, options: [] },
          ]}
          purpose="connect"
          institutionName="R&B Bank"
          onSubmit={() => undefined}
          isSubmitting={false}
        />
      </I18nextWords>,
    );
    const username = screen.getByLabelText<HTMLInputElement>('Username');
    fireEvent.input(username, { target: { value: 'somebody' } });
    await act(() => i18n.changeLanguage('de'));
    expect(screen.getByRole('heading', { name: 'R&B Bank möchte etwas wissen' })).toBeDefined();
    expect(screen.getByText('Bitte wenden Sie sich an den Schalter von Ihrer Bank.')).toBeDefined();
    expect(screen.getByText('Mehr als 1200 gehen nicht.')).toBeDefined();
    expect(screen.getAllByRole('region').map(({ lang }) => lang)).toEqual(Array(4).fill('de'));
    expect(screen.getByLabelText('Username')).toBe(username);
    expect(username.value).toBe('somebody');
  });
});

describe('with react-intl', () => {
  it('says the host’s words in its own plural forms, and our own where the host has none', () => {
    const messages = {
      'atrium.title.CHALLENGED': '{institution} chce o coś zapytać',
      'atrium.limit.message':
        '{count, plural, one {Tylko # bank.} few {Tylko # banki.} other {Tylko # banków.}}',
    };
    render(
      <IntlProvider locale="pl" messages={messages}>
        <IntlWords>
          {components}
          <MemberLimit limit={3} />
        </IntlWords>
      </IntlProvider>,
    );
    expect(screen.getByRole('heading', { name: 'R&B Bank chce o coś zapytać' })).toBeDefined();
    expect(screen.getByText('Tylko 3 banki.')).toBeDefined();
    expect(screen.getByText('Tylko 1200 banków.')).toBeDefined();
    expect(screen.getByText(/^Your account is locked\./)).toBeDefined();
  });
});

/** What each placeholder of a catalog could be filled with. */
const VALUES = {
  institution: 'R&B <Bank>',
  count: '1.200',
  query: "d'Or",
  label: 'PIN',
  when: 'soon',
  address: 'bank.example',
  digits: '4821',
  example: '1.250,50',
  name: "L'Épargne <b>",
  number: '2',
  status: 'Connected',
};

const filled = (text: string): string =>
  Object.entries(VALUES).reduce((all, [name, value]) => all.replaceAll(`{${name}}`, value), text);

describe.each(TAGS)('the catalog %s', (tag) => {
  const messages = Object.fromEntries(textsOf(tag));

  it('is a catalog for ICU as it stands', () => {
    const onError = (error: Error) => {
      throw error;
    };
    const intl = createIntl({ locale: tag, messages, onError });
    for (const [id, text] of textsOf(tag)) {
      expect(intl.formatMessage({ id }, VALUES)).toBe(filled(text));
    }
  });

  it('is a namespace for i18next as it stands, plurals included', async () => {
    const i18n = createInstance();
    await i18n.init({
      lng: tag,
      keySeparator: false,
      pluralSeparator: '.',
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
      resources: { [tag]: { translation: messages } },
    });
    for (const [id, text] of textsOf(tag)) expect(i18n.t(id, VALUES)).toBe(filled(text));
    const form = new Intl.PluralRules(tag).select(7);
    expect(i18n.t('search.count', { count: 7 })).toBe(
      CATALOGS[tag]?.[`search.count.${form}`]?.replace('{count}', '7'),
    );
  });
});

describe('the other samples', () => {
  it('speaks German, with a word of the host’s own', async () => {
    stubHost();
    const { container } = render(<ConnectInGerman />);
    expect(await screen.findByRole('heading', { name: 'Finden Sie Ihre Bank' })).toBeDefined();
    expect(container.querySelector('.atrium-connect-widget')?.getAttribute('lang')).toBe('de');
  });

  it('speaks two languages on one page', async () => {
    stubHost();
    render(<ConnectTwice />);
    expect(await screen.findByRole('heading', { name: 'Find your bank' })).toBeDefined();
    const inArabic = await screen.findByRole('heading', { name: 'ابحث عن مصرفك' });
    expect(inArabic.closest('.atrium-connect-widget')?.getAttribute('dir')).toBe('rtl');
  });

  it.each([
    ['es', 'Busque su banco'],
    ['fr-CA', 'Trouvez votre banque'],
    ['en', undefined],
  ])('loads a catalog when it is needed: %s', async (locale, heading) => {
    expect((await loadMessages(locale))?.['search.heading']).toBe(heading);
  });
});
