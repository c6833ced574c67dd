// A page loads this when it is used, which takes time of its own and not of the tests.
import '../../src/api/open-events.ts';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import type { AtriumClient, RequestOptions } from '../../src/api/client.ts';
import type { AtriumClientOptions } from '../../src/api/fetch-client.ts';

export const GUID = 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b';

/** One request that the client made. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

export type Script = (sent: Sent, index: number) => Response | Promise<Response>;

export const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);

export const status = (code: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: code, headers });

export interface Harness {
  readonly client: AtriumClient;
  readonly sent: Sent[];
}

/** A client whose server answers by `script`, and what it sent. */
export function harness(script: Script, options: Partial<AtriumClientOptions> = {}): Harness {
  const sent: Sent[] = [];
  const client = createAtriumClient({
    baseUrl: '/api/atrium',
    fetch: async (url, init) => {
      const one: Sent = {
        method: init.method ?? 'GET',
        url,
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        init,
      };
      sent.push(one);
      return script(one, sent.length - 1);
    },
    ...options,
  });
  return { client, sent };
}

export type VerbName = Exclude<keyof AtriumClient, 'scope'>;

type CallVerb = (client: AtriumClient, options?: RequestOptions) => Promise<unknown>;

/** Every function of the client, with input that is good enough to be sent. */
export const VERBS: Readonly<Record<VerbName, CallVerb>> = {
  listInstitutions: (client, options) => client.listInstitutions({}, options),
  readInstitution: (client, options) => client.readInstitution('mxbank', options),
  listInstitutionCredentials: (client, options) =>
    client.listInstitutionCredentials('mxbank', options),
  listMembers: (client, options) => client.listMembers(options),
  readMember: (client, options) => client.readMember(GUID, options),
  createMember: (client, options) => client.createMember({ institutionCode: 'mxbank' }, options),
  updateMember: (client, options) => client.updateMember(GUID, { metadata: 'm' }, options),
  deleteMember: (client, options) => client.deleteMember(GUID, options),
  readMemberStatus: (client, options) => client.readMemberStatus(GUID, options),
  aggregateMember: (client, options) => client.aggregateMember(GUID, options),
  verifyMember: (client, options) => client.verifyMember(GUID, options),
  identifyMember: (client, options) => client.identifyMember(GUID, options),
  listChallenges: (client, options) => client.listChallenges(GUID, options),
  resumeMember: (client, options) =>
    client.resumeMember(GUID, [{ guid: 'CRD-1', value: 'blue' }], options),
  listMemberCredentials: (client, options) => client.listMemberCredentials(GUID, options),
  readOauthWindowUri: (client, options) => client.readOauthWindowUri(GUID, options),
  listMemberAccounts: (client, options) => client.listMemberAccounts(GUID, options),
  listAccountNumbers: (client, options) => client.listAccountNumbers(GUID, options),
  listAccountOwners: (client, options) => client.listAccountOwners(GUID, options),
  openEvents: async (client, options) => {
    for await (const event of client.openEvents?.({ ...options }) ?? []) {
      return event;
    }
    return null;
  },
  readFeatures: async (client, options) => client.readFeatures?.(options),
  createManualAccount: async (client, options) =>
    client.createManualAccount?.({ name: 'Piggy bank', type: 'CASH' }, options),
};

export const VERB_NAMES = Object.keys(VERBS) as VerbName[];

/** What a promise rejects with. */
export const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It resolved.');
};
