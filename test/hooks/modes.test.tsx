// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectEvent } from '../../src/domain/events.ts';
import type { ConnectSuccess } from '../../src/hooks/connection-success.ts';
import {
  useConnection,
  type Connection,
  type UseConnectionOptions,
} from '../../src/hooks/use-connection.ts';
import type { ProxyAllow } from '../../src/server.ts';
import {
  createWorld,
  credentials,
  fakeTime,
  pass as passIn,
  type World,
  type WorldOptions,
} from './world.tsx';

const EVERYTHING: ProxyAllow = {
  verification: true,
  identification: true,
  accountNumbers: true,
  accountOwners: true,
};

let world: World;
let told: ConnectEvent[];
let successes: ConnectSuccess[];

const worldWith = (allow: ProxyAllow, options?: WorldOptions) => {
  world = createWorld(options, allow);
};

beforeEach(() => {
  fakeTime();
  worldWith(EVERYTHING);
  told = [];
  successes = [];
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => passIn(world, ms);

function stepOf<Kind extends Connection['kind']>(
  { current }: { current: Connection },
  kind: Kind,
): Extract<Connection, { kind: Kind }> {
  expect(current.kind).toBe(kind);
  return current as Extract<Connection, { kind: Kind }>;
}

async function open(options: UseConnectionOptions) {
  const { result } = world.render(() =>
    useConnection({
      onEvent: (event) => told.push(event),
      onSuccess: (success) => successes.push(success),
      ...options,
    }),
  );
  await pass(0);
  return result;
}

async function signIn(password: string, options: UseConnectionOptions) {
  const result = await open({ institutionCode: 'mxbank', ...options });
  stepOf(result, 'credentials').submit(credentials(password));
  await pass(0);
  return result;
}

const create = async (password: string) => {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(3_000);
  world.sent.length = 0;
  return guid;
};

/** What was started, in order: the end of every address that was posted to. */
const posts = () =>
  world.sent.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1));

const types = () => told.map(({ type }) => type);

describe('a verification', () => {
  it('starts no aggregation, asks which account, and hands over the numbers of that one alone', async () => {
    const result = await signIn('password', { mode: 'verification' });
    expect(posts()).toEqual(['members', 'verify']);
    stepOf(result, 'connecting');
    await pass(6_800);

    const choice = stepOf(result, 'choose-account');
    expect(choice.accounts.map(({ type }) => type)).toEqual(['CHECKING', 'SAVINGS']);
    expect(successes).toEqual([]);
    const [, savings] = choice.accounts;
    if (!savings) {
      throw new Error('There are no savings.');
    }
    choice.chooseAccount(savings.guid);
    await pass(0);

    expect(successes).toEqual([
      {
        mode: 'verification',
        memberGuid: result.current.memberGuid,
        member: expect.objectContaining({ connectionStatus: 'CONNECTED' }),
        accounts: expect.arrayContaining([expect.objectContaining({ type: 'CREDIT_CARD' })]),
        account: expect.objectContaining({ guid: savings.guid }),
        accountNumbers: [
          {
            accountGuid: savings.guid,
            accountNumber: expect.stringMatching(/^\d{10}$/),
            routingNumber: expect.stringMatching(/^\d{9}$/),
            institutionNumber: null,
            transitNumber: null,
          },
        ],
      },
    ]);
    expect(stepOf(result, 'connected')).toMatchObject({
      mode: 'verification',
      account: { guid: savings.guid },
    });
    await pass(60_000);
    expect(successes).toHaveLength(1);
    expect(posts()).toEqual(['members', 'verify']);
    expect(types().filter((type) => type === 'member-connected')).toHaveLength(1);
    expect(types()).toContain('account-chosen');
  });

  it('is a success without numbers where the proxy does not let them pass', async () => {
    worldWith({ verification: true });
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    const [checking] = stepOf(result, 'choose-account').accounts;
    stepOf(result, 'choose-account').chooseAccount(checking?.guid ?? '');
    await pass(0);
    stepOf(result, 'connected');
    expect(successes).toMatchObject([{ mode: 'verification', accountNumbers: null }]);
  });

  it('asks no question about an account that is the only one', async () => {
    const only = { guid: 'ACT-1', name: 'Checking', type: 'CHECKING', account_number: '1234' };
    const card = { guid: 'ACT-2', name: 'Card', type: 'CREDIT_CARD' };
    const closed = { guid: 'ACT-3', name: 'Old', type: 'CHECKING', is_closed: true };
    world.network = ({ path }) =>
      path.endsWith('/accounts')
        ? Response.json({ accounts: [only, card, closed] })
        : path.endsWith('/account_numbers')
          ? Response.json({ account_numbers: [{ account_guid: 'ACT-1', account_number: '1234' }] })
          : undefined;
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    expect(stepOf(result, 'connected').account?.guid).toBe('ACT-1');
    expect(successes).toMatchObject([{ account: { guid: 'ACT-1' } }]);
  });

  it('says so when no account can be verified', async () => {
    world.network = ({ path }) =>
      path.endsWith('/account_numbers') ? Response.json({ account_numbers: [] }) : undefined;
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    expect(stepOf(result, 'unavailable').reason).toBe('accounts');
    expect(types()).toContain('no-eligible-account');
    expect(successes).toEqual([]);
  });

  it('goes through the questions of the bank and a wrong answer to its result', async () => {
    const result = await signIn('challenge', { mode: 'verification' });
    await pass(3_400);
    const answer = (value: string) => {
      const { challenges, answer: send } = stepOf(result, 'challenge');
      send(challenges.map(({ guid }) => ({ guid, value })));
    };
    answer('wrong');
    await pass(3_400);
    stepOf(result, 'attention').tryAgain();
    await pass(3_400);
    answer('correct');
    await pass(6_800);
    stepOf(result, 'choose-account');
    expect(posts()).toEqual(['members', 'verify', 'verify']);
  });

  it('repairs credentials without an aggregation in between', async () => {
    const result = await signIn('INVALID', { mode: 'verification' });
    await pass(3_400);
    const again = stepOf(result, 'credentials');
    expect(again.status?.name).toBe('DENIED');
    again.submit(credentials('password'));
    await pass(0);
    stepOf(result, 'connecting');
    await pass(6_800);
    stepOf(result, 'choose-account');
    expect(posts()).toEqual(['members', 'verify', 'verify']);
  });

  it('carries on with the member that already makes this connection', async () => {
    const guid = await create('password');
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    expect(stepOf(result, 'choose-account').memberGuid).toBe(guid);
  });

  it('keeps the numbers in no cache, no event and no step', async () => {
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    const choice = stepOf(result, 'choose-account');
    choice.chooseAccount(choice.accounts[0]?.guid ?? '');
    await pass(0);
    const [success] = successes;
    const number =
      success?.mode === 'verification' ? success.accountNumbers?.[0]?.accountNumber : null;
    expect(number).toMatch(/^\d{10}$/);
    const kept = JSON.stringify([
      world.queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state]),
      world.queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      result.current,
      told,
    ]);
    expect(kept).toContain(number?.slice(-4));
    expect(kept).not.toContain(number);
  });

  it('lets the person try again when the numbers cannot be read, without a second job', async () => {
    let fails = false;
    world.network = ({ path }) =>
      fails && path.endsWith('/account_numbers') ? new Response('{}', { status: 500 }) : undefined;
    const result = await signIn('password', { mode: 'verification' });
    await pass(6_800);
    const choice = stepOf(result, 'choose-account');
    fails = true;
    choice.chooseAccount(choice.accounts[0]?.guid ?? '');
    await pass(0);
    const failure = stepOf(result, 'failure');
    expect(failure).toMatchObject({ during: 'result', error: { kind: 'server' } });
    expect(successes).toEqual([]);
    fails = false;
    failure.retry();
    await pass(0);
    stepOf(result, 'connected');
    expect(successes).toHaveLength(1);
    expect(posts()).toEqual(['members', 'verify']);
  });
});

describe('an identification', () => {
  it('hands over the owners of all accounts', async () => {
    const result = await open({ institutionCode: 'alder_and_ash', mode: 'identification' });
    const { credentials: fields, submit } = stepOf(result, 'credentials');
    submit(
      fields.map(({ guid }, index) => ({ guid, value: index === 0 ? 'test_atrium' : 'password' })),
    );
    await pass(7_000);
    stepOf(result, 'connected');
    expect(posts()).toEqual(['members', 'identify']);
    expect(successes).toMatchObject([
      {
        mode: 'identification',
        accountOwners: [{ name: 'Pat Example' }, { name: 'Pat Example' }],
      },
    ]);
  });

  it('is a success without owners where the proxy does not let them pass', async () => {
    worldWith({ identification: true });
    const guid = await create('password');
    const { institution_code: _, ...rest } = { institution_code: '', guid };
    world.network = ({ path }) =>
      path.endsWith('/identify')
        ? Response.json({ member: { ...rest, is_being_aggregated: false } })
        : path === '/institutions/mxbank'
          ? Response.json({
              institution: { code: 'mxbank', supports_account_identification: true },
            })
          : undefined;
    const result = await open({ memberGuid: guid, mode: 'identification' });
    stepOf(result, 'offer').start();
    await pass(3_400);
    stepOf(result, 'connected');
    expect(successes).toMatchObject([{ mode: 'identification', accountOwners: null }]);
  });
});

describe('a job on a member that is connected', () => {
  it('is never started before the person asks, for it may cost them a code', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification' });
    await pass(60_000);
    const offer = stepOf(result, 'offer');
    expect(posts()).toEqual([]);
    expect(types()).not.toContain('member-connected');
    offer.start();
    offer.start();
    await pass(6_800);
    stepOf(result, 'choose-account');
    expect(posts()).toEqual(['verify']);
  });

  it('waits for the end of another job, and then starts', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification' });
    const offer = stepOf(result, 'offer');
    await world.client.aggregateMember(memberGuid);
    offer.start();
    await pass(0);
    stepOf(result, 'connecting');
    expect(posts()).toEqual(['aggregate', 'verify']);
    await pass(30_000);
    stepOf(result, 'choose-account');
    expect(posts()).toEqual(['aggregate', 'verify', 'verify']);
  });

  it('is waited for on the same times as any job when another never ends, and goes on when asked to', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification' });
    world.network = ({ path }) =>
      path.endsWith('/verify') ? new Response('{}', { status: 409 }) : undefined;
    stepOf(result, 'offer').start();
    await pass(0);
    const usual = stepOf(result, 'connecting');
    expect(usual).toMatchObject({ pace: 'usual', stage: 'signing-in' });
    await pass(70_000);
    for (let slice = 0; slice < 20; slice += 1) {
      await pass(500);
      expect(stepOf(result, 'connecting')).toMatchObject({ pace: 'slow', status: usual.status });
    }
    await pass(540_000);
    expect(stepOf(result, 'connecting').pace).toBe('stalled');
    const asked = world.sent.length;
    await pass(60_000);
    expect(world.sent).toHaveLength(asked);

    world.network = null;
    stepOf(result, 'connecting').checkAgain();
    await pass(20_000);
    stepOf(result, 'choose-account');
  });

  it('carries on when the same job runs already', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification' });
    await world.client.verifyMember(memberGuid);
    stepOf(result, 'offer').start();
    await pass(6_800);
    stepOf(result, 'choose-account');
  });
});

describe('what is not to be had', () => {
  it('is said before anything is typed, where the institution does not offer it', async () => {
    const result = await open({ institutionCode: 'mxbank', mode: 'identification' });
    expect(stepOf(result, 'unavailable').reason).toBe('institution');
    expect(posts()).toEqual([]);
  });

  it.each([
    [400, 'institution'],
    [403, 'app'],
    [404, 'app'],
  ])('is said after a %i to the job: the %s lacks it', async (status, reason) => {
    world.network = ({ path }) =>
      path.endsWith('/verify') ? new Response('{}', { status }) : undefined;
    const result = await signIn('password', { mode: 'verification' });
    await pass(10_000);
    expect(stepOf(result, 'unavailable')).toMatchObject({ mode: 'verification', reason });
    expect(posts()).toEqual(['members', 'verify']);
  });

  it('is said where the host’s proxy has not been told to allow it', async () => {
    worldWith({});
    const result = await signIn('password', { mode: 'verification' });
    expect(stepOf(result, 'unavailable').reason).toBe('app');
  });

  it('is said where MX has not enabled it for the client', async () => {
    worldWith(EVERYTHING, { disabledFeatures: ['verify'] });
    const result = await signIn('password', { mode: 'verification' });
    expect(stepOf(result, 'unavailable').reason).toBe('app');
  });

  it('is another thing than a server that fails, where trying again starts the job', async () => {
    world.network = ({ path }) =>
      path.endsWith('/verify') ? new Response('{}', { status: 502 }) : undefined;
    const result = await signIn('password', { mode: 'verification' });
    const failure = stepOf(result, 'failure');
    expect(failure.during).toBe('job');
    world.network = null;
    failure.retry();
    await pass(6_800);
    stepOf(result, 'choose-account');
    expect(await world.client.listMembers()).toHaveLength(1);
  });
});

describe('consent', () => {
  const terms = {
    data: ['Account numbers'],
    purpose: 'To pay your salary.',
    duration: 'Once.',
  };
  const accepted = (memberGuid: unknown) => ({
    type: 'consent-accepted',
    memberGuid,
    institutionCode: 'mxbank',
    terms,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });

  it('is asked once, before anything is typed, and told with the terms that were shown', async () => {
    const result = await open({ institutionCode: 'mxbank', consent: terms });
    const consent = stepOf(result, 'consent');
    consent.accept();
    await pass(0);
    stepOf(result, 'credentials').submit(credentials('INVALID'));
    await pass(3_400);
    stepOf(result, 'credentials').submit(credentials('password'));
    await pass(3_400);
    stepOf(result, 'connected');
    expect(told.filter(({ type }) => type.startsWith('consent'))).toEqual([accepted(null)]);
  });

  it('is asked again for another institution', async () => {
    const result = await open({ institutionCode: 'mxbank', consent: terms });
    stepOf(result, 'consent').accept();
    await pass(0);
    stepOf(result, 'credentials').startOver();
    await pass(0);
    const institution = await world.client.readInstitution('amberfield');
    stepOf(result, 'search').select(institution);
    await pass(0);
    stepOf(result, 'consent');
  });

  it('is not asked again to repair a connection', async () => {
    const memberGuid = await create('INVALID');
    const result = await open({ memberGuid, consent: terms });
    stepOf(result, 'credentials');
  });

  it('is asked before a job on a connected member, and is what asks for it', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification', consent: terms });
    stepOf(result, 'consent').accept();
    await pass(6_800);
    stepOf(result, 'choose-account');
    expect(told.filter(({ type }) => type.startsWith('consent'))).toEqual([accepted(memberGuid)]);
    expect(posts()).toEqual(['verify']);
  });

  it('that is declined starts nothing', async () => {
    const memberGuid = await create('password');
    const result = await open({ memberGuid, mode: 'verification', consent: terms });
    stepOf(result, 'consent').decline();
    await pass(10_000);
    expect(types()).toContain('consent-declined');
    expect(posts()).toEqual([]);
  });
});

describe('the bank’s own page', () => {
  it('is followed by the job, and no aggregation', async () => {
    const result = await open({ institutionCode: 'mx_bank_oauth', mode: 'verification' });
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const ready = stepOf(result, 'oauth');
    ready.windowOpened();
    await world.sandbox.fetch(
      new Request('https://atrium.example/oauth/authorize', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          state: new URL(ready.windowUri ?? '').searchParams.get('state') ?? '',
          decision: 'authorize',
        }).toString(),
      }),
    );
    await pass(12_000);
    stepOf(result, 'choose-account');
    expect(posts()).toEqual(['members', 'verify']);
  });
});

describe('the search', () => {
  it('shows only institutions that have the product', async () => {
    const { items } = await world.client.listInstitutions({ mode: 'identification', perPage: 100 });
    expect(items.length).toBeGreaterThan(5);
    expect(items.every((each) => each.supportsAccountIdentification)).toBe(true);
    const all = await world.client.listInstitutions({ perPage: 100 });
    expect(all.totalItems).toBeGreaterThan(items.length);
  });
});
