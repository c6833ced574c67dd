import { OAuthReturn } from 'react-atrium-connect';
import type { ReactElement } from 'react';
import { Atrium } from './atrium.tsx';
import { useLook } from './look.ts';
import { Masthead } from './masthead.tsx';
import { forgetGuid, forgetMembers } from './member-in-progress.ts';
import { useMode } from './mode.ts';
import { useNews } from './news.ts';
import { oauthOptions, useOauthChoices } from './oauth.ts';
import { useAbout } from './use-about.ts';

const toBoard = (): void => window.location.assign('/');

/** Where MX sends people when their bank's own page is done. */
export function ReturnPage(): ReactElement {
  const { brand, scheme } = useLook();
  const oauth = oauthOptions(useOauthChoices());
  const mode = useMode();
  const news = useNews();
  const asksByHand = useAbout()?.api === 'atrium';
  return (
    <Atrium news={news.value}>
      <div className="app" data-brand={brand.value} data-scheme={scheme.value}>
        <Masthead />
        <main className="board return">
          <div className="card">
            <OAuthReturn
              mode={mode.value}
              oauth={oauth}
              onEvent={({ type }) => {
                if (type === 'back-to-search') forgetMembers();
              }}
              onSuccess={({ memberGuid }) => forgetGuid(memberGuid)}
              onExit={({ memberGuid }) => {
                if (memberGuid !== null) forgetGuid(memberGuid);
                toBoard();
              }}
              onManualAccount={asksByHand ? toBoard : undefined}
              onContactSupport={toBoard}
            />
          </div>
        </main>
      </div>
    </Atrium>
  );
}
