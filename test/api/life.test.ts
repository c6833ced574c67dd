import { describe, expect, it } from 'vitest';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { createClock, createSandbox } from '../../src/sandbox.ts';
import { createAtriumProxy } from '../../src/server.ts';
import type { AtriumClient } from '../../src/api/client.ts';
import type { Answer } from '../../src/domain/credential.ts';
import type { Fault } from '../../src/sandbox.ts';
import { rejection } from './support.ts';

const ORIGIN = 'https://app.example';

/** A browser, a host's server and an Atrium in one, on a clock that is moved by hand. */
function world() {
  const sandbox = createSandbox({ clock: createClock() });
  const proxy = createAtriumProxy({
    apiKey: 'key',
    clientId: 'client',
    baseUrl: 'http://localhost:1',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'anna' }),
    now: () => sandbox.clock.now(),
    // A test may create more members in a row than a user can.
    limits: { attempts: 'unlimited' },
  });
  const client = createAtriumClient({
    baseUrl: '/api/atrium',
    headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    fetch: (url, { credentials: _, ...init }) => proxy(new Request(ORIGIN + url, init)),
  });
  return { client, sandbox, wait: () => sandbox.clock.advance(4_000) };
}

async function fillIn(client: AtriumClient, password: string): Promise<Answer[]> {
  const fields = await client.listInstitutionCredentials('mxbank');
  return fields.map(({ guid, type }) => ({
    guid,
    value: type === 'PASSWORD' ? password : 'test_atrium',
  }));
}

const connect = async (client: AtriumClient, password: string) =>
  client.createMember({
    institutionCode: 'mxbank',
    credentials: await fillIn(client, password),
  });

describe('through the proxy, against the sandbox', () => {
  it('a member lives: wrong password, right one, a question, accounts, the end', async () => {
    const { client, wait } = world();
    const { items } = await client.listInstitutions({ name: 'mx bank' });
    expect(items.map(({ name }) => name)).toContain('MX Bank');
    expect(await client.readInstitution('mxbank')).toMatchObject({ name: 'MX Bank' });
    const fields = await client.listInstitutionCredentials('mxbank');
    expect(fields.map(({ type }) => type)).toEqual(['LOGIN', 'PASSWORD']);

    const { guid, ...created } = await connect(client, 'INVALID');
    expect(created).toMatchObject({ connectionStatus: 'CREATED', isBeingAggregated: true });
    wait();
    expect(await client.readMemberStatus(guid)).toMatchObject({
      connectionStatus: 'DENIED',
      isBeingAggregated: false,
    });

    const own = await client.listMemberCredentials(guid);
    expect(own.map(({ type }) => type)).toEqual(['LOGIN', 'PASSWORD']);
    await client.updateMember(guid, { credentials: await fillIn(client, 'all challenges') });
    wait();
    const asked = await client.readMemberStatus(guid);
    expect(asked.challenges.map(({ type }) => type).toSorted()).toEqual([
      'IMAGE_DATA',
      'IMAGE_OPTIONS',
      'OPTIONS',
      'TEXT',
      'TOKEN',
    ]);
    expect(await client.listChallenges(guid)).toEqual(asked.challenges);

    const answers = asked.challenges.map((challenge) => ({
      guid: challenge.guid,
      value: 'correct',
    }));
    expect(await client.resumeMember(guid, answers)).toMatchObject({ connectionStatus: 'RESUMED' });
    wait();
    expect(await client.readMemberStatus(guid)).toMatchObject({
      connectionStatus: 'CONNECTED',
      isBeingAggregated: false,
      hasProcessedAccounts: true,
      challenges: [],
    });
    expect(await client.listChallenges(guid)).toEqual([]);

    const accounts = await client.listMemberAccounts(guid);
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) {
      expect(account).toMatchObject({ memberGuid: guid, currencyCode: 'USD' });
      expect(account.lastFour).toMatch(/^\w{4}$/);
    }

    expect(await client.aggregateMember(guid)).toMatchObject({ isBeingAggregated: true });
    expect(await client.aggregateMember(guid)).toMatchObject({ isBeingAggregated: true });

    expect((await client.listMembers()).map((member) => member.guid)).toEqual([guid]);
    await client.deleteMember(guid);
    expect(await client.listMembers()).toEqual([]);
    await expect(client.readMemberStatus(guid)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a member that signs in at the bank is PENDING, with an address that is good once', async () => {
    const { client, sandbox } = world();
    // There is no page here that would be on the same machine as the sandbox.
    const oauth = { schemes: ['http:'] };
    const { guid, ...member } = await client.createMember({
      institutionCode: 'mx_bank_oauth',
      isOauth: true,
      oauth,
    });
    expect(member).toMatchObject({ connectionStatus: 'PENDING', isOauth: true });
    await expect(client.readOauthWindowUri(guid)).rejects.toMatchObject({ kind: 'unsafe' });
    const windowUri = await client.readOauthWindowUri(guid, oauth);
    expect(windowUri).toMatch(/^http:/);
    expect(windowUri).not.toBe(member.oauthWindowUri);

    sandbox.clock.advance(3_700_000);
    await expect(client.readMemberStatus(guid)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('the second of the same is a conflict, and the 26th of all too many', async () => {
    const { client } = world();
    await connect(client, 'password');
    expect(await rejection(connect(client, 'password'))).toMatchObject({ kind: 'conflict' });

    for (let count = 2; count <= 25; count += 1) {
      await connect(client, `password ${count}`);
    }
    expect(await client.listMembers()).toHaveLength(25);
    expect(await rejection(connect(client, 'one more'))).toMatchObject({ kind: 'member-limit' });
  });

  it.each<[Fault, object]>([
    [{ kind: 'status', status: 401 }, { kind: 'server' }],
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { kind: 'throttled', retryAfterMs: 7_000 },
    ],
    [{ kind: 'status', status: 503 }, { kind: 'server' }],
    [{ kind: 'drop' }, { kind: 'server' }],
    [{ kind: 'malformed' }, { kind: 'server' }],
    [{ kind: 'html' }, { kind: 'server' }],
    [{ kind: 'empty' }, { kind: 'server' }],
  ])('an Atrium that does %j is told for what it is', async (fault, expected) => {
    const { client, sandbox } = world();
    const { guid } = await connect(client, 'password');
    sandbox.faults.add(fault);
    expect(await rejection(client.readMember(guid))).toMatchObject(expected);
  });

  it('a status from the future is unknown', async () => {
    const { client, sandbox } = world();
    const { guid } = await connect(client, 'password');
    sandbox.faults.add({ kind: 'unknown-status' });
    expect(await client.readMemberStatus(guid)).toMatchObject({ connectionStatus: 'UNKNOWN' });
  });
});
