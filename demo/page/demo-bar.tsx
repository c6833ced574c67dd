import type { ConnectionMode, OauthMode } from 'react-atrium-connect';
import type { ReactElement } from 'react';
import { Choice } from './choice.tsx';
import { useLook } from './look.ts';
import type { Brand, Look, Scheme } from './look.ts';
import { useMode } from './mode.ts';
import { useNews } from './news.ts';
import type { News } from './news.ts';
import { useOauthChoices } from './oauth.ts';
import type { LeavingNotice, OauthChoices, WayBack } from './oauth.ts';
import type { Chosen } from './use-choice.ts';
import './demo-bar.css';

const BRANDS: Readonly<Record<Brand, string>> = { sage: 'Sage', marmalade: 'Marmalade' };
const SCHEMES: Readonly<Record<Scheme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };
const OAUTH_MODES: Readonly<Record<OauthMode, string>> = {
  link: 'Tab',
  popup: 'Popup',
  redirect: 'This tab',
};
const WAYS_BACK: Readonly<Record<WayBack, string>> = { mx: 'MX', larder: 'Larder' };
const NOTICES: Readonly<Record<LeavingNotice, string>> = {
  without: 'At once',
  with: 'After a notice',
};

const NEWS: Readonly<Record<News, string>> = { live: 'Live', polling: 'Polling' };

const MODES: Readonly<Record<ConnectionMode, string>> = {
  aggregation: 'Accounts',
  verification: 'Verify',
  identification: 'Identify',
};

/** What whoever tries the demo can change about it. */
export interface DemoChoices extends Look {
  readonly oauth: OauthChoices;
  readonly mode: Chosen<ConnectionMode>;
  readonly news: Chosen<News>;
}

export const useDemoChoices = (): DemoChoices => ({
  ...useLook(),
  oauth: useOauthChoices(),
  mode: useMode(),
  news: useNews(),
});

/** Not a part of the app: the strip where the demo itself is set. */
export function DemoBar({ choices }: { readonly choices: DemoChoices }): ReactElement {
  const { brand, scheme, oauth, mode, news } = choices;
  return (
    <aside className="demo-bar" aria-label="Demo settings">
      <Choice legend="Brand" words={BRANDS} {...brand} />
      <Choice legend="Colours" words={SCHEMES} {...scheme} />
      <Choice legend="Connect for" words={MODES} {...mode} />
      <Choice legend="News" words={NEWS} {...news} />
      <Choice legend="Bank’s own page" words={OAUTH_MODES} {...oauth.mode} />
      {oauth.mode.value !== 'redirect' && (
        <Choice legend="ends with" words={WAYS_BACK} {...oauth.wayBack} />
      )}
      <Choice legend="opens" words={NOTICES} {...oauth.notice} />
    </aside>
  );
}
