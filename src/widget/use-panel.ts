'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { isFocusNowhere, rootOf } from '../components/parts/focus.ts';

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
      const clicked = target as Element;
      if (!panel.current?.contains(clicked)) {
        opener.current = clicked.closest('button');
      }
    };
    const close = (event: KeyboardEvent) => {
      const isHere = element && event.composedPath().includes(element);
      if (isHere && event.key === 'Escape' && escape.current !== null) {
        event.preventDefault();
        event.stopPropagation();
        escape.current();
      }
    };
    // A dialog around the widget may listen on its document, in the capture phase (Radix does). Only
    // the window comes before, so that Escape closes the panel and not the dialog.
    const view = element?.ownerDocument.defaultView;
    element?.addEventListener('click', remember, true);
    view?.addEventListener('keydown', close, true);
    return () => {
      element?.removeEventListener('click', remember, true);
      view?.removeEventListener('keydown', close, true);
    };
  }, [row, panel]);
}

/** The focus is nowhere, or still in the row: not where the person has taken it meanwhile. */
const isFree = (row: HTMLElement | null): boolean =>
  row !== null && (isFocusNowhere(row) || row.contains(rootOf(row).activeElement));
