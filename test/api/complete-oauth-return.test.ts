// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { completeOAuthReturn } from '../../src/api/complete-oauth-return.ts';
import { listenForReturn } from '../../src/api/oauth-channel.ts';
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
    expect(await completeOAuthReturn(CONNECTED, { mode: 'redirect' })).toEqual({
      kind: 'resume',
      outcome: SUCCESS,
    });
    expect(told).not.toHaveBeenCalled();
    expect(window.close).not.toHaveBeenCalled();
  });
});
