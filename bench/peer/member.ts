import type { BrowserContext } from 'playwright';

interface Credentials {
  readonly credentials: readonly { readonly guid: string; readonly field_name: string }[];
}

/** Makes a member of the person whose cookies these are, which stays at CREATED. */
export async function aMember({ request }: BrowserContext, origin: string): Promise<string> {
  const api = `${origin}/api/atrium`;
  const fields = await request.get(`${api}/institutions/mxbank/credentials`);
  const { credentials } = (await fields.json()) as Credentials;
  const values = ['test_atrium', 'status:CREATED'];
  const created = await request.post(`${api}/members`, {
    headers: { origin },
    data: {
      member: {
        institution_code: 'mxbank',
        credentials: credentials.map(({ guid }, index) => ({ guid, value: values[index] })),
      },
    },
  });
  const { member } = (await created.json()) as { member: { guid: string } };
  return member.guid;
}

/** Puts it into the middle of a job, at this status. */
export async function setStatus(origin: string, guid: string, status: string): Promise<void> {
  await fetch(`${origin}/_sandbox/members/${guid}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ connection_status: status, is_being_aggregated: true }),
  });
}
