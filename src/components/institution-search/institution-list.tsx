'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import { institutionHost, type Institution } from '../../domain/institution.ts';
import { search } from '../../locales/en/search.ts';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { isFocusNowhere, rootOf } from '../parts/focus.ts';
import { CHEVRON, Icon } from '../parts/icons.tsx';
import { InstitutionLabel } from '../parts/institution-mark.tsx';
import { useWords } from '../words.tsx';

interface InstitutionListProps {
  readonly institutions: readonly Institution[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Why the next page could not be loaded. */
  readonly error?: AtriumError | null;
  readonly labelledBy: string;
  readonly onSelect: (institution: Institution) => void;
  readonly onLoadMore: () => void;
  readonly logoUrl: ((institution: Institution) => string | null) | undefined;
}

/** The institutions found, each a button, and a way to the next page. Renders a `<ul>`. */
export function InstitutionList(props: InstitutionListProps): ReactNode {
  const { institutions, hasMore, isLoadingMore, error, labelledBy, onSelect, logoUrl } = props;
  const t = useWords(search);
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<{ readonly firstNew: number; readonly button: Element | null }>(null);

  // The button goes with its page, and the focus on it would be lost: the first new one takes it.
  useEffect(() => {
    const element = list.current;
    if (element && pressed.current && institutions.length > pressed.current.firstNew) {
      const { firstNew, button } = pressed.current;
      pressed.current = null;
      if (isFocusNowhere(element) || rootOf(element).activeElement === button) {
        element.querySelectorAll('button')[firstNew]?.focus();
      }
    }
  }, [institutions.length]);

  const loadMore = () => {
    const button = list.current && rootOf(list.current).activeElement;
    pressed.current = { firstNew: institutions.length, button };
    props.onLoadMore();
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
      {error && <FailureNotice error={error} onRetry={loadMore} />}
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
