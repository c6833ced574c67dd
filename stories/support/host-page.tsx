import {
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { languageOf } from './locales.ts';
import { BANK_ORIGIN, type BankDecision } from '../../src/testing/create-scenario.ts';
import type { TabWorld } from './tab-world.ts';

export interface HostPageProps {
  readonly world: TabWorld;
  /** The tag of the language, as chosen in the toolbar. */
  readonly locale: unknown;
  readonly live?: boolean;
  readonly children: ReactNode;
}

/** A host's page over a world in this tab. The bank's own page opens above it. */
export function HostPage({ world, locale, live, children }: HostPageProps): ReactElement {
  return (
    <AtriumProvider client={world.client} live={live} {...languageOf(locale).words}>
      {children}
      <BankPage decide={world.decide} />
    </AtriumProvider>
  );
}

export interface ShownWidgetProps extends ConnectWidgetProps {
  readonly world: TabWorld;
}

/** The widget, which starts again on the member that the panel wants to be shown. */
export function ShownWidget({ world, ...props }: ShownWidgetProps): ReactElement {
  const shown = useSyncExternalStore(world.subscribe, world.shown);
  return (
    <ConnectWidget key={shown} {...props} {...(shown !== undefined && { memberGuid: shown })} />
  );
}

/** Stands for the tab that a link to the bank would open. Renders a `<dialog>` while it is open. */
function BankPage({ decide }: Pick<TabWorld, 'decide'>): ReactElement | null {
  const [uri, setUri] = useState<string | null>(null);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.origin === BANK_ORIGIN) {
        event.preventDefault();
        setUri(link.href);
      }
    };
    document.addEventListener('click', follow, true);
    return () => document.removeEventListener('click', follow, true);
  }, []);

  if (uri === null) return null;
  const leave = (decision: BankDecision) => {
    setUri(null);
    void decide(uri, decision);
  };
  return (
    <dialog
      ref={(dialog) => dialog?.showModal()}
      aria-labelledby="bank"
      onClose={() => setUri(null)}
    >
      <h2 id="bank">MX Bank (OAuth)</h2>
      <p>The bank’s own page, in a tab of its own. Share your accounts with this app?</p>
      <button type="button" onClick={() => leave('authorize')}>
        Authorize
      </button>{' '}
      <button type="button" onClick={() => leave('deny')}>
        Deny
      </button>
    </dialog>
  );
}
