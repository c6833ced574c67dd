// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectPage } from '../../stories/docs/samples/connect-page.tsx';
import { Counted } from '../../stories/docs/samples/events.tsx';
import { LiveConnections } from '../../stories/docs/samples/live.tsx';
import { SignedIn } from '../../stories/docs/samples/login.tsx';
import { BanksPage } from '../../stories/docs/samples/manage-members.tsx';
import { OwnList } from '../../stories/docs/samples/own-member-list.tsx';
import { BankStatus } from '../../stories/docs/samples/follow-member.tsx';
import { AddByHand } from '../../stories/docs/samples/manual-account.tsx';
import { Migrated } from '../../stories/docs/samples/mx-messages.tsx';
import { ConnectInAPopup } from '../../stories/docs/samples/oauth-popup.tsx';
import { ConnectWithNotice } from '../../stories/docs/samples/oauth-notice.tsx';
import { ConnectInThisTab } from '../../stories/docs/samples/oauth-redirect.tsx';
import { OwnReturnPage } from '../../stories/docs/samples/oauth-return-own.tsx';
import { BankReturnPage } from '../../stories/docs/samples/oauth-return.tsx';
import { OwnConnect } from '../../stories/docs/samples/own-interface.tsx';
import { BankProvider } from '../../stories/docs/samples/user-switch.tsx';
import { PatientWidget } from '../../stories/docs/samples/poll-policy.tsx';
import { MyBanks, Repair } from '../../stories/docs/samples/repair.tsx';
import { Payouts } from '../../stories/docs/samples/verification.tsx';
import { stubHost } from './host.ts';

// A busy machine may take its time: the first of these renders everything for the first time.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const client = createAtriumClient({ baseUrl: '/api/atrium' });
let host: ReturnType<typeof stubHost>;

beforeEach(() => {
  host = stubHost();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const inProvider = (children: React.ReactNode) =>
  render(<AtriumProvider client={client}>{children}</AtriumProvider>);

/** A member whose first job is over, with what this password does. */
async function addMember(password: string): Promise<string> {
  const { guid } = await host.addMember({ password });
  host.sandbox.clock.advance(3_000);
  return guid;
}

describe('the samples for a page', () => {
  it.each([
    ['connect-page.tsx', <ConnectPage key="page" />],
    ['oauth-popup.tsx', <ConnectInAPopup key="popup" />],
    ['oauth-notice.tsx', <ConnectWithNotice key="notice" />],
    ['oauth-redirect.tsx', <ConnectInThisTab key="redirect" saveDraft={async () => {}} />],
    ['poll-policy.tsx', <PatientWidget key="policy" />],
  ])('%s lists the banks', async (_file, sample) => {
    inProvider(sample);
    expect(await screen.findByRole('button', { name: /^MX Bank\b.*mx\.com/ })).toBeDefined();
  });

  it('repair.tsx lists the members, and carries on with one', async () => {
    const guid = await addMember('status:LOCKED');
    const onRepair = vi.fn();
    inProvider(<MyBanks onRepair={onRepair} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Open MX Bank' }));
    expect(screen.getByText(/MX Bank: LOCKED/)).toBeDefined();
    expect(onRepair).toHaveBeenCalledExactlyOnceWith(guid);
    inProvider(<Repair memberGuid={guid} />);
    expect(await screen.findByRole('button', { name: 'I have resolved it' })).toBeDefined();
  });

  it('manage-members.tsx and login.tsx show what each member needs', async () => {
    await addMember('INVALID');
    const onAdd = vi.fn();
    inProvider(
      <SignedIn>
        <BanksPage onAdd={onAdd} />
      </SignedIn>,
    );
    expect(await screen.findByRole('button', { name: /^Enter sign-in details/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Connect an institution' }));
    expect(onAdd).toHaveBeenCalledOnce();
  });

  it('manual-account.tsx adds an account, names it, and says when it is done', async () => {
    const added = { account: { guid: 'ACT-1', name: 'Piggy bank' } };
    // Which there are is looked up before one is made.
    vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) =>
      Response.json(method === 'POST' ? added : { members: [] }),
    );
    const onDone = vi.fn();
    inProvider(<AddByHand onDone={onDone} />);
    fireEvent.change(screen.getByLabelText('Name of the account'), {
      target: { value: 'Piggy bank' },
    });
    fireEvent.change(screen.getByLabelText('Kind of account'), { target: { value: 'CASH' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add account' }));
    expect(await screen.findByText(/Piggy bank/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('live.tsx lists the members, and asks to be told what is new of them', async () => {
    await addMember('INVALID');
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      asked.push(url);
      return host.fetch(url, init);
    });
    render(<LiveConnections />);
    expect(await screen.findByRole('button', { name: /^Enter sign-in details/ })).toBeDefined();
    await vi.waitFor(() => expect(asked).toContain('/api/atrium/events'));
  });

  it('user-switch.tsx reads everything again for another user', async () => {
    await addMember('INVALID');
    const page = (userId: string) => (
      <BankProvider userId={userId}>
        <BanksPage onAdd={() => {}} />
      </BankProvider>
    );
    const { rerender } = render(page('ann'));
    const repair = { name: /^Enter sign-in details/ };
    expect(await screen.findByRole('button', repair)).toBeDefined();
    rerender(page('bob'));
    expect(screen.queryByRole('button', repair)).toBeNull();
    expect(await screen.findByRole('button', repair)).toBeDefined();
  });

  it('own-member-list.tsx leads to the repair of a member', async () => {
    const guid = await addMember('INVALID');
    const onRepair = vi.fn();
    inProvider(<OwnList onRepair={onRepair} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Enter sign-in details/ }));
    expect(onRepair).toHaveBeenCalledExactlyOnceWith(guid);
  });

  it('follow-member.tsx shows the status and its remedy', async () => {
    const onRepair = vi.fn();
    const memberGuid = await addMember('INVALID');
    inProvider(<BankStatus memberGuid={memberGuid} bank="MX Bank" onRepair={onRepair} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Enter sign-in details' }));
    expect(onRepair).toHaveBeenCalledOnce();
  });
});

describe('the samples of events and modes', () => {
  it('events.tsx counts what happens', async () => {
    const count = vi.fn();
    render(
      <Counted count={count}>
        <ConnectWidget />
      </Counted>,
    );
    fireEvent.click(await screen.findByRole('button', { name: /^MX Bank(?! \()/ }));
    expect(count.mock.calls).toEqual([
      ['ready', undefined],
      ['institution-selected', 'MX Bank'],
    ]);
  });

  it('mx-messages.tsx posts what MX’s widget would', async () => {
    const onMxMessage = vi.fn();
    inProvider(<Migrated onMxMessage={onMxMessage} />);
    fireEvent.click(await screen.findByRole('button', { name: /^MX Bank(?! \()/ }));
    expect(onMxMessage.mock.calls.map(([{ type }]) => type)).toEqual([
      'mx/connect/loaded',
      'mx/connect/selectedInstitution',
    ]);
  });

  it('verification.tsx asks for consent before anything is typed', async () => {
    inProvider(<Payouts sendToServer={() => {}} />);
    fireEvent.click(await screen.findByRole('button', { name: /^MX Bank(?! \()/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Agree and continue' }));
    expect(await screen.findByLabelText('Username')).toBeDefined();
  });
});

describe('the samples for the return page', () => {
  beforeEach(async () => {
    const guid = await addMember('password');
    window.history.replaceState(null, '', `?status=success&member_guid=${guid}`);
  });
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('oauth-return.tsx shows the member that the address names', async () => {
    render(<BankReturnPage />);
    expect(await screen.findByRole('heading', { name: 'You are connected' })).toBeDefined();
  });

  it('oauth-return-own.tsx shows the member that the address names', async () => {
    inProvider(<OwnReturnPage />);
    expect(await screen.findByText('Connected to MX Bank.')).toBeDefined();
  });
});

describe('own-interface.tsx', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout', 'Date', 'performance'],
    });
    inProvider(<OwnConnect />);
  });
  afterEach(() => void vi.useRealTimers());

  it('leads from the search through a question to “connected”', async () => {
    fireEvent.click(await appears(() => screen.getByRole('button', { name: 'MX Bank' })));
    type(await appears(() => screen.getByLabelText('Username')), 'test_atrium');
    type(screen.getByLabelText('Password'), 'challenge');
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await appears(() => screen.getByText('Connecting to MX Bank ...'));
    type(await appears(() => screen.getByLabelText('What city were you born in?')), 'correct');
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await appears(() => screen.getByText('Connected to MX Bank.'));
  });

  it('leads to the bank’s own page', async () => {
    const bank = 'MX Bank (OAuth)';
    fireEvent.click(await appears(() => screen.getByRole('button', { name: bank })));
    const signIn = `Sign in at ${bank}`;
    fireEvent.click(await appears(() => screen.getByRole('button', { name: signIn })));
    const link = await appears(() => screen.getByRole('link', { name: `Continue to ${bank}` }));
    expect(link.getAttribute('href')).toMatch(
      /^https:\/\/atrium-sandbox\.example\/oauth\/authorize\?/,
    );
  });

  const type = (field: HTMLElement, value: string) =>
    fireEvent.change(field, { target: { value } });

  /** Lets time pass at the bank and on the page until something is there, for a minute at most. */
  async function appears(look: () => HTMLElement): Promise<HTMLElement> {
    for (let waited = 0; waited < 60_000; waited += 500) {
      await act(async () => {
        host.sandbox.clock.advance(500);
        await vi.advanceTimersByTimeAsync(500);
        await new Promise(setImmediate);
      });
      try {
        return look();
      } catch {
        // Not yet.
      }
    }
    return look();
  }
});
