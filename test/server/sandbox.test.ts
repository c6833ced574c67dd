import { describe, expect, it } from 'vitest';
import { createClock, createSandbox } from '../../src/sandbox.ts';
import type { Sandbox } from '../../src/sandbox.ts';
import { createAtriumProxy } from '../../src/server.ts';
import type { AtriumApi, AtriumProxyOptions, ProxyAllow, ProxyEvent } from '../../src/server.ts';
import { APIS, browser } from './support.ts';

interface Visit {
  readonly status: number;
  readonly text: string;
  /** The one resource in the answer. */
  readonly member: Record<string, unknown>;
  readonly list: Record<string, unknown>[];
}

/** A host whose visitors reach a local MX through the proxy; who they are is their cookie. */
function host(
  api: AtriumApi,
  allow: ProxyAllow = {},
  sandbox: Sandbox = createSandbox({ clock: createClock() }),
) {
  const events: ProxyEvent[] = [];
  const options: AtriumProxyOptions = {
    ...api,
    allow,
    baseUrl: 'http://localhost:1',
    apiKey: 'key',
    clientId: 'client',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: ({ headers }) => {
      const identifier = headers.get('cookie');
      return identifier === null ? null : { identifier };
    },
    observe: (event) => events.push(event),
    now: () => sandbox.clock.now(),
  };
  const proxy = createAtriumProxy(options);
  const as =
    (identifier: string) =>
    async (method: string, path: string, body?: unknown): Promise<Visit> => {
      const request = browser(method, path, { body, headers: { cookie: identifier } });
      const response = await proxy(request);
      const text = await response.text();
      const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      const [first = {}] = Object.values(answer);
      return {
        status: response.status,
        text,
        member: first as Visit['member'],
        list: Array.isArray(first) ? (first as Visit['list']) : [],
      };
    };
  const wait = (ms: number): void => sandbox.clock.advance(ms);
  return { as, wait, events, sandbox };
}

type Visitor = ReturnType<ReturnType<typeof host>['as']>;

/** What the bank asks for, filled in. */
async function signIn(
  visit: Visitor,
  password: string,
  fields: Record<string, unknown> & { institution_code?: string } = {},
): Promise<Visit> {
  const { institution_code = 'mxbank', ...rest } = fields;
  const { list } = await visit('GET', `/institutions/${institution_code}/credentials`);
  const credentials = list.map(({ guid, field_name }) => ({
    guid,
    value: field_name === 'PASSWORD' ? password : 'test_atrium',
  }));
  const member = { institution_code, credentials, ...rest };
  return visit('POST', '/members', { member });
}

describe.each(APIS)('through the proxy, against the sandbox, on %s,', (_name, api) => {
  it('a person finds a bank, signs in, answers a question and sees their accounts', async () => {
    const { as, wait } = host(api);
    const ann = as('ann');
    const found = await ann('GET', '/institutions?name=mx%20bank');
    expect(found.list.map(({ code }) => code)).toContain('mxbank');

    const created = await signIn(ann, 'challenge');
    expect(created.status).toBeLessThan(300);
    expect(created.member).toMatchObject({ connection_status: 'CREATED' });
    const path = `/members/${String(created.member['guid'])}`;

    wait(5_000);
    const asked = await ann('GET', `${path}/status`);
    expect(asked.member).toMatchObject({ connection_status: 'CHALLENGED' });
    const { list: challenges } = await ann('GET', `${path}/challenges`);
    expect(challenges).toHaveLength(1);

    const answers = challenges.map(({ guid }) => ({ guid, value: 'correct' }));
    const resumed = await ann('PUT', `${path}/resume`, { member: { challenges: answers } });
    expect(resumed.status).toBeLessThan(300);
    // At once: what was read before the answer must not be repeated after it.
    const afterwards = await ann('GET', `${path}/status`);
    expect(afterwards.member['connection_status']).not.toBe('CHALLENGED');

    wait(10_000);
    const done = await ann('GET', `${path}/status`);
    expect(done.member).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
    expect((await ann('GET', `${path}/challenges`)).status).toBe(204);

    const accounts = await ann('GET', `${path}/accounts`);
    expect(accounts.list.length).toBeGreaterThan(0);
    const numbers = accounts.list.map(({ account_number }) => account_number);
    // Platform sends four characters, of which the first does not pass.
    const end = api.api === 'platform' ? /^.{3}$/ : /^.{4}$/;
    expect(numbers).toEqual(numbers.map(() => expect.stringMatching(end) as string));

    expect((await ann('DELETE', path)).status).toBe(204);
    expect((await ann('GET', `${path}/status`)).status).toBe(404);
  });

  it('nobody reaches what belongs to somebody else', async () => {
    const { as, wait } = host(api);
    const { member } = await signIn(as('ann'), 'password');
    wait(10_000);
    const bob = as('bob');
    const path = `/members/${String(member['guid'])}`;
    const attempts = [
      await bob('GET', path),
      await bob('GET', `${path}/status`),
      await bob('GET', `${path}/accounts`),
      await bob('PUT', path, { member: { metadata: 'mine' } }),
      await bob('POST', `${path}/aggregate`),
      await bob('DELETE', path),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await bob('GET', '/members')).list).toEqual([]);
    expect((await as('ann')('GET', '/members')).list).toHaveLength(1);
  });

  it('the same login twice is a conflict, and an answer to no question too', async () => {
    const { as, wait } = host(api);
    const ann = as('ann');
    const { member } = await signIn(ann, 'password');
    wait(10_000);
    expect((await signIn(ann, 'password')).status).toBe(409);
    const resume = await ann('PUT', `/members/${String(member['guid'])}/resume`, {
      member: { challenges: [{ guid: 'CRD-1ec152cd-e628-e81a-e852-d1e7104624da', value: 'x' }] },
    });
    expect(resume.status).toBe(409);
  });

  it("the bank's own page is offered for OAuth, and only where there is one", async () => {
    const { as } = host(api);
    const ann = as('ann');
    const created = await ann('POST', '/members', {
      member: { institution_code: 'mx_bank_oauth', is_oauth: true },
    });
    expect(created.member).toMatchObject({ connection_status: 'PENDING' });
    const path = `/members/${String(created.member['guid'])}/oauth_window_uri`;
    const { member } = await ann('GET', `${path}?referral_source=BROWSER`);
    expect(member['oauth_window_uri']).toMatch(/^https?:\/\//);

    const { member: plain } = await signIn(ann, 'password');
    const refused = await ann('GET', `/members/${String(plain['guid'])}/oauth_window_uri`);
    expect(refused.status).toBe(400);
  });

  it('no answer of a whole visit names the MX user', async () => {
    const { as, wait, events } = host(api);
    const ann = as('ann');
    const { member } = await signIn(ann, 'password');
    wait(10_000);
    const path = `/members/${String(member['guid'])}`;
    const answers = [
      await ann('GET', '/members'),
      await ann('GET', path),
      await ann('GET', `${path}/status`),
      await ann('GET', `${path}/credentials`),
      await ann('GET', `${path}/accounts`),
      await ann('POST', `${path}/aggregate`),
    ];
    expect(answers.map(({ status }) => status < 300)).not.toContain(false);
    for (const { text } of answers) {
      expect(text).not.toMatch(/user_guid|user_id|USR-|most_recent_job|JOB-|"ann"/);
    }
    expect(JSON.stringify(events)).not.toMatch(/USR-|MBR-/);
  });

  it('a person is found again by a server that has just started', async () => {
    const { as, sandbox } = host(api);
    const { member } = await signIn(as('ann'), 'password');
    const restarted = host(api, {}, sandbox);
    const { list } = await restarted.as('ann')('GET', '/members');
    expect(list.map(({ guid }) => guid)).toEqual([member['guid']]);
    expect((await restarted.as('bob')('GET', '/members')).list).toEqual([]);
  });

  it('members and banks are described in one way', async () => {
    const { as, wait } = host(api);
    const ann = as('ann');
    const { member } = await signIn(ann, 'password', { identifier: 'own-1', metadata: 'm' });
    const path = `/members/${String(member['guid'])}`;
    wait(10_000);
    expect(await ann('GET', path)).toMatchObject({
      member: { identifier: 'own-1', metadata: 'm', name: 'MX Bank', institution_code: 'mxbank' },
    });
    await ann('PUT', path, { member: { identifier: 'own-2' } });
    expect((await ann('GET', '/members')).list).toMatchObject([{ identifier: 'own-2' }]);

    const banks = await ann('GET', '/institutions?supports_account_verification=true');
    const flags = banks.list.map(({ supports_account_verification: flag }) => flag);
    expect(new Set(flags)).toEqual(new Set([true]));
    const all = await ann('GET', '/institutions?records_per_page=100');
    expect(all.list.length).toBeGreaterThan(banks.list.length);
  });

  it.each([
    ['verify', 'account_numbers', 'verification', 'accountNumbers'],
    ['identify', 'account_owners', 'identification', 'accountOwners'],
  ] as const)('a member that is made to %s runs that job and no other', async (...names) => {
    const [job, results, permission, opened] = names;
    const { as, wait } = host(api, { [permission]: true, [opened]: true });
    const ann = as('ann');
    const { member } = await signIn(ann, 'password', {
      institution_code: 'mxcu',
      skip_aggregation: true,
    });
    const path = `/members/${String(member['guid'])}`;
    wait(10_000);
    expect((await ann('GET', `${path}/status`)).member).toMatchObject({
      is_being_aggregated: false,
      connection_status: 'CREATED',
    });

    const started = await ann('POST', `${path}/${job}`);
    expect(started.status).toBeLessThan(300);
    expect(started.member).toMatchObject({ is_being_aggregated: true });
    wait(10_000);
    expect((await ann('GET', `${path}/status`)).member).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
    expect((await ann('GET', `${path}/${results}`)).list.length).toBeGreaterThan(0);
  });

  it('an order of jobs that cross is a conflict: busy', async () => {
    const { as } = host(api, { verification: true });
    const ann = as('ann');
    const { member } = await signIn(ann, 'password');
    expect((await ann('POST', `/members/${String(member['guid'])}/verify`)).status).toBe(409);
  });
});

const PLATFORMS = APIS.filter(([, { api }]) => api === 'platform');

describe.each(PLATFORMS)('through the proxy, against the sandbox, on %s alone,', (_name, api) => {
  it('an account is kept by hand, under a member of its own kind', async () => {
    const { as } = host(api, { manualAccounts: true });
    const ann = as('ann');
    const account = { name: 'Piggy bank', account_type: 'SAVINGS', balance: 12.5 };
    const made = await ann('POST', '/accounts', { account });
    expect(made).toMatchObject({
      status: 200,
      member: { name: 'Piggy bank', type: 'SAVINGS', balance: 12.5 },
    });
    expect(made.text).not.toMatch(/user_guid|user_id|USR-/);
    const { list } = await ann('GET', '/members');
    expect(list).toMatchObject([{ is_manual: true, connection_status: null }]);
    const accounts = await ann('GET', `/members/${String(list[0]?.['guid'])}/accounts`);
    expect(accounts.list).toMatchObject([{ name: 'Piggy bank' }]);
  });

  it('a status at rest tells the error of its member, in one way', async () => {
    const { as, wait } = host(api);
    const ann = as('ann');
    const { member } = await signIn(ann, 'error:2004');
    wait(10_000);
    const path = `/members/${String(member['guid'])}`;
    const error = { error_code: 2004, user_message: expect.any(String) as string, locale: 'en' };
    expect((await ann('GET', `${path}/status`)).member['error']).toEqual(error);
    expect((await ann('GET', path)).member['error']).toEqual(error);
    expect((await ann('GET', '/members')).list[0]?.['error']).toEqual(error);
  });

  it('a status at rest says what its member says', async () => {
    const { as, wait } = host(api);
    const ann = as('ann');
    const { member } = await signIn(ann, 'INVALID');
    wait(10_000);
    const { member: status } = await ann('GET', `/members/${String(member['guid'])}/status`);
    expect(status).toMatchObject({
      connection_status: 'DENIED',
      connection_status_message: expect.stringContaining('credentials') as string,
      error: null,
    });
  });
});
