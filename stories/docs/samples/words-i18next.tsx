import type { i18n } from 'i18next';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { WordsProvider, type Translate } from 'react-atrium-connect';

interface I18nextWordsProps {
  /** Your instance. Your words for the widget are in its namespace `atrium`. */
  readonly i18n: i18n;
  readonly children: ReactNode;
}

export function I18nextWords({ i18n, children }: I18nextWordsProps) {
  const language = useSyncExternalStore(
    (changed) => {
      i18n.on('languageChanged', changed);
      return () => i18n.off('languageChanged', changed);
    },
    () => i18n.language,
    () => i18n.language,
  );
  const translate = useMemo((): Translate => {
    const t = i18n.getFixedT(language, 'atrium');
    // The keys have full stops in them, and React does the escaping.
    const options = { keySeparator: false, interpolation: { escapeValue: false } } as const;
    return (key, values, fallback) => t(key, { ...values, ...options, defaultValue: fallback });
  }, [i18n, language]);
  return (
    <WordsProvider locale={language} translate={translate}>
      {children}
    </WordsProvider>
  );
}
