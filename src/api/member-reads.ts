import { safeOauthUri } from '../domain/urls.ts';
import { manyIn, oneIn, pageIn } from './answers.ts';
import type { Ask } from './ask.ts';
import type { AtriumClient } from './client.ts';
import { referralOf, type OauthOptions } from './oauth-options.ts';
import { parseAccount } from './parse-account.ts';
import { parseChallenge } from './parse-challenge.ts';
import { parseCredential } from './parse-credential.ts';
import { parseMember, parseMemberStatus } from './parse-member.ts';
import type { Wire } from './read.ts';

type MemberReads = Pick<
  AtriumClient,
  | 'listMembers'
  | 'readMember'
  | 'readMemberStatus'
  | 'listChallenges'
  | 'listMemberCredentials'
  | 'readOauthWindowUri'
  | 'listMemberAccounts'
>;

export function memberReads(ask: Ask, oauth: OauthOptions): MemberReads {
  const toMember = (wire: Wire) => parseMember(wire, oauth.schemes);
  const toWindowUri = (wire: Wire) => safeOauthUri(wire['oauth_window_uri'], oauth.schemes);

  return {
    listMembers: (options) =>
      ask.all({ verb: 'listMembers', path: ['members'] }, pageIn('members', toMember), options),

    readMember: (guid, options) =>
      ask.one({ verb: 'readMember', path: ['members', guid] }, oneIn('member', toMember), options),

    readMemberStatus: (guid, options) =>
      ask.one(
        { verb: 'readMemberStatus', path: ['members', guid, 'status'] },
        oneIn('member', parseMemberStatus),
        options,
      ),

    listChallenges: (guid, options) =>
      ask.one(
        { verb: 'listChallenges', path: ['members', guid, 'challenges'] },
        manyIn('challenges', parseChallenge),
        options,
      ),

    listMemberCredentials: (guid, options) =>
      ask.one(
        { verb: 'listMemberCredentials', path: ['members', guid, 'credentials'] },
        manyIn('credentials', parseCredential),
        options,
      ),

    readOauthWindowUri: (guid, options) =>
      ask.one(
        {
          verb: 'readOauthWindowUri',
          path: ['members', guid, 'oauth_window_uri'],
          query: referralOf(oauth),
        },
        oneIn('member', toWindowUri),
        options,
      ),

    listMemberAccounts: (guid, options) =>
      ask.all(
        { verb: 'listMemberAccounts', path: ['members', guid, 'accounts'] },
        pageIn('accounts', parseAccount),
        options,
      ),
  };
}
