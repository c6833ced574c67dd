import {
  AtriumProvider,
  ConnectionStatus,
  ConnectWidget,
  MemberConnection,
  MemberManager,
  type ConnectEvent,
} from 'react-atrium-connect';
import { checkAppearance } from 'react-atrium-connect/check-appearance';
import { connectionStatuses, statusMessage } from 'react-atrium-connect/core';
import { ar } from 'react-atrium-connect/locales/ar';
import { de } from 'react-atrium-connect/locales/de';
import { en } from 'react-atrium-connect/locales/en';
import { es } from 'react-atrium-connect/locales/es';
import { frCA } from 'react-atrium-connect/locales/fr-CA';
import { ptBR } from 'react-atrium-connect/locales/pt-BR';
import 'react-atrium-connect/styles.css';
import 'react-atrium-connect/styles.unlayered.css';
import { client } from './queries.js';

export const languages = { ar, de, en, es, frCA, ptBR };
export const statuses = connectionStatuses;
export const locked: string | null = statusMessage('LOCKED');
export const problems = (element: Element) => checkAppearance(element);

export const Page = ({ tell }: { readonly tell: (event: ConnectEvent) => void }) => (
  <AtriumProvider client={client} messages={de} locale="de" onEvent={tell}>
    <ConnectWidget onSuccess={({ accounts }) => accounts.map(({ guid }) => guid)} />
    <MemberConnection memberGuid="MBR-1" />
    <MemberManager />
    <ConnectionStatus status="DENIED" actions={{ close: () => tell({ type: 'back-to-search' }) }} />
  </AtriumProvider>
);
