'use client';

import { useQuery, type QueryKey } from '@tanstack/react-query';
import type { OauthRequest, OauthWay } from '../api/oauth-way.ts';
import type { Account } from '../domain/account.ts';
import type { Institution } from '../domain/institution.ts';
import { withStatus, type Member } from '../domain/member.ts';
import {
  isOfMode,
  isUnderWay,
  verifiableAccounts,
  type ConnectionMode,
  type ModeJob,
} from '../domain/mode.ts';
import { isHopeless, type PollPolicy } from '../domain/polling.ts';
import type { StatusRow } from '../domain/status.ts';
import { statusAtRest } from '../domain/status-at-rest.ts';
import { oauthStage, type ConnectionFacts, type Resource } from '../domain/step.ts';
import { isSettled, type MemberWatch } from '../domain/watch.ts';
import { skipsAggregation } from '../queries/connect.ts';
import { institutionCredentialsOptions, institutionOptions } from '../queries/institutions.ts';
import { membersOptions } from '../queries/member-list.ts';
import {
  memberAccountsOptions,
  memberCredentialsOptions,
  memberOptions,
  numberedAccountsOptions,
} from '../queries/members.ts';
import { oauthWindowOptions } from '../queries/oauth.ts';
import type { AtriumQuery } from '../queries/query.ts';
import { memberWatchOptions } from '../queries/watch.ts';
import { useAtrium, useIsLive } from './atrium-context.tsx';
import type { ConnectionState } from './connection-state.ts';
import { toResource } from './resource.ts';
import { useCanAddManually } from './use-can-add-manually.ts';

/** Everything that the server has said about a connection, each part read only once it is needed. */
export interface KnownConnection {
  readonly facts: ConnectionFacts;
  readonly institution: Institution | null;
  readonly member: Member | null;
}

/** What the host has said of the connection. */
export interface ConnectionTerms {
  readonly policy: PollPolicy;
  readonly mode: ConnectionMode;
  readonly asksConsent: boolean;
  readonly way: OauthWay;
  readonly manualAccounts: boolean;
}

/** Reads what the present step of a connection is derived from. */
export function useConnectionFacts(
  { target, action, oauth, job, hasConsented, manual }: ConnectionState,
  { policy, mode, asksConsent, way, manualAccounts }: ConnectionTerms,
): KnownConnection {
  const { client } = useAtrium();
  const guid = target.kind === 'member' ? target.guid : '';
  const hasMember = target.kind === 'member';

  const watch = useRead(memberWatchOptions(client, guid, policy, useIsLive()), hasMember).data;
  const member = useRead(memberOptions(client, guid), hasMember);

  // Where the member itself cannot be read, the list may still tell what it is.
  const isListNeeded = member.error !== null && member.error.kind !== 'unauthorized';
  const members = useRead(membersOptions(client), !hasMember || isListNeeded);
  const own = member.data ?? members.data?.find((each) => each.guid === guid);

  const code = target.kind === 'institution' ? target.code : (own?.institutionCode ?? '');
  const institution = useRead(institutionOptions(client, code), code !== '');

  const rest = restOf(watch, mode, job);
  const needs = needsOf(watch, rest);
  const canAddManually = useCanAddManually(
    manualAccounts && rest?.remedies.includes('add-manually') === true,
  );
  const isOauth = toResource({
    data: own?.isOauth,
    error: isListNeeded && members.isPending ? null : member.error,
  });
  const signsIn = isOauth.kind === 'ready' ? (isOauth.value ? 'there' : 'here') : null;
  const isNew = target.kind === 'institution' && institution.data?.supportsOauth === false;
  const newCredentials = useRead(institutionCredentialsOptions(client, code), isNew);
  const ownCredentials = useRead(
    memberCredentialsOptions(client, guid),
    hasMember && needs === 'credentials' && signsIn === 'here',
  );
  const needsWindow =
    hasMember && (needs === 'oauth' || (needs === 'credentials' && signsIn === 'there'));
  const windowUri = useRead(
    oauthWindowOptions(client, guid, oauth.attempt, requestOf(way, mode)),
    needsWindow && oauthStage(oauth, watch ?? null) === 'here',
  );
  const asOf = `${watch?.reading?.aggregatedAt} ${watch && isSettled(watch) ? 'all' : 'some'}`;
  const needsAccounts = hasMember && needs === 'accounts';
  const accounts = useRead(
    {
      ...memberAccountsOptions(client, guid, asOf),
      placeholderData: (found, of) => (of?.queryKey[2] === guid ? found : undefined),
    },
    needsAccounts,
  );
  const numbered = useRead(
    numberedAccountsOptions(client, guid, asOf),
    needsAccounts && mode === 'verification' && isUnderWay(job),
  );

  return {
    institution: institution.data ?? null,
    member: latest(own, watch),
    facts: {
      target,
      action,
      oauth,
      policy,
      isOauth,
      watch: watch ?? null,
      institution: toResource(institution),
      credentials: toResource(hasMember ? ownCredentials : newCredentials),
      accounts: toResource(accounts),
      verifiable: verifiableOf(toResource(accounts), toResource(numbered)),
      mode,
      job,
      consent: asksConsent ? (hasConsented ? 'given' : 'wanted') : 'not-asked',
      windowUri: needsWindow ? toResource(windowUri) : null,
      members: members.data ?? null,
      manual,
      canAddManually,
    },
  };
}

/** Reads what is needed, and nothing else. */
function useRead<Data, Key extends QueryKey>(options: AtriumQuery<Data, Key>, isNeeded: boolean) {
  const { queryClient } = useAtrium();
  return useQuery({ ...options, enabled: isNeeded }, queryClient);
}

const requestOf = (way: OauthWay, mode: ConnectionMode): OauthRequest => ({
  ...way,
  skipAggregation: skipsAggregation(mode),
});

function verifiableOf(
  accounts: Resource<readonly Account[]>,
  numbered: Resource<readonly string[] | null>,
): Resource<readonly Account[]> {
  if (accounts.kind !== 'ready') {
    return accounts;
  }
  return numbered.kind === 'ready'
    ? { kind: 'ready', value: verifiableAccounts(accounts.value, numbered.value) }
    : numbered;
}

const latest = (member: Member | undefined, watch: MemberWatch | undefined) =>
  member && watch?.reading ? withStatus(member, watch.reading) : (member ?? null);

/** What the member means once nothing moves any more. */
const restOf = (watch: MemberWatch | undefined, mode: ConnectionMode, job: ModeJob) =>
  watch?.reading && isSettled(watch)
    ? statusAtRest(watch.reading, mode, isOfMode(mode, job)).status
    : null;

/** What else has to be read, now that the status is this. */
function needsOf(
  watch: MemberWatch | undefined,
  rest: StatusRow | null,
): 'nothing' | 'credentials' | 'oauth' | 'accounts' {
  const reading = watch?.reading;
  if (!reading || isHopeless(watch)) {
    return 'nothing';
  }
  const { connectionStatus, hasProcessedAccounts } = reading;
  if (connectionStatus === 'PENDING') {
    return 'oauth';
  }
  if (rest === null) {
    return connectionStatus === 'CONNECTED' && hasProcessedAccounts ? 'accounts' : 'nothing';
  }
  if (rest.turn === 'done') {
    return 'accounts';
  }
  return rest.aggregate === 'after-credentials' ? 'credentials' : 'nothing';
}
