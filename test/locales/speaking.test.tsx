import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { Connected } from '../../src/components/connected/connected.tsx';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { MemberLimit } from '../../src/components/member-limit/member-limit.tsx';
import { WordsProvider, type WordsProviderProps } from '../../src/components/words.tsx';
import type { Account } from '../../src/domain/account.ts';
import { AtriumError } from '../../src/domain/errors.ts';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { CATALOGS, TAGS } from './every-locale.ts';

const inWords = (
  language: Omit<WordsProviderProps, 'children'>,
  children: ReactNode,
): ReactElement => <WordsProvider {...language}>{children}</WordsProvider>;

const htmlOf = (language: Omit<WordsProviderProps, 'children'>, children: ReactNode): string =>
  renderToStaticMarkup(inWords(language, children)).replaceAll('&#x27;', "'");

/** What a person reads, without the signs that only steer its direction. */
const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, '|').replaceAll(/[\u2066-\u2069]/g, '');

const savings: Account = {
  guid: 'ACT-1',
  memberGuid: 'MBR-1',
  name: 'Tagesgeld',
  type: 'SAVINGS',
  subtype: null,
  lastFour: '4821',
  balance: 18_400.5,
  availableBalance: null,
  currencyCode: 'EUR',
  isClosed: false,
};

const connectedTo = (accounts: number): ReactElement => (
  <Connected
    institutionName="MX Bank"
    accounts={{
      kind: 'ready',
      value: Array.from({ length: accounts }, (_, index) => ({ ...savings, guid: `ACT-${index}` })),
    }}
    isArriving={false}
  />
);

describe.each(TAGS)('%s', (tag) => {
  const language = { locale: tag, messages: CATALOGS[tag] };

  it('writes an amount as the language does, in the currency of the account', () => {
    const amount = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' });
    expect(textOf(htmlOf(language, connectedTo(1)))).toContain(`|${amount.format(18_400.5)}|`);
  });

  it.each([
    ['throttled', 90_000, 2, 'minute'],
    ['throttled', 15_000, 15, 'second'],
    ['too-many-attempts', 421_000, 8, 'minute'],
    ['too-many-attempts', 15_000, 1, 'minute'],
  ] as const)('says when to try again: %s, %i ms', (kind, retryAfterMs, count, unit) => {
    const error = new AtriumError(kind, 'For developers.', { retryAfterMs });
    const when = new Intl.RelativeTimeFormat(tag).format(count, unit);
    expect(textOf(htmlOf(language, <ConnectFailure error={error} />))).toContain(when);
  });

  it.each([1, 2, 3, 11, 100])('counts %i accounts in its own plural form', (count) => {
    const form = new Intl.PluralRules(tag).select(count);
    const text = CATALOGS[tag]?.[`connected.found.${form}`];
    const number = new Intl.NumberFormat(tag).format(count);
    expect(textOf(htmlOf(language, connectedTo(count)))).toContain(
      `|${text?.replace('{count}', number)}|`,
    );
  });
});

describe('the language of a component', () => {
  const locked = <ConnectionStatus status="LOCKED" institutionName="MX Bank" />;

  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur', 'rtl'],
    ['de', 'ltr'],
    ['en-US', 'ltr'],
    ['ja', 'ltr'],
  ])('%s is marked for a screen reader, and written %s', (locale, direction) => {
    expect(htmlOf({ locale }, locked)).toMatch(
      new RegExp(`^<section [^>]*lang="${locale}" dir="${direction}"`),
    );
  });

  it('is that of the page around it until the host names one', () => {
    expect(htmlOf({ messages: de }, locked)).not.toMatch(/ (lang|dir)=/);
  });

  it('is what the host says on the component itself, where it does', () => {
    const html = htmlOf({ locale: 'ar' }, <MemberLimit limit={25} lang="fa" dir="ltr" />);
    expect(html).toMatch(/^<section [^>]*lang="fa" dir="ltr"/);
  });

  it.each([
    ['en_us', 'en-US'],
    ['de_DE.UTF-8', 'de-DE'],
    ['sr_RS@latin', 'sr-RS'],
    ['not a tag', 'en'],
    ['', 'en'],
  ])('%j is read as %s, and breaks nothing', (locale, tag) => {
    expect(htmlOf({ locale }, connectedTo(2))).toContain(`lang="${tag}"`);
  });
});

describe('a name in another script', () => {
  const named = (institutionName: string) => (
    <ConnectionStatus status="CONNECTED" institutionName={institutionName} />
  );

  it.each([
    ['ar', ar, 'MX Bank (OAuth)'],
    ['ar', ar, 'بنك النيل'],
    ['en', en, 'بنك النيل (مصر)'],
  ])('stands as an island in a sentence in %s', (locale, messages, name) => {
    expect(htmlOf({ locale, messages }, named(name))).toContain(` \u2068${name}\u2069`);
  });

  it('has nothing added to it where both it and the sentence are left-to-right', () => {
    const html = htmlOf({ locale: 'de', messages: de }, named('Öst–Väst'));
    expect(html).not.toMatch(/[\u2066-\u2069]/);
  });
});

it.each([
  ['ar', ' \u2068US$\u2069<'],
  ['en', '>$18,400.50<'],
  ['de', ' $<'],
])('keeps the sign of a currency in one piece: %s', (locale, sign) => {
  const accounts = { kind: 'ready', value: [{ ...savings, currencyCode: 'USD' }] } as const;
  const html = htmlOf(
    { locale },
    <Connected institutionName={null} accounts={accounts} isArriving={false} />,
  ).replaceAll('\u00a0', ' ');
  expect(html).toContain(sign);
});

describe('words of the host’s own', () => {
  const limit = (count: number) => <MemberLimit limit={count} onClose={() => undefined} />;

  it('take the place of a catalog’s, key by key', () => {
    const messages = { ...de, 'limit.close': 'Fenster schließen' };
    const text = textOf(htmlOf({ locale: 'de', messages }, limit(25)));
    expect(text).toContain('|Fenster schließen|');
    expect(text).toContain(`|${de['limit.heading']}|`);
  });

  it('leave English where they are silent, in its own plural forms', () => {
    const messages = { 'limit.close': 'Fermer' };
    const text = textOf(htmlOf({ locale: 'fr', messages }, connectedTo(1)));
    expect(text).toContain('|1 account found|');
    // French counts nothing as one, English does not.
    expect(textOf(htmlOf({ locale: 'fr', messages }, limit(0)))).toContain(
      `${en['limit.message.other'].replace('{count}', '0')}|`,
    );
  });

  it('are asked for with values that need no further care', () => {
    const asked: Record<string, unknown> = {};
    const translate: WordsProviderProps['translate'] = (key, values, fallback) => {
      asked[key] = values;
      return fallback;
    };
    htmlOf({ locale: 'de', messages: de, translate }, connectedTo(0));
    htmlOf(
      { locale: 'de', messages: de, translate },
      <ConnectionStatus status="CONNECTED" institutionName={null} />,
    );
    htmlOf({ translate }, limit(25));
    expect(asked).toMatchObject({
      'status.CONNECTED': { institution: 'Ihrem Institut' },
      'limit.message': { count: 25 },
    });
  });
});
