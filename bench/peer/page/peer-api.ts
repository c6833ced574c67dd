/**
 * What MX's own widget asks of its host, answered by our proxy: no more than a person needs who
 * connects a bank. It speaks of MX's inner jobs, of which Atrium tells nothing: questions about
 * them are answered at once, without a request, which is to its advantage.
 */
import type { PeerApi } from '@mxenabled/connect-widget';

type Wire = Readonly<Record<string, unknown>>;

/** It knows statuses by their numbers: these are in the order of them. */
const STATUSES =
  'CREATED PREVENTED DENIED CHALLENGED REJECTED LOCKED CONNECTED IMPEDED RECONNECTED DEGRADED DISCONNECTED DISCONTINUED CLOSED DELAYED FAILED UPDATED DISABLED IMPORTED RESUMED EXPIRED IMPAIRED PENDING'.split(
    ' ',
  );

async function ask(method: string, path: string, body?: Wire): Promise<Wire> {
  const response = await fetch(`/api/atrium${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const data = (await response.json()) as Wire;
  // It reads the errors of axios.
  if (!response.ok)
    throw Object.assign(new Error(), { response: { status: response.status, data } });
  return data;
}

const read = (path: string): Promise<Wire> => ask('GET', path);

/** It names institutions by their guids, of which Atrium has none. */
const institution = (of: Wire): Wire => ({ ...of, guid: of['code'] });

const institutions = async (query: Readonly<Record<string, string>>): Promise<readonly Wire[]> => {
  const { institutions: found } = await read(`/institutions?${new URLSearchParams(query)}`);
  return (found as readonly Wire[]).map(institution);
};

const FIELD_TYPES: Readonly<Record<string, number>> = { PASSWORD: 1, LOGIN: 3 };

const credentials = async (path: string): Promise<readonly Wire[]> => {
  const { credentials: fields } = await read(`${path}/credentials`);
  return (fields as readonly Wire[]).map((field) => ({
    ...field,
    field_type: FIELD_TYPES[String(field['type'])] ?? 0,
  }));
};

const known = new Map<string, Wire>();

/** What was known of a member, with what an answer tells. */
function member(told: unknown): Wire {
  const of = { ...known.get(String((told as Wire)['guid'])), ...(told as Wire) };
  known.set(String(of['guid']), of);
  return {
    ...of,
    connection_status: STATUSES.indexOf(String(of['connection_status'])),
    institution_guid: of['institution_code'],
    is_managed_by_user: true,
    most_recent_job_guid: 'JOB-1',
    mfa: { credentials: ((of['challenges'] ?? []) as readonly Wire[]).map(question) },
  };
}

const question = (challenge: Wire): Wire => ({ ...challenge, field_type: 0 });

export const peerApi: PeerApi = {
  loadMembers: async () => {
    const { members } = await read('/members');
    return (members as readonly Wire[]).map(member);
  },
  loadPopularInstitutions: () => institutions({}),
  loadInstitutions: ({ search_name: name, page }: { search_name: string; page?: number }) =>
    institutions({ name, page: String(page ?? 1) }),
  loadInstitutionByGuid: async (code: string) =>
    institution((await read(`/institutions/${code}`))['institution'] as Wire),
  getInstitutionCredentials: (code: string) => credentials(`/institutions/${code}`),
  addMember: async ({
    institution_guid: code,
    credentials: typed,
  }: Readonly<Record<string, Wire>>) => {
    const body = { member: { institution_code: code, credentials: typed } };
    return { member: member((await ask('POST', '/members', body))['member']) };
  },
  // One request, as ours does: a member's status tells all that can change.
  loadMemberByGuid: async (guid: string) => {
    const path = known.has(guid) ? `/members/${guid}/status` : `/members/${guid}`;
    return member((await read(path))['member']);
  },
  updateMFA: async ({ guid, credentials: answers }: Wire) => {
    const body = { member: { challenges: answers } };
    return member((await ask('PUT', `/members/${String(guid)}/resume`, body))['member']);
  },
  runJob: async (_type: unknown, guid: string) =>
    member((await ask('POST', `/members/${guid}/aggregate`))['member']),
  loadJob: async (guid: string) => ({ guid, job_type: 0, status: 1 }),
};
