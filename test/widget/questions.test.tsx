// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();

/** The values that the page sends, in the order of their fields. */
const sentValues: string[][] = [];

async function open(): Promise<void> {
  sentValues.length = 0;
  world.network = (_request, { body }) => {
    const values = typeof body === 'string' ? [...body.matchAll(/"value":"([^"]*)"/g)] : [];
    if (values.length > 0) sentValues.push(values.map(([, value = '']) => value));
    return undefined;
  };
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <ConnectWidget institutionCode="mxbank" />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
}

type Wire = Readonly<Record<string, unknown>>;

/** A bank that changes its questions, and takes answers only under the guids it gave out last. */
function interceptQuestions() {
  const { fetch } = world.sandbox;
  const bank = {
    /** What it changes about each question when it is read. */
    change: {} as Wire,
    /** Whether each read gives out new guids. */
    mintsGuids: false,
    /** Whether it goes on asking after an answer. */
    isDeaf: false,
  };
  let last: { readonly guid: string; readonly own: string; readonly question: Wire } | null = null;
  let minted = 0;
  const show = (question: Wire): Wire => {
    const own = String(question['guid']);
    minted += 1;
    const guid = bank.mintsGuids
      ? `CRD-00000000-0000-0000-0000-${String(minted).padStart(12, '0')}`
      : own;
    const shown = { ...question, guid, ...bank.change };
    last = { guid, own, question: shown };
    return shown;
  };
  Object.assign(world.sandbox, {
    async fetch(request: Request) {
      const isResume = request.url.endsWith('/resume');
      const text = request.method === 'PUT' ? await request.text() : undefined;
      if (isResume && last && !text?.includes(last.guid)) {
        return Response.json({ error: { message: 'Unknown challenge.' } }, { status: 400 });
      }
      const body = last ? text?.replace(last.guid, last.own) : text;
      const response = await fetch(new Request(request, body === undefined ? {} : { body }));
      const answer = (await response.json().catch(() => null)) as Wire | null;
      const member = answer?.['member'] as Wire | undefined;
      if (bank.isDeaf && last && member && request.url.endsWith('/status')) {
        const challenges = [{ ...last.question, ...bank.change }];
        return Response.json({
          member: { ...member, connection_status: 'CHALLENGED', challenges },
        });
      }
      const shown = (from: Wire) => {
        const challenges = from['challenges'];
        return Array.isArray(challenges) ? { ...from, challenges: challenges.map(show) } : from;
      };
      return answer === null
        ? new Response(null, { status: response.status })
        : Response.json(shown(member ? { ...answer, member: shown(member) } : answer), {
            status: response.status,
          });
    },
  });
  return bank;
}

const memberGuid = () =>
  world.sent.map(({ path }) => /MBR-[\w-]+/.exec(path)?.[0]).find((guid) => guid !== undefined) ??
  '';

const REPLACED = 'The question changed before your answer was sent. Please answer the new one.';
const REPEATED = /asked the same again/;
const CITY = 'What city were you born in?';

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(0);
}

async function signIn(password: string, username = 'test_atrium'): Promise<void> {
  await open();
  type('Username', username);
  type('Password', password);
  await press('Connect');
  await pass(4_000);
}

describe.each(['atrium', 'platform'] as const)('ConnectWidget, on %s', (api) => {
  it('sends a pasted username without the spaces around it and a password with them', async () => {
    startWith({ api });
    await signIn(' password ', '\u00a0test_atrium\u200b ');
    expect(sentValues).toEqual([['test_atrium', ' password ']]);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('sends an answer without the spaces around it', async () => {
    startWith({ api });
    await signIn('challenge');
    type(CITY, ' correct ');
    await press('Continue');
    await pass(4_000);
    expect(sentValues.at(-1)).toEqual(['correct']);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('keeps what was typed when each read gives the question a new guid, and sends it', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    bank.mintsGuids = true;
    await signIn('challenge');
    const field = screen.getByLabelText(CITY);
    type(CITY, 'corr');
    await pass(130_000);
    expect(screen.getByLabelText(CITY)).toBe(field);
    expect(screen.getByLabelText<HTMLInputElement>(CITY).value).toBe('corr');
    expect(screen.queryByText(REPLACED)).toBeNull();
    type(CITY, 'correct');
    await pass(40_000);
    await press('Continue');
    await pass(4_000);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('keeps the marks of a missing answer when the question gets a new guid', async () => {
    startWith({ api });
    interceptQuestions().mintsGuids = true;
    await signIn('challenge');
    await press('Continue');
    await pass(61_000);
    expect(screen.getByRole('alert').textContent).toContain('One answer is missing');
  });

  it('answers under the new guid when it has changed since the last read', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    await signIn('challenge');
    bank.mintsGuids = true;
    await pass(10_000);
    await world.client.readMemberStatus(memberGuid());
    type(CITY, 'correct');
    await press('Continue');
    await pass(4_000);
    expect(sentValues.slice(1)).toEqual([['correct'], ['correct']]);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('says that a question was replaced while the form was open', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    await signIn('challenge');
    type(CITY, 'Rome');
    bank.change = { label: 'Your first pet?' };
    await pass(61_000);
    expect(screen.getByLabelText<HTMLInputElement>('Your first pet?').value).toBe('');
    expect(screen.getAllByText(REPLACED)).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toBe(REPLACED);
    expect(sentValues).toHaveLength(1);
  });

  it('sends no answer to a question that was replaced, and says so', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    await signIn('challenge');
    await pass(40_000);
    bank.change = { label: 'Your first pet?' };
    type(CITY, 'Rome');
    await press('Continue');
    expect(sentValues).toHaveLength(1);
    expect(screen.getByLabelText<HTMLInputElement>('Your first pet?').value).toBe('');
    expect(screen.getByRole('status').textContent).toBe(REPLACED);
  });

  it('asks another question that comes under the guid of the one just answered', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    await signIn('challenge');
    bank.isDeaf = true;
    type(CITY, 'Rome');
    await press('Continue');
    await pass(3_400);
    expect(screen.queryByRole('textbox')).toBeNull();
    bank.change = { label: 'Your first pet?' };
    await pass(3_400);
    expect(screen.getByLabelText('Your first pet?')).toBeDefined();
  });

  it('asks again for an answer if the same question stands 20 seconds after it', async () => {
    startWith({ api });
    const bank = interceptQuestions();
    await signIn('challenge');
    bank.isDeaf = true;
    type(CITY, 'Rome');
    await press('Continue');
    await pass(8_000);
    expect(screen.queryByRole('textbox')).toBeNull();
    await pass(12_000);
    expect(screen.getByLabelText(CITY)).toBeDefined();
    expect(screen.getByRole('status').textContent).toMatch(REPEATED);
  });
});
