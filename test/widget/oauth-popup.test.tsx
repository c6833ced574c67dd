// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { statusReads, worldForEach } from '../hooks/world.tsx';

const BANK = 'MX Bank (OAuth)';

const { world, pass } = worldForEach();

async function press(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: `Continue to ${BANK}` }));
  await pass(0);
}

interface Popup {
  closed: boolean;
  opener: Window | null;
}

/** Opens the bank's page in a popup. A browser ties a new window to the page that opens it. */
async function openPopup(onLeave: (popup: Popup) => void = () => {}, isBlocked = false) {
  let windowUri = '';
  const replace = (url: string) => {
    windowUri = url;
    onLeave(popup);
  };
  const popup = { closed: false, opener: window as Window | null, location: { replace } };
  vi.spyOn(window, 'open').mockReturnValue(isBlocked ? null : (popup as unknown as Window));
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <ConnectWidget institutionCode="mx_bank_oauth" oauth={{ mode: 'popup' }} />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
  await press();
  await press();
  return { popup, windowUri };
}

/** Agrees at the bank. */
async function authorize(windowUri: string): Promise<void> {
  const state = new URL(windowUri).searchParams.get('state') ?? '';
  const body = new URLSearchParams({ state, decision: 'authorize' });
  const page = new URL('/oauth/authorize', windowUri);
  await world.sandbox.fetch(new Request(page, { method: 'POST', body }));
}

/**
 * Lets time pass until polls are far apart, and from one of them on for as long as the proxy answers
 * with the same reading. The next poll is more than a second away.
 */
async function untilWellBeforeAPoll(): Promise<void> {
  await pass(120_000);
  const before = statusReads(world);
  while (statusReads(world) === before) {
    await pass(100);
  }
  await pass(3_200);
}

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;

/** How this page can learn that the user is back. Neither changes its visibility. */
const SIGNS: readonly (readonly [string, (popup: Popup) => void])[] = [
  ['closes', (popup) => void (popup.closed = true)],
  ['loses the focus to this page', () => void fireEvent.focus(window)],
];

describe('ConnectWidget in popup mode', () => {
  it('cuts the opener before the window goes to the bank', async () => {
    let opener: unknown;
    const { popup, windowUri } = await openPopup((opened) => (opener = opened.opener));
    expect(windowUri).toContain('/oauth/authorize');
    expect([opener, popup.opener]).toEqual([null, null]);
  });

  it.each(SIGNS)('reads the status at once when the popup %s', async (_sign, happen) => {
    const { popup, windowUri } = await openPopup();
    await untilWellBeforeAPoll();
    await authorize(windowUri);
    const before = statusReads(world);
    happen(popup);
    await pass(500);
    expect(statusReads(world)).toBe(before + 1);
    expect(heading()).not.toMatch(/^Waiting/);
    await pass(10_000);
    expect(heading()).toBe('You are connected');
  });

  it.each(SIGNS)(
    'finds the member that MX updated instead as soon as the popup %s',
    async (_sign, happen) => {
      const { oauthWindowUri } = await world.client.createMember({
        institutionCode: 'mx_bank_oauth',
        isOauth: true,
      });
      await authorize(oauthWindowUri ?? '');
      await pass(5_000);
      const { popup, windowUri } = await openPopup();
      await pass(1_000);
      await authorize(windowUri);
      await pass(3_000);
      expect(heading()).toBe(`Waiting for ${BANK}`);
      happen(popup);
      await pass(500);
      expect(heading()).not.toMatch(/^Waiting/);
    },
  );

  it('offers a link when the browser opens no window', async () => {
    await openPopup(() => {}, true);
    expect(screen.getByRole('link', { name: /^Continue to MX Bank/ })).toBeDefined();
  });
});
