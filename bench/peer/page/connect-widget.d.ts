/** MX's own widget carries no types: these are of as much of it as is used here. */
declare module '@mxenabled/connect-widget' {
  import type { ReactElement, ReactNode } from 'react';

  /** What the widget asks of its host. Everything that is left out answers with nothing. */
  type PeerApi = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;

  function ApiProvider(props: {
    readonly apiValue: PeerApi;
    readonly children: ReactNode;
  }): ReactElement;

  function ConnectWidget(props: Readonly<Record<string, unknown>>): ReactElement;
}
