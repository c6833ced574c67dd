import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { Member } from '../domain/member.ts';
import { oneIn } from './answers.ts';
import type { Ask } from './ask.ts';
import type { AtriumClient, NewMember, RequestOptions } from './client.ts';
import { referralOf, type OauthOptions } from './oauth-options.ts';
import { parseMember } from './parse-member.ts';
import type { Wire } from './read.ts';
import type { Call } from './request.ts';

type MemberWrites = Pick<
  AtriumClient,
  'createMember' | 'updateMember' | 'deleteMember' | 'aggregateMember' | 'resumeMember'
>;

export function memberWrites(
  ask: Ask,
  oauth: OauthOptions,
  readMember: AtriumClient['readMember'],
): MemberWrites {
  const member = oneIn('member', (wire) => parseMember(wire, oauth.schemes));
  const memberOrNothing = (body: unknown) => (body === undefined ? 'nothing' : member(body));

  /** A change may be answered without content: the member itself then tells. */
  async function change(call: Call, guid: string, options?: RequestOptions): Promise<Member> {
    const answer = await ask.one(call, memberOrNothing, options);
    return answer === 'nothing' ? readMember(guid, options) : answer;
  }

  return {
    createMember: (fields, options) =>
      ask.one(
        {
          verb: 'createMember',
          method: 'POST',
          path: ['members'],
          body: { member: newMember(fields, oauth) },
        },
        member,
        options,
      ),

    updateMember: (guid, { credentials, identifier, metadata }, options) =>
      change(
        {
          verb: 'updateMember',
          method: 'PUT',
          path: ['members', guid],
          body: { member: { credentials: credentials?.map(answer), identifier, metadata } },
        },
        guid,
        options,
      ),

    deleteMember: (guid, options) =>
      ask.one(
        { verb: 'deleteMember', method: 'DELETE', path: ['members', guid] },
        () => undefined,
        options,
      ),

    aggregateMember: (guid, options) =>
      change(
        { verb: 'aggregateMember', method: 'POST', path: ['members', guid, 'aggregate'] },
        guid,
        options,
      ).catch((error: unknown) => {
        if (error instanceof AtriumError && error.status === 409) {
          // A job is running, which is all that was wanted.
          return readMember(guid, options);
        }
        throw error;
      }),

    resumeMember: (guid, answers, options) =>
      change(
        {
          verb: 'resumeMember',
          method: 'PUT',
          path: ['members', guid, 'resume'],
          body: { member: { challenges: answers.map(answer) } },
        },
        guid,
        options,
      ),
  };
}

/** Who signs in at the institution's own page has nothing to send from here. */
function newMember(fields: NewMember, oauth: OauthOptions): Wire {
  return {
    institution_code: fields.institutionCode,
    identifier: fields.identifier,
    metadata: fields.metadata,
    skip_aggregation: fields.skipAggregation,
    ...(fields.isOauth
      ? { is_oauth: true, ...referralOf(oauth) }
      : { credentials: fields.credentials?.map(answer) }),
  };
}

/** What else may hang on the object that a form made stays here. */
const answer = ({ guid, value }: Answer): Answer => ({ guid, value });
