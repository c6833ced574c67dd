'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { institutionHost, type Institution } from '../../domain/institution.ts';
import { search } from '../../locales/en/search.ts';
import { Button } from '../parts/button.tsx';
import { CHEVRON, Icon } from '../parts/icons.tsx';
import { InstitutionLabel } from '../parts/institution-mark.tsx';
import { useWords } from '../words.tsx';

interface InstitutionListProps {
  readonly institutions: readonly Institution[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly labelledBy: string;
  readonly onSelect: (institution: Institution) => void;
  readonly onLoadMore: () => void;
  readonly logoUrl: ((institution: Institution) => string | null) | undefined;
}

/** The institutions found, each a button, and a way to the next page. Renders a `<ul>`. */
export function InstitutionList(props: InstitutionListProps): ReactNode {
  const { institutions, hasMore, isLoadingMore, labelledBy, onSelect, onLoadMore, logoUrl } = props;
  const t = useWords(search);
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);

  // With the last page the button goes, and the focus on it would be lost: the first new one takes it.
  useEffect(() => {
    const index = firstNew.current;
    if (index !== null && institutions.length > index) {
      firstNew.current = null;
      list.current?.querySelectorAll('button')[index]?.focus();
    }
  }, [institutions.length]);

  const loadMore = () => {
    firstNew.current = institutions.length;
    onLoadMore();
  };

  return (
    <>
      <ul ref={list} className="atrium-institutions" aria-labelledby={labelledBy}>
        {institutions.map((institution) => (
          <li key={institution.code}>
            <button
              type="button"
              className="atrium-institution"
              onClick={() => onSelect(institution)}
            >
              <InstitutionLabel
                name={institution.name}
                host={institutionHost(institution)}
                logoUrl={logoUrl?.(institution)}
              />
              <Icon path={CHEVRON} />
            </button>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button isBusy={isLoadingMore} busyLabel={t('search.loading-more')} onClick={loadMore}>
          {t('search.more')}
        </Button>
      )}
    </>
  );
}

const SKELETONS = ['a', 'b', 'c', 'd', 'e'];

/** Takes the room of the list while it loads, so that nothing jumps. Renders a `<div>`. */
export function InstitutionSkeletons(): ReactNode {
  return (
    <div className="atrium-institutions" aria-hidden="true">
      {SKELETONS.map((key) => (
        <div key={key} className="atrium-institution">
          <span className="atrium-mark atrium-skeleton" />
          <span className="atrium-skeleton atrium-skeleton-line" />
        </div>
      ))}
    </div>
  );
}
