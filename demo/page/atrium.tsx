import { AtriumProvider, createAtriumClient } from 'react-atrium-connect';
import type { ReactElement, ReactNode } from 'react';
import { count } from './analytics.ts';
import type { News } from './news.ts';
import { words } from './words.ts';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

export interface AtriumProps {
  readonly news: News;
  readonly children: ReactNode;
}

/** The library as every page of this app uses it. */
export function Atrium({ news, children }: AtriumProps): ReactElement {
  return (
    <AtriumProvider client={client} live={news === 'live'} messages={words} onEvent={count}>
      {children}
    </AtriumProvider>
  );
}
