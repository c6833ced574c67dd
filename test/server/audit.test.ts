import { describe, expect, it, vi } from 'vitest';
import type { AtriumProxyOptions, AuditEvent } from '../../src/server.ts';
import { browser, CREDENTIAL, harness, json, member, MEMBER, USER } from './support.ts';
import type { Harness, Script } from './support.ts';

const SECRET = 'hunter2-the-password';
const ANN = { identifier: 'ann' };
const ALLOWED = {
  accountNumbers: true,
  accountOwners: true,
  verification: true,
  identification: true,
  manualAccounts: true,
};

const credentials = [{ guid: CREDENTIAL, value: SECRET }];
const create = { member: { institution_code: 'mxbank', credentials } };
const account = { account: { name: SECRET, account_type: 'CASH' } };

interface Audited extends Harness {
  readonly audited: AuditEvent[];
}

function audited(script: Script, options: Partial<AtriumProxyOptions> = {}): Audited {
  const events: AuditEvent[] = [];
  const world = harness(
    (call) =>
      call.path.startsWith('/users?') || call.path === '/users'
        ? json({ user: { guid: USER }, users: [{ guid: USER, identifier: 'ann' }] })
        : script(call),
    {
      ...({ api: 'platform' } as object),
      resolveUser: () => ANN,
      allow: ALLOWED,
      audit: (event) => void events.push(event),
      now: () => 1_700_000_000_000,
      ...options,
    },
  );
  return { ...world, audited: events };
}

const all: Script = ({ path }) =>
  json({
    ...(path.endsWith('/accounts')
      ? { account: { guid: 'ACT-1', account_number: SECRET } }
      : { member: { guid: MEMBER } }),
    account_numbers: [{ account_number: SECRET }],
    account_owners: [{ owner_name: SECRET }],
    pagination: {},
  });

describe('audit', () => {
  it.each<[action: string, method: string, path: string, body: unknown, memberGuid: string | null]>(
    [
      ['create-member', 'POST', '/members', create, MEMBER],
      ['update-member', 'PUT', `/members/${MEMBER}`, { member: { credentials } }, MEMBER],
      ['delete-member', 'DELETE', `/members/${MEMBER}`, undefined, MEMBER],
      [
        'resume-member',
        'PUT',
        `/members/${MEMBER}/resume`,
        { member: { challenges: credentials } },
        MEMBER,
      ],
      ['aggregate-member', 'POST', `/members/${MEMBER}/aggregate`, undefined, MEMBER],
      ['verify-member', 'POST', `/members/${MEMBER}/verify`, undefined, MEMBER],
      ['identify-member', 'POST', `/members/${MEMBER}/identify`, undefined, MEMBER],
      ['create-manual-account', 'POST', '/accounts', account, null],
      ['read-account-numbers', 'GET', `/members/${MEMBER}/account_numbers`, undefined, MEMBER],
      ['read-account-owners', 'GET', `/members/${MEMBER}/account_owners`, undefined, MEMBER],
    ],
  )('receives one %s event for %s %s', async (action, method, path, body, memberGuid) => {
    const world = audited(all);
    const response = await world.proxy(browser(method, path, { body }));
    expect(world.audited).toEqual([
      {
        action,
        outcome: 'succeeded',
        user: ANN,
        memberGuid,
        status: response.status,
        requestId: response.headers.get('x-request-id'),
        at: 1_700_000_000_000,
      },
    ]);
    expect(response.status).toBeLessThan(300);
    expect(JSON.stringify(world.audited)).not.toContain(SECRET);
  });

  it.each([
    '/institutions',
    '/members',
    `/members/${MEMBER}`,
    `/members/${MEMBER}/status`,
    `/members/${MEMBER}/challenges`,
    `/members/${MEMBER}/accounts`,
    '/features',
    '/health',
    '/nowhere',
  ])('receives nothing for GET %s', async (path) => {
    const world = audited(all);
    await world.proxy(browser('GET', path));
    expect(world.events).toHaveLength(1);
    expect(world.audited).toEqual([]);
  });

  const del = () => browser('DELETE', `/members/${MEMBER}`);

  it.each<
    [
      outcome: string,
      status: number,
      why: string,
      expected: Partial<AuditEvent>,
      Script,
      Partial<AtriumProxyOptions>,
      () => Request,
    ]
  >([
    [
      'refused',
      401,
      'without a session',
      { user: null, error: 'unauthorized' },
      all,
      { resolveUser: () => null },
      del,
    ],
    [
      'refused',
      403,
      'from another site',
      { user: null, error: 'forbidden' },
      all,
      {},
      () =>
        browser('DELETE', `/members/${MEMBER}`, { headers: { 'sec-fetch-site': 'cross-site' } }),
    ],
    [
      'refused',
      400,
      'with a body that is not valid',
      { user: ANN, memberGuid: null, error: 'invalid' },
      all,
      {},
      () => browser('POST', '/members', { body: { member: { credentials } } }),
    ],
    [
      'refused',
      429,
      'over a limit',
      { user: ANN, error: 'throttled' },
      () => json({}, { status: 429 }),
      {},
      del,
    ],
    [
      'refused',
      404,
      'for a member of another user',
      { user: ANN, error: 'not-found' },
      () => json({}, { status: 404 }),
      {},
      del,
    ],
    [
      'refused',
      405,
      'for a 26th member',
      { user: ANN, memberGuid: null, error: 'member-limit' },
      () => json({}, { status: 405 }),
      {},
      () => browser('POST', '/members', { body: create }),
    ],
    [
      'failed',
      502,
      'when MX fails',
      { user: ANN, error: 'server' },
      () => json({}, { status: 500 }),
      {},
      del,
    ],
    [
      'failed',
      504,
      'when MX takes too long',
      { user: ANN, error: 'timeout' },
      () => new Promise<never>(() => {}),
      { timeoutMs: 5 },
      del,
    ],
    [
      'failed',
      500,
      'when resolveUser throws',
      { user: null, error: 'server' },
      all,
      {
        resolveUser: () => {
          throw new Error(SECRET);
        },
      },
      del,
    ],
    [
      'failed',
      499,
      'when the browser leaves',
      { error: 'aborted' },
      all,
      {},
      () => browser('DELETE', `/members/${MEMBER}`, { signal: AbortSignal.abort() }),
    ],
  ])(
    'receives `%s` with %i %s',
    async (outcome, status, _why, expected, script, options, request) => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const world = audited(script, options);
      const response = await world.proxy(request());
      expect(response.status).toBe(status);
      expect(world.audited).toMatchObject([{ outcome, status, ...expected }]);
      expect(JSON.stringify(world.audited)).not.toContain(SECRET);
    },
  );

  it.each<[how: string, audit: AtriumProxyOptions['audit']]>([
    [
      'throws',
      () => {
        throw new Error(SECRET);
      },
    ],
    ['rejects', () => Promise.reject(new Error(SECRET))],
  ])('that %s spoils no request, and is named on the console once', async (_how, audit) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const world = audited(() => member(), { audit });
    for (let round = 0; round < 2; round += 1) {
      expect((await world.proxy(del())).status).toBe(200);
    }
    expect(log.mock.calls).toEqual([[expect.stringContaining('`audit` failed')]]);
    expect(JSON.stringify(log.mock.calls)).not.toContain(SECRET);
  });
});
