import { useMemo, type ReactNode } from 'react';
import { WordsProvider, type Translate } from 'react-atrium-connect';
import { useIntl } from 'react-intl';

/** Your words for the widget are the messages whose ids begin with `atrium.` */
export function IntlWords({ children }: { readonly children: ReactNode }) {
  const intl = useIntl();
  const translate = useMemo(
    (): Translate => (key, values, fallback) => {
      const id = `atrium.${key}`;
      return id in intl.messages ? intl.formatMessage({ id }, values) : fallback;
    },
    [intl],
  );
  return (
    <WordsProvider locale={intl.locale} translate={translate}>
      {children}
    </WordsProvider>
  );
}
