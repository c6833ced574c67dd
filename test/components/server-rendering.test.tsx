import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChallengeForm } from '../../src/components/challenge-form/challenge-form.tsx';
import { ConnectFailure } from '../../src/components/connect-failure/connect-failure.tsx';
import { Connected } from '../../src/components/connected/connected.tsx';
import { Connecting } from '../../src/components/connecting/connecting.tsx';
import { ConnectionStatus } from '../../src/components/connection-status/connection-status.tsx';
import { CredentialsForm } from '../../src/components/credentials-form/credentials-form.tsx';
import { InstitutionSearch } from '../../src/components/institution-search/institution-search.tsx';
import { Loading } from '../../src/components/loading/loading.tsx';
import { MemberLimit } from '../../src/components/member-limit/member-limit.tsx';
import { MemberList } from '../../src/components/member-list/member-list.tsx';
import { OAuthButton } from '../../src/components/oauth-button/oauth-button.tsx';
import { RemoveMember } from '../../src/components/remove-member/remove-member.tsx';
import { AtriumError } from '../../src/domain/errors.ts';

const ignore = (): void => undefined;
const host = { 'data-host': 'yes', className: 'host', id: 'mine' };
const bank = { institutionName: 'MX Bank', ...host };

const steps: Readonly<Record<string, ReactElement>> = {
  ChallengeForm: (
    <ChallengeForm
      {...bank}
      challenges={[
        { guid: 'CHG-1', type: 'TOKEN', label: 'Code' },
        {
          guid: 'CHG-2',
          type: 'IMAGE_DATA',
          label: 'Picture',
          imageData: 'data:image/png;base64,',
        },
      ]}
      onSubmit={ignore}
      isSubmitting={false}
    />
  ),
  ConnectFailure: <ConnectFailure {...host} error={new AtriumError('offline', '')} />,
  Connected: <Connected {...bank} accounts={{ kind: 'loading' }} isArriving={false} />,
  Connecting: <Connecting {...bank} status="CREATED" stage="signing-in" pace="usual" />,
  ConnectionStatus: <ConnectionStatus {...bank} status="LOCKED" />,
  CredentialsForm: (
    <CredentialsForm
      {...bank}
      credentials={[
        { guid: 'CRD-1', fieldName: null, label: 'Password', type: 'PASSWORD', options: [] },
      ]}
      purpose="connect"
      onSubmit={ignore}
      isSubmitting={false}
    />
  ),
  InstitutionSearch: (
    <InstitutionSearch
      {...host}
      query=""
      onQueryChange={ignore}
      results={{ kind: 'loading' }}
      onSelect={ignore}
      onLoadMore={ignore}
      onRetry={ignore}
    />
  ),
  Loading: <Loading {...host} />,
  MemberLimit: <MemberLimit {...host} limit={25} />,
  MemberList: <MemberList {...host} members={{ kind: 'ready', value: [] }} onAdd={ignore} />,
  RemoveMember: <RemoveMember {...bank} onRemove={ignore} onKeep={ignore} isRemoving={false} />,
  OAuthButton: (
    <OAuthButton
      {...bank}
      phase="ready"
      windowUri="https://bank.example/"
      mode="link"
      problem={null}
      error={null}
      onAuthorize={ignore}
      onOpen={ignore}
    />
  ),
};

describe.each(Object.entries(steps))('%s, rendered on a server', (_name, step) => {
  const html = renderToString(step);

  it('has exactly one heading, which can be given focus and names the section', () => {
    const headings = html.match(/<h\d[^>]*>/g) ?? [];
    expect(headings).toHaveLength(1);
    expect(headings[0]).toMatch(/^<h2 .*tabindex="-1" data-atrium-heading=""/);
    const [, id] = /id="([^"]+)" class="atrium-heading/.exec(html) ?? [];
    expect(html).toContain(`aria-labelledby="${id}"`);
  });

  it('passes the attributes of the host on, its class after ours', () => {
    expect(html).toMatch(/^<section [^>]*data-host="yes"/);
    expect(html).toMatch(/^<section [^>]*id="mine"/);
    expect(html).toMatch(/^<section [^>]*class="atrium-root [^"]* host"/);
  });

  it('has nothing that a browser could submit on its own', () => {
    expect(html).not.toMatch(/<form|<button(?! type="button")|<(input|select)(?![^>]* form="")/);
  });

  it('asks nothing of a strict content security policy', () => {
    expect(html).not.toMatch(/ style=|<style|<script|src=|data:/);
  });
});

describe('a field that is typed into', () => {
  const inputs = ['ChallengeForm', 'CredentialsForm'].flatMap(
    (name) => renderToString(steps[name]).match(/<input[^>]*>/g) ?? [],
  );

  it('is never controlled, so that nothing typed is React state', () => {
    expect(inputs).toHaveLength(3);
    for (const input of inputs) expect(input).not.toContain(' value=');
  });

  it('is left out of session replays', () => {
    for (const input of inputs) {
      expect(input).toMatch(/ph-no-capture fs-exclude/);
      expect(input).toMatch(/data-private="true".*data-sentry-mask="".*data-dd-privacy="mask"/);
    }
  });
});
