'use client';

import { useEffect, useRef, useState } from 'react';
import { completeOAuthReturn, type OauthArrival } from '../api/complete-oauth-return.ts';
import type { OauthMode } from '../domain/oauth.ts';

/** What the page at a `returnUrl` has to do; `checking` while it asks who waits for it. */
export type OauthReturn = { readonly kind: 'checking' } | OauthArrival;

/** `completeOAuthReturn` as a hook. It does all of its work once, at the start. */
export function useOauthReturn(url?: string, mode?: OauthMode): OauthReturn {
  const [arrival, setArrival] = useState<OauthReturn>({ kind: 'checking' });
  const isAsked = useRef(false);

  // Other windows are told, and this one may be closed: once, whatever React repeats.
  useEffect(() => {
    if (!isAsked.current) {
      isAsked.current = true;
      void completeOAuthReturn(url, { mode }).then(setArrival);
    }
  }, [url, mode]);

  return arrival;
}
