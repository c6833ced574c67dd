import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Connected } from '../../src/components/connected/connected.tsx';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import {
  WordsProvider,
  usePlurals,
  type WordValues,
  type WordsProviderProps,
} from '../../src/components/words.tsx';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import { en } from '../../src/locales/en.ts';
import { search } from '../../src/locales/en/search.ts';
import type { MessageKey, Messages } from '../../src/locales/messages.ts';

function Says({ count }: { readonly count: number }): ReactNode {
  return usePlurals(search)('search.count', { count });
}

const said = (count: number, language: Omit<WordsProviderProps, 'children'> = {}): string =>
  renderToStaticMarkup(
    <WordsProvider {...language}>
      <Says count={count} />
    </WordsProvider>,
  );

describe('what a component says', () => {
  it.each([
    [0, '0 institutions found'],
    [1, '1 institution found'],
    [1_204, '1,204 institutions found'],
  ])('is English unless asked otherwise: %i', (count, text) => {
    expect(said(count)).toBe(text);
  });

  it('follows the plural rules and the digits of the language', () => {
    const polish = {
      'search.count.one': '{count} bank',
      'search.count.few': '{count} banki',
      'search.count.other': '{count} banków',
    };
    const language = { locale: 'pl', messages: polish };
    expect([1, 3, 12_345].map((count) => said(count, language).replaceAll('\u00a0', ' '))).toEqual([
      '1 bank',
      '3 banki',
      '12 345 banków',
    ]);
  });

  it('falls back to English for a key that the host leaves out or undefined', () => {
    expect(said(2, { locale: 'es', messages: { 'search.count.other': undefined } })).toBe(
      '2 institutions found',
    );
  });

  it('shows a text that the host has as a number', () => {
    const messages = JSON.parse('{ "search.count.other": 2 }') as Partial<Messages>;
    expect(said(2, { messages })).toBe('2');
  });

  it('hands the key, its values and the text to the host’s own i18n', () => {
    const seen: [string, WordValues, string][] = [];
    const translate = (key: string, values: WordValues, fallback: string): string => {
      seen.push([key, values, fallback]);
      return 'as the host says';
    };
    expect(said(2, { translate })).toBe('as the host says');
    expect(seen).toEqual([['search.count', { count: 2 }, '2 institutions found']]);
  });

  it('shows text from the API as text', () => {
    const html = renderToStaticMarkup(
      <Connected institutionName="<b>Bank</b>" accounts={{ kind: 'loading' }} isArriving={false} />,
    );
    expect(html).toContain('Connected to &lt;b&gt;Bank&lt;/b&gt; ...');
  });

  it.each(CONNECTION_STATUSES)('says the message of %s as the API words it', (status) => {
    const message = statusMessage(status, { institutionName: 'MX Bank' });
    const html = renderToStaticMarkup(
      <ConnectionStatus status={status} institutionName="MX Bank" />,
    ).replaceAll('&#x27;', "'");
    expect(html.includes('atrium-message')).toBe(message !== null);
    expect(html).toContain(message ?? 'data-status="PENDING"');
  });
});

describe('the English catalog', () => {
  const keys = Object.keys(en) as MessageKey[];

  it('says every status that has a message', () => {
    expect(keys.filter((key) => /^status\.[A-Z]+$/.test(key))).toHaveLength(
      CONNECTION_STATUSES.length,
    );
  });

  it.each(keys)('says something under %s, with placeholders that can be filled', (key) => {
    expect(en[key].trim()).not.toBe('');
    expect(en[key].replaceAll(/\{[a-z]+\}/g, '')).not.toMatch(/[{}[\]]/);
  });
});
