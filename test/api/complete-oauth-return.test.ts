// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { completeOAuthReturn } from '../../src/api/complete-oauth-return.ts';
import { answerPopup, listenForReturn } from '../../src/api/oauth-channel.ts';
import type { OauthOutcome } from '../../src/domain/oauth.ts';
import { GUID } from './support.ts';

const OTHER = 'MBR-00000000-0000-0000-0000-000000000001';
const at = (query: string): string => `${window.location.origin}/return?${query}`;
const CONNECTED = at(`status=success&member_guid=${GUID}`);
const SUCCESS: OauthOutcome = { kind: 'success', memberGuid: GUID };

const ends: (() => void)[] = [];

/** Another page of this app, in a tab without a tie to this one, which waits for that member. */
function waiting(memberGuid = GUID) {
  const told = vi.fn<(outcome: OauthOutcome) => void>();
  const stop = listenForReturn(memberGuid, told);
  ends.push(stop);
  return { told, stop };
}

/** The window that has opened this one, and what it was told. */
function opener(location: object = { origin: window.location.origin }) {
  const told = vi.fn<(data: unknown, origin: string) => void>();
  const opened = { location, postMessage: told };
  Object.assign(window, { opener: opened });
  return { told, opened };
}

/** As a browser brings what a window has said. */
function say(data: unknown, source: unknown, origin = window.location.origin): void {
  const event = new MessageEvent('message', { data, origin });
  window.dispatchEvent(Object.defineProperty(event, 'source', { value: source }));
}

/** What has come of it by then, if anything has. */
function following<T>(promise: Promise<T>) {
  const seen: T[] = [];
  void promise.then((value) => seen.push(value));
  return seen;
}

beforeEach(() => {
  // What goes over a channel takes real time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

afterEach(() => {
  ends.splice(0).forEach((end) => end());
  Object.assign(window, { opener: null });
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('at the end of a visit', () => {
  it('nothing is done at an ordinary address', async () => {
    const { told } = waiting();
    expect(await completeOAuthReturn(at('tab=2'))).toEqual({ kind: 'none' });
    expect([told.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
    expect(window.close).not.toHaveBeenCalled();
  });

  it.each<[string, OauthOutcome]>([
    ['status=success', SUCCESS],
    ['status=error&error_reason=DENIED', { kind: 'error', memberGuid: GUID, problem: 'DENIED' }],
  ])('the page that waits is told of %s, and this one is closed', async (query, outcome) => {
    const { told } = waiting();
    const stranger = waiting(OTHER);
    expect(await completeOAuthReturn(at(`${query}&member_guid=${GUID}`))).toEqual({
      kind: 'told',
      outcome,
    });
    expect(told.mock.calls).toEqual([[outcome]]);
    expect(stranger.told).not.toHaveBeenCalled();
    expect(window.close).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('the address of this page is the one that is read', async () => {
    const { told } = waiting();
    window.history.replaceState(null, '', CONNECTED);
    try {
      expect(await completeOAuthReturn()).toEqual({ kind: 'told', outcome: SUCCESS });
    } finally {
      window.history.replaceState(null, '', '/');
    }
    expect(told).toHaveBeenCalledOnce();
  });

  it('this page goes on where nobody has answered within a second', async () => {
    const gone = waiting();
    gone.stop();
    waiting(OTHER);
    const arrival = following(completeOAuthReturn(CONNECTED));
    await vi.advanceTimersByTimeAsync(999);
    expect(arrival).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(arrival).toEqual([{ kind: 'resume', outcome: SUCCESS }]);
    expect(gone.told).not.toHaveBeenCalled();
    expect(window.close).not.toHaveBeenCalled();
  });

  it('nobody is asked where the page itself has gone to the bank', async () => {
    const { told } = waiting();
    const tie = opener();
    expect(await completeOAuthReturn(CONNECTED, { mode: 'redirect' })).toEqual({
      kind: 'resume',
      outcome: SUCCESS,
    });
    expect([told.mock.calls.length, tie.told.mock.calls.length]).toEqual([0, 0]);
    expect(window.close).not.toHaveBeenCalled();
  });
});

describe('the window that has opened this one', () => {
  it.each<[string, object, OauthOutcome]>([
    [
      'status=success',
      { mx: true, type: 'oauthComplete/success', metadata: { member_guid: GUID } },
      SUCCESS,
    ],
    [
      'status=error&error_reason=DENIED',
      {
        mx: true,
        type: 'oauthComplete/error',
        metadata: { member_guid: GUID, error_reason: 'DENIED' },
      },
      { kind: 'error', memberGuid: GUID, problem: 'DENIED' },
    ],
  ])("hears %s in MX's own words, and its answer is believed", async (query, said, outcome) => {
    const { told, opened } = opener();
    const arrival = completeOAuthReturn(at(`${query}&member_guid=${GUID}`));
    expect(told.mock.calls).toEqual([[said, window.location.origin]]);
    // What it answers, which its popup then hears from it.
    const popup = { postMessage: (data: unknown, origin: string) => say(data, opened, origin) };
    answerPopup(popup as unknown as Window, outcome);
    expect(await arrival).toEqual({ kind: 'told', outcome });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not spoken for by another window, another site, or for another member', async () => {
    const { opened } = opener();
    const arrival = following(completeOAuthReturn(CONNECTED));
    say({ heard: GUID }, window);
    say({ heard: GUID }, null);
    say({ heard: GUID }, opened, 'https://elsewhere.example');
    say({ heard: OTHER }, opened);
    say(GUID, opened);
    say({}, opened);
    say(null, opened);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(arrival).toEqual([{ kind: 'resume', outcome: SUCCESS }]);
  });

  it.each<[string, object]>([
    ['is on another site', { origin: 'https://elsewhere.example' }],
    [
      'keeps its address to itself',
      {
        get origin(): string {
          throw new DOMException('Blocked', 'SecurityError');
        },
      },
    ],
  ])('is told nothing when it %s', async (_what, location) => {
    const { told, opened } = opener(location);
    const arrival = following(completeOAuthReturn(CONNECTED));
    say({ heard: GUID }, opened);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(arrival).toEqual([{ kind: 'resume', outcome: SUCCESS }]);
    expect(told).not.toHaveBeenCalled();
  });
});
