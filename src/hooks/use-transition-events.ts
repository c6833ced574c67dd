'use client';

import { useEffect, useRef } from 'react';
import type { ConnectEventListener } from '../domain/events.ts';
import type { ConnectionStep } from '../domain/step.ts';
import { BEFORE_ANYTHING, momentOf, transitions, type KnownMoment } from '../domain/transitions.ts';
import type { MemberWatch } from '../domain/watch.ts';

/** Tells of every transition of a connection, once. */
export function useTransitionEvents(
  step: ConnectionStep,
  watch: MemberWatch | null,
  known: KnownMoment,
  emit: ConnectEventListener,
): void {
  const last = useRef(BEFORE_ANYTHING);

  // Runs after every render, and tells only what it has not told: also twice under StrictMode.
  useEffect(() => {
    const next = momentOf(last.current, step, watch, known);
    const events = transitions(last.current, next);
    last.current = next;
    events.forEach(emit);
  });
}
