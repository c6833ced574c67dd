// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  useConnection,
  type Connection,
  type UseConnectionOptions,
} from '../../src/hooks/use-connection.ts';
import { credentials, statusReads, worldForEach } from './world.tsx';

const { world, pass, startWith } = worldForEach();

/** The step, which must be of that kind. */
function stepOf<Kind extends Connection['kind']>(
  { current }: { current: Connection },
  kind: Kind,
): Extract<Connection, { kind: Kind }> {
  expect(current.kind).toBe(kind);
  return current as Extract<Connection, { kind: Kind }>;
}

/** Opens MX Bank and signs in. */
async function signIn(
  password: string,
  options: UseConnectionOptions = { institutionCode: 'mxbank' },
) {
  const { result, unmount } = world.render(() => useConnection(options));
  await pass(0);
  stepOf(result, 'credentials').submit(credentials(password));
  await pass(0);
  return { result, unmount };
}

const labels = (step: { challenges: readonly { label: string }[] }) =>
  step.challenges.map(({ label }) => label);

const answersOf = (step: { challenges: readonly { guid: string }[] }, value: string) =>
  step.challenges.map(({ guid }) => ({ guid, value }));

describe('connecting MX Bank', () => {
  it('goes from the search to the accounts found', async () => {
    const { result } = world.render(() => useConnection());
    await pass(0);
    const { items } = await world.client.listInstitutions({ name: 'MX Bank' });
    const mxbank = items.find(({ code }) => code === 'mxbank');
    if (!mxbank) {
      throw new Error('The sandbox has no MX Bank.');
    }
    stepOf(result, 'search').select(mxbank);
    await pass(0);
    const form = stepOf(result, 'credentials');
    expect(form.purpose).toBe('connect');
    expect(form.credentials.map(({ label }) => label)).toEqual(['Username', 'Password']);

    form.submit(credentials('password'));
    await pass(0);
    expect(stepOf(result, 'connecting')).toMatchObject({
      institutionName: 'MX Bank',
      status: { name: 'CREATED' },
      stage: 'signing-in',
      pace: 'usual',
    });
    await pass(3_400);
    const connected = stepOf(result, 'connected');
    expect(connected.isArriving).toBe(false);
    if (connected.accounts.kind !== 'ready') {
      throw new Error(connected.accounts.kind);
    }
    expect(connected.accounts.value.length).toBeGreaterThan(0);

    const reads = statusReads(world);
    await pass(600_000);
    expect(statusReads(world)).toBe(reads);
  });

  it('asks for other credentials after a denial, and connects with the right ones', async () => {
    const { result } = await signIn('INVALID');
    await pass(3_400);
    const again = stepOf(result, 'credentials');
    expect(again).toMatchObject({ purpose: 'update', status: { name: 'DENIED' } });

    again.submit(credentials('password'));
    await pass(0);
    stepOf(result, 'connecting');
    await pass(3_400);
    stepOf(result, 'connected');
    expect(await world.client.listMembers()).toHaveLength(1);
  });

  it('shows the second denial of the same member as soon as it is in', async () => {
    const { result } = await signIn('INVALID');
    await pass(3_400);
    stepOf(result, 'credentials').submit(credentials('UNAUTHORIZED'));
    await pass(0);
    stepOf(result, 'connecting');
    await pass(3_400);
    expect(stepOf(result, 'credentials').status?.name).toBe('DENIED');
  });

  it('does not create a second member when the form is sent twice at once', async () => {
    const { result } = world.render(() => useConnection({ institutionCode: 'mxbank' }));
    await pass(0);
    const form = stepOf(result, 'credentials');
    form.submit(credentials('password'));
    form.submit(credentials('password'));
    await pass(0);
    expect(world.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('carries on with the member that already makes this connection', async () => {
    const first = await signIn('password');
    await pass(3_400);
    const { memberGuid } = stepOf(first.result, 'connected');
    const second = await signIn('password');
    await pass(3_400);
    expect(stepOf(second.result, 'connected').memberGuid).toBe(memberGuid);
    expect(await world.client.listMembers()).toHaveLength(1);
  });

  it('says that the limit is reached before anything is typed', async () => {
    for (let count = 0; count < 25; count += 1) {
      await world.client.createMember({
        institutionCode: 'mxbank',
        credentials: credentials('password', `person-${count}`),
      });
    }
    const { result } = world.render(() => useConnection());
    await pass(0);
    expect(stepOf(result, 'limit').limit).toBe(25);
  });
});

describe('questions of the bank', () => {
  it('shows a wrong answer as such and connects after a right one', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    const question = stepOf(result, 'challenge');
    expect(labels(question)).toEqual(['What city were you born in?']);
    question.answer(answersOf(question, 'wrong'));
    await pass(0);
    expect(stepOf(result, 'connecting').status.name).toBe('RESUMED');
    await pass(3_400);
    const rejected = stepOf(result, 'attention');
    expect(rejected.status.name).toBe('REJECTED');

    rejected.tryAgain();
    await pass(0);
    stepOf(result, 'connecting');
    await pass(3_400);
    const again = stepOf(result, 'challenge');
    again.answer(answersOf(again, 'correct'));
    await pass(3_400);
    stepOf(result, 'connected');
  });

  it('says that a question is asked again, when no read fell on its rejection', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    const first = stepOf(result, 'challenge');
    expect(first.round).toBe('new');
    first.answer(answersOf(first, 'wrong, ask again'));
    await pass(3_400);
    const again = stepOf(result, 'challenge');
    expect(labels(again)).toEqual(labels(first));
    expect(again.round).toBe('repeated');
  });

  it('goes on to a second round', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    const first = stepOf(result, 'challenge');
    first.answer(answersOf(first, 'options'));
    await pass(3_400);
    const second = stepOf(result, 'challenge');
    expect(second.challenges[0]?.type).toBe('OPTIONS');
    expect(second.round).toBe('new');
    second.answer(answersOf(second, 'correct'));
    await pass(3_400);
    stepOf(result, 'connected');
  });

  it('does not answer a question that expired while the form was open', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    await pass(40_000);
    const question = stepOf(result, 'challenge');
    world.sandbox.clock.advance(11 * 60_000);
    question.answer(answersOf(question, 'correct'));
    await pass(0);
    expect(world.sent.some(({ path }) => path.endsWith('/resume'))).toBe(false);
    expect(stepOf(result, 'attention').status.name).toBe('EXPIRED');
  });

  it('says by itself, within a minute, that a question has expired', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    world.sandbox.clock.advance(11 * 60_000);
    await pass(61_000);
    expect(stepOf(result, 'attention').status.name).toBe('EXPIRED');
  });

  it('keeps the questions, as the same objects, when the answer cannot be sent', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    const question = stepOf(result, 'challenge');
    world.network = ({ path }) =>
      path.endsWith('/resume') ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
    question.answer(answersOf(question, 'correct'));
    await pass(0);
    const still = stepOf(result, 'challenge');
    expect(still.challenges).toBe(question.challenges);
    expect(still.action).toMatchObject({ kind: 'failed', error: { kind: 'offline' } });
  });
});

describe('an answer that the server refuses', () => {
  it.each([405, 409])(
    'with %i while the question still stands is said, and can be sent again',
    async (status) => {
      const { result } = await signIn('challenge');
      await pass(3_400);
      const question = stepOf(result, 'challenge');
      world.network = ({ path }) =>
        path.endsWith('/resume') ? new Response('{}', { status }) : undefined;
      question.answer(answersOf(question, 'correct'));
      await pass(0);
      const still = stepOf(result, 'challenge');
      expect(still.challenges).toEqual(question.challenges);
      expect(still.action).toMatchObject({ kind: 'failed', error: { kind: 'invalid', status } });
      world.network = null;
      still.answer(answersOf(still, 'correct'));
      await pass(3_400);
      stepOf(result, 'connected');
    },
  );

  it('because it came too late is no failure: the status says what became of it', async () => {
    const { result } = await signIn('challenge');
    await pass(3_400);
    const question = stepOf(result, 'challenge');
    await world.scenario.setStatus(question.memberGuid ?? '', 'EXPIRED');
    question.answer(answersOf(question, 'correct'));
    await pass(0);
    expect(world.sent.some(({ path }) => path.endsWith('/resume'))).toBe(true);
    expect(stepOf(result, 'attention')).toMatchObject({
      status: { name: 'EXPIRED' },
      action: { kind: 'idle' },
    });
  });
});

describe('the bank’s own page', () => {
  const start = async () => {
    const { result } = world.render(() => useConnection({ institutionCode: 'mx_bank_oauth' }));
    await pass(0);
    return result;
  };

  it('creates no member before the person asks', async () => {
    const result = await start();
    expect(stepOf(result, 'oauth').phase).toBe('offer');
    expect(await world.client.listMembers()).toHaveLength(0);
  });

  it('offers the window that came with the member, and a fresh one for every further attempt', async () => {
    const result = await start();
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const ready = stepOf(result, 'oauth');
    expect(ready.phase).toBe('ready');
    expect(world.sent.some(({ path }) => path.endsWith('/oauth_window_uri'))).toBe(false);

    ready.windowOpened();
    await pass(0);
    expect(stepOf(result, 'oauth').phase).toBe('away');
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const second = stepOf(result, 'oauth');
    expect(second.phase).toBe('ready');
    expect(second.windowUri).not.toBe(ready.windowUri);
  });

  it('says why it came to nothing, with a fresh window at hand', async () => {
    const result = await start();
    stepOf(result, 'oauth').authorize();
    await pass(0);
    stepOf(result, 'oauth').windowOpened();
    await pass(0);
    stepOf(result, 'oauth').returned({ kind: 'error', memberGuid: null, problem: 'DENIED' });
    await pass(0);
    expect(stepOf(result, 'oauth')).toMatchObject({ phase: 'ready', problem: 'DENIED' });
  });

  it('lets the person start again when the member is gone after an hour', async () => {
    const result = await start();
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const { memberGuid } = stepOf(result, 'oauth');
    await pass(61 * 60_000);
    expect(stepOf(result, 'oauth')).toMatchObject({ phase: 'offer', problem: 'EXPIRED' });
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const anew = stepOf(result, 'oauth');
    expect(anew.phase).toBe('ready');
    expect(anew.memberGuid).not.toBe(memberGuid);
  });
});

describe('a member that exists already', () => {
  it('is aggregated once, under StrictMode too, when its status wants the person present', async () => {
    const member = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:RECONNECTED'),
    });
    await pass(3_000);
    const { result } = world.render(() => useConnection({ memberGuid: member.guid }));
    await pass(0);
    expect(world.sent.filter(({ path }) => path.endsWith('/aggregate'))).toHaveLength(1);
    await pass(3_400);
    stepOf(result, 'connected');
  });

  it('is aggregated again when its first job ends without moving it on', async () => {
    const { result } = await signIn('status:UPDATED');
    await pass(8_000);
    stepOf(result, 'connected');
    expect(world.sent.filter(({ path }) => path.endsWith('/aggregate'))).toHaveLength(1);
  });

  it('is never aggregated by itself when that may send the person a code', async () => {
    const member = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:EXPIRED'),
    });
    await pass(3_000);
    const { result } = world.render(() => useConnection({ memberGuid: member.guid }));
    await pass(60_000);
    expect(stepOf(result, 'attention').status.name).toBe('EXPIRED');
    expect(world.sent.some(({ path }) => path.endsWith('/aggregate'))).toBe(false);
  });

  it('never shows the status from before a job, however late the API reports', async () => {
    startWith({ reportLateMs: 5_000 });
    const { result } = await signIn('INVALID');
    await pass(9_000);
    stepOf(result, 'credentials').submit(credentials('password'));
    for (let seconds = 0; seconds < 12; seconds += 1) {
      await pass(1_000);
      expect(['connecting', 'connected']).toContain(result.current.kind);
    }
    stepOf(result, 'connected');
  });
});

/** Puts a member into a state that no password leads to. */
const force = (guid: string, state: object) =>
  world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(state),
    }),
  );

describe('what this version does not expect', () => {
  it('takes a status that it does not know for anything but a success', async () => {
    const { result } = await signIn('password');
    world.sandbox.faults.add({ kind: 'unknown-status', match: { path: /status$/ } });
    await pass(7_000);
    const unknown = stepOf(result, 'attention');
    expect(unknown.status.name).toBe('UNKNOWN');
    world.sandbox.faults.clear();
    unknown.checkAgain();
    await pass(0);
    stepOf(result, 'connecting');
    await pass(3_400);
    stepOf(result, 'connected');
  });

  it('sends a member that signs in elsewhere there again, instead of asking for credentials', async () => {
    const member = await world.client.createMember({
      institutionCode: 'mx_bank_oauth',
      isOauth: true,
    });
    await force(member.guid, { connection_status: 'DENIED', is_being_aggregated: false });
    await pass(3_000);
    const { result } = world.render(() => useConnection({ memberGuid: member.guid }));
    await pass(0);
    const step = stepOf(result, 'oauth');
    expect(step.phase).toBe('ready');
    expect(step.windowUri).toMatch(/^https:/);
  });

  it('says that a member is gone, and leads back to the search', async () => {
    const member = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:LOCKED'),
    });
    await world.client.deleteMember(member.guid);
    const { result } = world.render(() => useConnection({ memberGuid: member.guid }));
    await pass(0);
    const gone = stepOf(result, 'failure');
    expect(gone.error.kind).toBe('not-found');
    gone.startOver();
    await pass(0);
    stepOf(result, 'search');
  });

  it('tells when starting the needed aggregation fails, and starts it when asked to', async () => {
    const member = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:UPDATED'),
    });
    await pass(3_000);
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? new Response('{}', { status: 500 }) : undefined;
    const { result } = world.render(() => useConnection({ memberGuid: member.guid }));
    await pass(0);
    const failure = stepOf(result, 'failure');
    expect(failure).toMatchObject({ during: 'job', error: { kind: 'server' } });
    world.network = null;
    failure.retry();
    await pass(4_000);
    stepOf(result, 'connected');
  });

  it('says that nothing was started when the API throttles, and waits for no job', async () => {
    const { result } = await signIn('status:FAILED');
    await pass(3_400);
    const { memberGuid } = stepOf(result, 'attention');
    const throttled = {
      guid: memberGuid,
      institution_code: 'mxbank',
      connection_status: 'FAILED',
      is_being_aggregated: false,
    };
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? Response.json({ member: throttled }) : undefined;
    stepOf(result, 'attention').tryAgain();
    await pass(0);
    expect(stepOf(result, 'attention').action).toEqual({ kind: 'throttled' });
  });
});

describe('a bank that takes its time', () => {
  it('says so after a minute, stops after ten, and goes on when asked to', async () => {
    const { result } = await signIn('status:CREATED');
    await pass(59_000);
    expect(stepOf(result, 'connecting').pace).toBe('usual');
    await pass(6_000);
    expect(stepOf(result, 'connecting').pace).toBe('slow');
    await pass(10 * 60_000);
    expect(stepOf(result, 'connecting').pace).toBe('stalled');
    const reads = statusReads(world);
    expect(reads).toBeLessThan(90);
    await pass(10 * 60_000);
    expect(statusReads(world)).toBe(reads);

    stepOf(result, 'connecting').checkAgain();
    await pass(3_400);
    expect(stepOf(result, 'connecting').pace).toBe('usual');
    expect(statusReads(world)).toBe(reads + 2);
  });
});
