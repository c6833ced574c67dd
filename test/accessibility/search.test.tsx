// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import {
  InstitutionSearch,
  type SearchResults,
} from '../../src/components/institution-search/institution-search.tsx';
import { AtriumError } from '../../src/domain/errors.ts';

afterEach(cleanup);

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
