// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { completeOAuthReturn } from '../../src/api/complete-oauth-return.ts';
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
async function openPopup(onLeave: (popup: Popup) => void = () => {}, open?: () => unknown) {
  let windowUri = '';
  const replace = (url: string) => {
    windowUri = url;
    onLeave(popup);
  };
  const popup = { closed: false, opener: window as Window | null, location: { replace } };
  vi.stubGlobal('open', open ?? (() => popup));
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

const GUID = 'MBR-00000000-0000-0000-0000-000000000001';

/** What a browser does when it denies an interface. */
function deny(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

afterEach(() => vi.unstubAllGlobals());

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

  it.each<[string, () => unknown]>([
    ['returns null', () => null],
    ['returns undefined', () => undefined],
    ['throws', deny],
  ])('offers a link when window.open %s', async (_case, open) => {
    await openPopup(() => {}, open);
    expect(screen.getByRole('link', { name: /^Continue to MX Bank/ })).toBeDefined();
  });

  it.each<[string, unknown]>([
    ['is missing', undefined],
    ['cannot be created', deny],
    [
      'cannot send',
      class {
        addEventListener() {}
        close() {}
        postMessage = deny;
      },
    ],
  ])('connects when BroadcastChannel %s', async (_case, channel) => {
    vi.stubGlobal('BroadcastChannel', channel);
    const { popup, windowUri } = await openPopup();
    await authorize(windowUri);
    popup.closed = true;
    const returned = completeOAuthReturn(
      `https://host.example/?status=success&member_guid=${GUID}`,
    );
    await pass(10_000);
    expect(await returned).toMatchObject({ kind: 'resume' });
    expect(heading()).toBe('You are connected');
  });
});
