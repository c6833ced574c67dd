import type { ReactElement, ReactNode } from 'react';
import { fn } from 'storybook/test';
import {
  ChallengeForm,
  ConnectFailure,
  Connected,
  Connecting,
  ConnectionStatus,
  CredentialsForm,
  InstitutionHeader,
  InstitutionSearch,
  OAuthButton,
} from '../../src/index.ts';
import {
  accounts,
  challenges,
  failure,
  institutionName,
  institutionUrl,
  institutions,
  login,
} from '../components/fixtures.ts';
import type { themes } from './themes.ts';
import './page.css';

const bank = { institutionName };

const Card = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="host-card">
    <InstitutionHeader institution={{ name: institutionName, url: institutionUrl }} />
    {children}
  </div>
);

/** The moments of a connection that matter most, on the page of a host with a theme. */
export const HostPage = ({ theme }: { readonly theme: (typeof themes)[number] }): ReactElement => (
  <main className={`host-page ${theme.className}`} data-testid="host">
    <h1>{theme.name}</h1>
    <div>
      <div className="host-card">
        <InstitutionSearch
          query=""
          onQueryChange={fn()}
          results={{
            kind: 'ready',
            institutions,
            totalItems: institutions.length,
            hasMore: true,
            isLoadingMore: false,
          }}
          onSelect={fn()}
          onLoadMore={fn()}
          onRetry={fn()}
          onCannotFind={fn()}
        />
      </div>
      <Card>
        <CredentialsForm
          {...bank}
          institutionUrl={institutionUrl}
          credentials={login}
          purpose="update"
          status="DENIED"
          onSubmit={fn()}
          onBack={fn()}
          isSubmitting={false}
        />
      </Card>
      <Card>
        <ChallengeForm
          {...bank}
          challenges={[challenges.options, challenges.imageOptions, challenges.token]}
          onSubmit={fn()}
          isSubmitting={false}
          onCancel={fn()}
        />
      </Card>
      <Card>
        <OAuthButton
          {...bank}
          phase="ready"
          windowUri={institutionUrl}
          mode="link"
          problem={null}
          error={null}
          onAuthorize={fn()}
          onOpen={fn()}
          onCancel={fn()}
        />
      </Card>
      <Card>
        <Connecting
          {...bank}
          status="CREATED"
          stage="fetching-accounts"
          pace="slow"
          onLeave={fn()}
          onCancel={fn()}
        />
      </Card>
      <Card>
        <Connected
          {...bank}
          accounts={{ kind: 'ready', value: accounts }}
          isArriving
          onDone={fn()}
          onConnectAnother={fn()}
        />
      </Card>
      <Card>
        <ConnectionStatus
          {...bank}
          status="LOCKED"
          institutionUrl={institutionUrl}
          actions={{ 'confirm-resolved': fn() }}
        />
      </Card>
      <Card>
        <ConnectFailure error={failure('offline')} onRetry={fn()} onClose={fn()} />
      </Card>
    </div>
  </main>
);
