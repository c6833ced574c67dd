import { describe, expect, it } from 'vitest';
import { credentials, exchange, VERSIONS } from './exchange.ts';
import { browser, CREDENTIAL, harness, MEMBER, USER } from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

describe.each(VERSIONS)('an answer of the Platform API, %s,', (apiVersion) => {
  const api: AtriumApi = { api: 'platform', apiVersion };
  const member = {
    guid: MEMBER,
    id: 'own-1',
    user_guid: USER,
    user_id: 'person-1',
    connection_status: 'DENIED',
    connection_status_message: 'The credentials are wrong.',
    is_manual: false,
    most_recent_job_guid: 'JOB-1',
    most_recent_job_detail_code: 7,
    most_recent_job_detail_text: 'x',
  };
  const worded = {
    guid: MEMBER,
    identifier: 'own-1',
    connection_status: 'DENIED',
    connection_status_message: 'The credentials are wrong.',
    is_manual: false,
  };

  it('names members by `identifier`, and neither their user nor their jobs', async () => {
    const one = await exchange(api, ['GET', `/members/${MEMBER}`], { member });
    expect(one.got).toEqual({ member: worded });
    const pagination = { total_pages: 1 };
    const list = await exchange(api, ['GET', '/members'], { members: [member], pagination });
    expect(list.got).toEqual({ members: [worded], pagination });
  });

  it('keeps a `null` id a `null` identifier', async () => {
    const answer = { member: { guid: MEMBER, id: null } };
    const { got } = await exchange(api, ['GET', `/members/${MEMBER}`], answer);
    expect(got).toEqual({ member: { guid: MEMBER, identifier: null } });
  });

  it('gives every credential the type that its field has', async () => {
    const sent = [
      { guid: CREDENTIAL, field_type: 'PASSWORD', type: 'TEXT' },
      { guid: CREDENTIAL, field_type: null, type: 'LOGIN' },
      { guid: CREDENTIAL, type: 'TEXT' },
    ];
    const got = {
      credentials: ['PASSWORD', 'LOGIN', 'TEXT'].map((type) => ({ guid: CREDENTIAL, type })),
    };
    for (const path of ['/institutions/mxbank/credentials', `/members/${MEMBER}/credentials`]) {
      expect((await exchange(api, ['GET', path], { credentials: sent })).got).toEqual(got);
    }
  });

  it('may hold of a member no more than where its bank’s page is', async () => {
    const oauthWindow = { oauth_window_uri: 'https://bank.example/' };
    const path = `/members/${MEMBER}/oauth_window_uri`;
    const answer = { member: { guid: MEMBER, ...oauthWindow } };
    expect((await exchange(api, ['GET', path], answer)).got).toEqual({ member: oauthWindow });
  });

  it.each([200, 201, 202])('to a new member is a success as %i', async (status) => {
    const body = { member: { institution_code: 'mxbank', credentials } };
    const answer = await exchange(api, ['POST', '/members', body], { member }, status);
    expect(answer).toMatchObject({ status, got: { member: worded } });
  });

  it.each(['aggregate', 'verify', 'identify'])('to %s may be 200, 202 or 204', async (job) => {
    const request: [string, string] = ['POST', `/members/${MEMBER}/${job}`];
    expect(await exchange(api, request, { member }, 200)).toMatchObject({ status: 200 });
    expect(await exchange(api, request, { member }, 202)).toMatchObject({ status: 202 });
    const { proxy } = harness(() => new Response(null, { status: 204 }), {
      ...api,
      allow: { verification: true, identification: true },
    });
    expect((await proxy(browser(...request))).status).toBe(204);
  });

  it.each(['{"members":[1,null,[[{"id":1}]],"x"]}', '{"members":[{"id":{}}]}'])(
    'that is not what was promised breaks nothing: %s',
    async (text) => {
      const { proxy } = harness(() => new Response(text), api);
      expect((await proxy(browser('GET', '/members'))).status).toBe(200);
    },
  );
});
