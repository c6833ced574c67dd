'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the heading of a new step, so that a keyboard or a screen reader carries on
 * there. Not on the first step, which the host has put before the person itself; not on a poll;
 * and never away from something outside the widget.
 */
export function useStepFocus(root: RefObject<HTMLElement | null>, step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) {
      return;
    }
    shown.current = step;
    const { activeElement, body } = document;
    if (activeElement === body || root.current?.contains(activeElement)) {
      root.current?.querySelector<HTMLElement>('[data-atrium-heading]')?.focus();
    }
  }, [root, step]);
}
