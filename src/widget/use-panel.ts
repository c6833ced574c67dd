'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus into what was opened in a row, and back to what opened it once that is closed.
 * Escape closes it, where nothing that was typed would be lost.
 */
export function usePanel(
  row: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  kind: string | null,
  onEscape: (() => void) | null,
): void {
  const shown = useRef(kind);
  const opener = useRef<HTMLElement | null>(null);
  const escape = useRef(onEscape);

  useEffect(() => {
    escape.current = onEscape;
    if (shown.current === kind) {
      return;
    }
    shown.current = kind;
    if (kind !== null) {
      panel.current?.querySelector<HTMLElement>('input, [data-atrium-heading]')?.focus();
    } else if (isFree(row.current)) {
      const heading = row.current?.querySelector<HTMLElement>('[data-atrium-heading]');
      (opener.current?.isConnected ? opener.current : heading)?.focus();
    }
  });

  useEffect(() => {
    const element = row.current;
    const remember = ({ target }: Event) => {
      if (target instanceof Element && !panel.current?.contains(target)) {
        opener.current = target.closest('button');
      }
    };
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && escape.current !== null) {
        // Closes this, and not the dialog that all of it may be in.
        event.preventDefault();
        event.stopPropagation();
        escape.current();
      }
    };
    element?.addEventListener('click', remember, true);
    element?.addEventListener('keydown', close);
    return () => {
      element?.removeEventListener('click', remember, true);
      element?.removeEventListener('keydown', close);
    };
  }, [row, panel]);
}

/** The focus is nowhere, or still in the row: not where the person has taken it meanwhile. */
const isFree = (row: HTMLElement | null): boolean =>
  document.activeElement === document.body || row?.contains(document.activeElement) === true;
