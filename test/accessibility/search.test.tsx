// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  InstitutionSearch,
  type SearchResults,
} from '../../src/components/institution-search/institution-search.tsx';
import { AtriumError } from '../../src/domain/errors.ts';
import type { Institution } from '../../src/domain/institution.ts';
import { BANK } from '../domain/support.ts';

afterEach(cleanup);

const institution = (code: string): Institution => ({ ...BANK, code, name: `Bank ${code}` });

const firstPage = {
  kind: 'ready',
  institutions: ['A', 'B'].map(institution),
  totalItems: 4,
  hasMore: true,
  isLoadingMore: false,
} as const satisfies SearchResults;

const bothPages = {
  ...firstPage,
  institutions: ['A', 'B', 'C', 'D'].map(institution),
  hasMore: false,
} as const satisfies SearchResults;

const nothing: SearchResults = {
  kind: 'ready',
  institutions: [],
  totalItems: 0,
  hasMore: false,
  isLoadingMore: false,
};

const page = (results: SearchResults) => (
  <InstitutionSearch
    query="Bnak"
    results={results}
    onQueryChange={() => {}}
    onSelect={() => {}}
    onLoadMore={() => {}}
    onRetry={() => {}}
  />
);

it.each<[string, SearchResults]>([
  ['Try again', { kind: 'failed', error: new AtriumError('server', 'For developers.') }],
  ['Clear the search', nothing],
])(
  '“%s” gives the focus to the search box, because it leaves with the results',
  (name, results) => {
    const { rerender } = render(page(results));
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
    rerender(page({ kind: 'loading' }));
    expect(button.isConnected).toBe(false);
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  },
);

describe.each<[string, SearchResults]>([
  ['Show more', firstPage],
  ['Try again', { ...firstPage, error: new AtriumError('server', 'For developers.') }],
])('“%s”', (name, results) => {
  const press = () => {
    const { rerender } = render(page(results));
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
    rerender(page({ ...firstPage, isLoadingMore: true }));
    return rerender;
  };

  it('gives the focus to the first new institution, because it leaves with the last page', () => {
    const rerender = press();
    rerender(page(bothPages));
    expect(screen.queryByRole('button', { name })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Bank C' }));
  });

  it('leaves the focus where the person has taken it meanwhile', () => {
    const rerender = press();
    screen.getByRole('searchbox').focus();
    rerender(page(bothPages));
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });
});
