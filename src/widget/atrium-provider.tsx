'use client';

import { createContext, useContext, type ReactElement } from 'react';
import { WordsProvider, type WordsProviderProps } from '../components/words.tsx';
import type { Institution } from '../domain/institution.ts';
import { AtriumClientProvider, type AtriumClientProviderProps } from '../hooks/atrium-context.tsx';
import { AppearanceContext, type Appearance } from './appearance.ts';

/** Where to load an institution's logo from; `null` shows its initials. */
export type LogoUrl = (institution: Institution) => string | null;

export interface AtriumProviderProps
  extends AtriumClientProviderProps, Omit<WordsProviderProps, 'children'> {
  /**
   * Where to load an institution's logo from. Default: nowhere, so that no request leaves the
   * host's own origin; initials are shown instead.
   */
  logoUrl?: LogoUrl | undefined;
  /** How every widget below looks. CSS alone does the same, and is the better place for it. */
  appearance?: Appearance | undefined;
}

const LogoContext = createContext<LogoUrl | undefined>(undefined);

/** Where logos come from, if the host says so. */
export function useLogoUrl(): LogoUrl | undefined {
  return useContext(LogoContext);
}

/** Gives every hook and component below it the server, the cache and the language. Renders no element. */
export function AtriumProvider({
  client,
  queryClient,
  live,
  onEvent,
  locale,
  messages,
  translate,
  logoUrl,
  appearance,
  children,
}: AtriumProviderProps): ReactElement {
  return (
    <AtriumClientProvider client={client} queryClient={queryClient} live={live} onEvent={onEvent}>
      <WordsProvider locale={locale} messages={messages} translate={translate}>
        <AppearanceContext.Provider value={appearance}>
          <LogoContext.Provider value={logoUrl}>{children}</LogoContext.Provider>
        </AppearanceContext.Provider>
      </WordsProvider>
    </AtriumClientProvider>
  );
}
