'use client';

import { forwardRef, useId, useRef, type ReactNode, type RefObject } from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import type { Institution } from '../../domain/institution.ts';
import { search } from '../../locales/en/search.ts';
import { Actions, Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon, SEARCH } from '../parts/icons.tsx';
import { PRIVATE_INPUT } from '../parts/private-input.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { usePlurals, useWords } from '../words.tsx';
import { InstitutionList, InstitutionSkeletons } from './institution-list.tsx';

/** What a search has come to. */
export type SearchResults =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AtriumError }
  | {
      readonly kind: 'ready';
      readonly institutions: readonly Institution[];
      /** These are still the results of an earlier query. Default: false. */
      readonly isStale?: boolean;
      /** Of all pages together. */
      readonly totalItems: number;
      readonly hasMore: boolean;
      readonly isLoadingMore: boolean;
      /** Why the next page could not be loaded. Default: null. */
      readonly error?: AtriumError | null;
    };

interface OwnProps {
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** @selector [data-results] */
  readonly results: SearchResults;
  readonly onSelect: (institution: Institution) => void;
  readonly onLoadMore: () => void;
  readonly onRetry: () => void;
  /** Offers a way on to those who do not find theirs. */
  readonly onCannotFind?: (() => void) | undefined;
  /** From where to show an institution's logo. Without it, no picture is ever asked for. */
  readonly logoUrl?: ((institution: Institution) => string | null) | undefined;
}

/** Props of {@link InstitutionSearch}. */
export type InstitutionSearchProps = StepProps<OwnProps>;

/** Finds an institution by name or address. Renders a `<section>`. */
export const InstitutionSearch: StepComponent<OwnProps> = forwardRef(function InstitutionSearch(
  { query, onQueryChange, results, onSelect, onLoadMore, onRetry, onCannotFind, logoUrl, ...rest },
  ref,
) {
  const t = useWords(search);
  const count = useCount(query, results);
  const countId = useId();
  const box = useRef<HTMLInputElement>(null);

  /** Whatever was pressed leaves with the results, and gives the focus back to the box. */
  const backToTheBox = (act: () => void) => () => {
    box.current?.focus();
    act();
  };
  return (
    <Step
      name="search"
      data-results={results.kind}
      aria-busy={results.kind === 'ready' && results.isStale}
      {...rest}
      ref={ref}
      heading={t('search.heading')}
    >
      <SearchBox box={box} query={query} onQueryChange={onQueryChange} />
      <p id={countId} role="status" className="atrium-search-count">
        {count}
      </p>
      {results.kind === 'loading' && <InstitutionSkeletons />}
      {results.kind === 'failed' && (
        <FailureNotice error={results.error} onRetry={backToTheBox(onRetry)} />
      )}
      {results.kind === 'ready' && results.institutions.length === 0 && (
        <div className="atrium-nothing">
          <p>{t('search.nothing-hint')}</p>
          <Actions>
            <Button onClick={backToTheBox(() => onQueryChange(''))}>{t('search.clear')}</Button>
          </Actions>
        </div>
      )}
      {results.kind === 'ready' && results.institutions.length > 0 && (
        <InstitutionList
          {...results}
          labelledBy={countId}
          onSelect={onSelect}
          onLoadMore={onLoadMore}
          logoUrl={logoUrl}
        />
      )}
      {onCannotFind && results.kind !== 'loading' && (
        <button type="button" className="atrium-link atrium-cannot-find" onClick={onCannotFind}>
          {t('search.cannot-find')}
        </button>
      )}
    </Step>
  );
});

type SearchBoxProps = Pick<OwnProps, 'query' | 'onQueryChange'> & {
  readonly box: RefObject<HTMLInputElement | null>;
};

function SearchBox({ box, query, onQueryChange }: SearchBoxProps): ReactNode {
  const t = useWords(search);
  const id = useId();
  return (
    <div role="search" className="atrium-field">
      <label htmlFor={id} className="atrium-label">
        {t('search.label')}
      </label>
      <div className="atrium-input-group">
        <Icon path={SEARCH} />
        <input
          ref={box}
          id={id}
          type="search"
          {...PRIVATE_INPUT}
          value={query}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={({ target }) => onQueryChange(target.value)}
        />
      </div>
    </div>
  );
}

/** How many institutions were found, in words. */
function useCount(query: string, results: SearchResults): string | null {
  const t = useWords(search);
  const plural = usePlurals(search);
  switch (results.kind) {
    case 'loading':
      return t('search.loading');
    case 'failed':
      return null;
    case 'ready':
      if (results.isStale) {
        return t('search.loading');
      }
      if (results.institutions.length === 0) {
        return t('search.nothing', { query });
      }
      return query.trim() === ''
        ? t('search.popular')
        : plural('search.count', { count: results.totalItems });
    default:
      return results satisfies never;
  }
}
