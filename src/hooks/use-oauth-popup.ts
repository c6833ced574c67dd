'use client';

import { useEffect, useRef } from 'react';
import { answerPopup } from '../api/oauth-channel.ts';
import { parseOauthMessage } from '../api/parse-oauth-message.ts';
import type { OauthOutcome } from '../domain/oauth.ts';

/** How often to look whether the popup was closed, in milliseconds. No event tells. */
const LOOK_MS = 500;

/** Where MX serves its completion page, besides the origin of the window URI itself. */
const MX_ORIGIN = /^https:\/\/([a-z0-9-]+\.)*(moneydesktop|mx)\.com$/;

/** What can happen to a popup. Every one is a hint: the status of the member is the truth. */
export interface OauthPopupEvents {
  readonly onOpened: () => void;
  /** The browser opened no window. */
  readonly onBlocked: () => void;
  /** The window seems to be closed. It is listened to all the same: some pages only look closed. */
  readonly onClosed: () => void;
  readonly onReturned: (outcome: OauthOutcome) => void;
}

/**
 * Opens the institution's page in a popup. To be called inside the click, so that no popup
 * blocker objects. Listens only to the window that it opened, and only to this page's own origin,
 * the institution's, MX's and those that the host lists.
 */
export function useOauthPopup(
  events: OauthPopupEvents,
  origins: readonly string[] = [],
): (windowUri: string) => void {
  const latest = useRef(events);
  const stop = useRef(() => {});
  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => () => stop.current(), []);

  return (windowUri) => {
    stop.current();
    const popup = window.open(windowUri, '_blank', 'popup,width=480,height=720');
    if (popup === null) {
      return latest.current.onBlocked();
    }
    stop.current = follow(
      popup,
      [window.location.origin, new URL(windowUri).origin, ...origins],
      () => latest.current,
    );
    latest.current.onOpened();
  };
}

/** Follows one popup until it has said how it went. Returns how to stop. */
function follow(
  popup: Window,
  origins: readonly string[],
  events: () => OauthPopupEvents,
): () => void {
  const listen = ({ source, origin, data }: MessageEvent) => {
    const isTrusted = origins.includes(origin) || MX_ORIGIN.test(origin);
    // The address of a page that opens an app has no origin, and any page without one would match.
    const isExpected = source === popup && origin !== 'null' && isTrusted;
    const outcome = isExpected ? parseOauthMessage(data) : null;
    if (outcome !== null) {
      stop();
      if (origin === window.location.origin) {
        answerPopup(popup, outcome);
      }
      events().onReturned(outcome);
    }
  };
  const look = setInterval(() => {
    if (popup.closed) {
      clearInterval(look);
      events().onClosed();
    }
  }, LOOK_MS);
  const stop = () => {
    window.removeEventListener('message', listen);
    clearInterval(look);
  };
  window.addEventListener('message', listen);
  return stop;
}
