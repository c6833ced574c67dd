'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the heading of a new step, so that a keyboard or a screen reader carries on
 * there. Not on the first step, which the host has put before the person itself; not on a poll;
 * not on something that is still loading; and never away from something outside the widget.
 */
export function useStepFocus(root: RefObject<HTMLElement | null>, step: string): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const before = shown.current;
    if (step === 'loading' || step === before) {
      return;
    }
    shown.current = step;
    const { activeElement, body } = document;
    const isHere = activeElement === body || root.current?.contains(activeElement);
    if (before !== null && isHere) {
      root.current?.querySelector<HTMLElement>('[data-atrium-heading]')?.focus();
    }
  }, [root, step]);
}
