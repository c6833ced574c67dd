'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus into what was opened, and back to what opened it once that is closed. */
export function usePanelFocus(
  row: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  kind: string | null,
): void {
  const before = useRef(kind);
  const opener = useRef<HTMLElement | null>(null);

  // What opened it is still in the document when this is rendered, but hidden by then.
  useEffect(() => {
    if (before.current === kind) {
      return;
    }
    before.current = kind;
    if (kind !== null) {
      panel.current?.querySelector<HTMLElement>('input, [data-atrium-heading]')?.focus();
      return;
    }
    const { activeElement, body } = document;
    if (activeElement === body || row.current?.contains(activeElement)) {
      const back = opener.current?.isConnected ? opener.current : null;
      (back ?? row.current?.querySelector<HTMLElement>('[data-atrium-heading]'))?.focus();
    }
  });

  useEffect(() => {
    const element = row.current;
    const remember = ({ target }: Event) => {
      if (target instanceof HTMLElement && !panel.current?.contains(target)) {
        opener.current = target.closest('button');
      }
    };
    element?.addEventListener('click', remember, true);
    return () => element?.removeEventListener('click', remember, true);
  }, [row, panel]);
}
