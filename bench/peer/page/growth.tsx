/** Ours, as often as the address asks for it. */
import type { ReactElement } from 'react';
import {
  AtriumProvider,
  ConnectWidget,
  createAtriumClient,
  MemberManager,
} from 'react-atrium-connect';
import 'react-atrium-connect/styles.css';
import { asked, show } from './show.ts';

const client = createAtriumClient({ baseUrl: '/api/atrium' });
const count = Number(asked('count'));
const numbers = Array.from({ length: count }, (_, number) => number);

const CONTENTS: Readonly<Record<string, () => ReactElement | readonly ReactElement[]>> = {
  /** One list of members: how many there are, its server decides. */
  members: () => <MemberManager />,
  /** Widgets that wait to be told a bank. */
  widgets: () => numbers.map((number) => <ConnectWidget key={number} />),
};

show(() => <AtriumProvider client={client}>{CONTENTS[asked('what') ?? '']?.()}</AtriumProvider>);
