import { describe, expect, it } from 'vitest';
import { namesInMetadata } from '../../src/domain/member-names.ts';
import { GUID, harness, json } from './support.ts';

/** Text that shows as another, and what is left of it. */
const DISGUISED = '\u202eknab\u2069 \u200bMy\u0007';
const PLAIN = 'knab My';

const answering = (body: unknown) => harness(() => json(body)).client;

/** Every text of a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('createAtriumClient', () => {
  it('removes direction controls from everything that is shown of a member', async () => {
    const member = await answering({
      member: {
        guid: GUID,
        name: DISGUISED,
        connection_status_message: DISGUISED,
        error: { error_code: 1, user_message: DISGUISED, locale: 'en' },
      },
    }).readMember(GUID);
    expect(member).toMatchObject({
      name: PLAIN,
      connectionStatusMessage: PLAIN,
      error: { message: PLAIN },
    });
  });

  it.each([
    ['its name', { code: 'mxbank', name: DISGUISED }],
    ['its code in place of a name', { code: DISGUISED }],
  ])('removes direction controls from what an institution is called: %s', async (_what, wire) => {
    const institution = await answering({ institution: wire }).readInstitution('mxbank');
    expect(institution.name).toBe(PLAIN);
  });

  it('removes direction controls from the questions of a challenge and their choices', async () => {
    const option = { label: DISGUISED, value: '1' };
    const challenges = await answering({
      challenges: [
        { guid: 'CRD-1', type: 'TEXT', label: DISGUISED },
        { guid: 'CRD-2', type: 'TEXT', field_name: DISGUISED },
        { guid: 'CRD-3', type: 'OPTIONS', label: '?', options: [option] },
        { guid: 'CRD-4', type: 'IMAGE_OPTIONS', label: '?', image_options: [option] },
      ],
    }).listChallenges(GUID);
    expect(textsIn(challenges).filter((text) => text === PLAIN)).toHaveLength(4);
    expect(textsIn(challenges)).not.toContain(DISGUISED);
  });

  it('removes direction controls from the fields of a sign-in form', async () => {
    const [field] = await answering({
      credentials: [
        { guid: 'CRD-1', type: 'OPTIONS', label: DISGUISED, options: [{ value: DISGUISED }] },
      ],
    }).listMemberCredentials(GUID);
    expect(field).toMatchObject({ label: PLAIN, options: [{ label: PLAIN }] });
  });

  it('removes direction controls from the names of accounts and their owners', async () => {
    const accounts = [{ guid: 'ACT-1', name: DISGUISED, currency_code: 'USD' }];
    expect(await answering({ accounts }).listMemberAccounts(GUID)).toMatchObject([{ name: PLAIN }]);
    const owners = [{ guid: 'OWN-1', owner_name: DISGUISED, city: DISGUISED }];
    expect(await answering({ account_owners: owners }).listAccountOwners(GUID)).toMatchObject([
      { name: PLAIN, city: PLAIN },
    ]);
  });

  it('treats a name of nothing but controls as no name', async () => {
    const member = await answering({ member: { guid: GUID, name: '\u202e\u200b' } }).readMember(
      GUID,
    );
    expect(member.name).toBe('');
  });

  it('keeps every character of what is sent back', async () => {
    const [question] = await answering({
      challenges: [
        { guid: 'CRD-1', type: 'OPTIONS', label: '?', options: [{ label: 'a', value: DISGUISED }] },
      ],
    }).listChallenges(GUID);
    expect(question).toMatchObject({ options: [{ label: 'a', value: DISGUISED }] });
    const member = await answering({
      member: { guid: GUID, metadata: DISGUISED, identifier: DISGUISED },
    }).readMember(GUID);
    expect(member).toMatchObject({ metadata: DISGUISED, identifier: DISGUISED });
  });
});

describe('namesInMetadata', () => {
  it('removes direction controls from the name that it reads', () => {
    expect(namesInMetadata.read(JSON.stringify({ displayName: DISGUISED }))).toBe(PLAIN);
    expect(namesInMetadata.read('{"displayName":"\\u202e"}')).toBe(null);
  });
});
