import { describe, expect, it } from 'vitest';
import type { AtriumClient } from '../../src/api/client.ts';
import { RESOURCES } from '../../src/contract/resources.ts';
import type { Resource } from '../../src/contract/resources.ts';
import { GUID, harness, json } from '../api/support.ts';
import { SAMPLES } from './samples.ts';

type Wire = Readonly<Record<string, unknown>>;

/** What the client makes of this response: its result, or the kind of its error. */
const resultOf = (body: unknown, ask: (client: AtriumClient) => Promise<unknown> | undefined) =>
  Promise.resolve(ask(harness(() => json(body)).client)).catch((error: unknown) => error);

const challengesOf = (challenge: Wire) =>
  resultOf({ challenges: [challenge] }, (client) => client.listChallenges(GUID));
const credentialsOf = (...credentials: Wire[]) =>
  resultOf({ credentials }, (client) => client.listMemberCredentials(GUID));

/** How the client reads each resource. Only monitors read `health`. */
const READERS: Readonly<Record<Exclude<Resource, 'health'>, (wire: Wire) => Promise<unknown>>> = {
  institution: (institution) =>
    resultOf({ institution }, (client) => client.readInstitution('mxbank')),
  credential: (wire) => credentialsOf({ guid: 'CRD-2', display_order: 2 }, wire),
  member: (member) => resultOf({ member }, (client) => client.readMember(GUID)),
  memberStatus: (member) => resultOf({ member }, (client) => client.readMemberStatus(GUID)),
  memberError: (error) =>
    resultOf({ member: { ...SAMPLES.member, error } }, (client) => client.readMember(GUID)),
  oauthWindow: (member) => resultOf({ member }, (client) => client.readOauthWindowUri(GUID)),
  // What a challenge shows depends on its type, and its name is read only if it has no label.
  challenge: (wire) =>
    Promise.all([
      challengesOf(wire),
      challengesOf({ ...wire, label: null }),
      ...['IMAGE_DATA', 'IMAGE_OPTIONS'].map((type) => challengesOf({ ...wire, type })),
    ]),
  option: (wire) => credentialsOf({ ...SAMPLES.credential, options: [wire] }),
  imageOption: (wire) =>
    challengesOf({ ...SAMPLES.challenge, type: 'IMAGE_OPTIONS', image_options: [wire] }),
  account: (wire) => resultOf({ accounts: [wire] }, (client) => client.listMemberAccounts(GUID)),
  accountNumbers: (wire) =>
    resultOf({ account_numbers: [wire] }, (client) => client.listAccountNumbers(GUID)),
  accountOwner: (wire) =>
    resultOf({ account_owners: [wire] }, (client) => client.listAccountOwners(GUID)),
  pagination: (pagination) =>
    resultOf({ institutions: [], pagination }, (client) => client.listInstitutions({})),
  features: (features) => resultOf({ features }, (client) => client.readFeatures?.()),
};

const readable = (Object.keys(READERS) as (keyof typeof READERS)[]).flatMap((resource) =>
  Object.keys(RESOURCES[resource]).map((field) => [resource, field] as const),
);

describe('contract of response fields', () => {
  it.each(readable)('%s allows %s because the client reads it', async (resource, field) => {
    const { [field]: _, ...rest } = SAMPLES[resource] as Wire;
    const read = READERS[resource];
    expect(await read(rest)).not.toEqual(await read(SAMPLES[resource]));
  });
});
