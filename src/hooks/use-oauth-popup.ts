'use client';

import { useEffect, useRef } from 'react';

/** How often to look whether the popup was closed, in milliseconds. There is no event for it. */
const LOOK_MS = 500;

/** What can happen to a popup. Each is a hint: the status of the member is the truth. */
export interface OauthPopupEvents {
  readonly onOpened: () => void;
  /** The browser opened no window. */
  readonly onBlocked: () => void;
  /** The window seems to be closed. Some banks' pages only make it look so. */
  readonly onClosed: () => void;
}

/**
 * Returns a function that opens the institution's page in a popup. Call it inside the click, so
 * that no popup blocker objects. The institution's page gets no `opener`, with which it could move
 * the host's tab.
 */
export function useOauthPopup(events: OauthPopupEvents): (windowUri: string) => void {
  const latest = useRef(events);
  const stop = useRef(() => {});
  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => () => stop.current(), []);

  return (windowUri) => {
    stop.current();
    const popup = openWindow(windowUri);
    if (!popup) {
      return latest.current.onBlocked();
    }
    const look = setInterval(() => {
      if (popup.closed) {
        stop.current();
        latest.current.onClosed();
      }
    }, LOOK_MS);
    stop.current = () => clearInterval(look);
    latest.current.onOpened();
  };
}

/** Returns nothing if the browser opens no window; a web view may throw or lack `open`. */
function openWindow(windowUri: string): Window | null | undefined {
  try {
    // The feature `noopener` would return no window, as a popup blocker does.
    const popup = window.open('', '_blank', 'popup,width=480,height=720');
    if (popup) {
      popup.opener = null;
      popup.location.replace(windowUri);
    }
    return popup;
  } catch {
    return null;
  }
}
