'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { isFocusNowhere, rootOf } from '../components/parts/focus.ts';

/**
 * Moves the focus to the heading of a new step, so that a keyboard or a screen reader carries on
 * there. Not on the first step, which the host has put before the person itself; not on a poll;
 * and never away from something outside the widget. What had the focus may also leave in the
 * middle of a step, or for one that is still loading: then the heading takes it, lest it be lost.
 *
 * `isAskedFor`: the person has called for the first step too.
 */
export function useStepFocus(
  root: RefObject<HTMLElement | null>,
  step: string,
  isAskedFor: boolean,
): void {
  const shown = useRef(isAskedFor ? '' : null);
  const focused = useRef<Node | null>(null);

  // Where the focus is, the document tells; where it was before it was lost, nothing does.
  useEffect(() => {
    const element = root.current;
    const remember = ({ target }: FocusEvent) => {
      focused.current = target as Node;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [root]);

  useEffect(() => {
    const element = root.current;
    const isNowhere = element !== null && isFocusNowhere(element);
    const isLost = isNowhere && focused.current?.isConnected === false;
    const isHere = isNowhere || element?.contains(rootOf(element).activeElement);
    const isNext = step !== 'loading' && shown.current !== null && shown.current !== step;
    if (step !== 'loading') {
      shown.current = step;
    }
    if (isLost || (isNext && isHere)) {
      element?.querySelector<HTMLElement>('[data-atrium-heading]')?.focus();
    }
  });
}
