// @vitest-environment jsdom
import { act, cleanup } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Member } from '../../src/domain/member.ts';
import { MemberRow } from '../../src/index.ts';

const member: Member = {
  guid: 'MBR-1',
  identifier: null,
  institutionCode: 'mxbank',
  name: 'MX Bank',
  metadata: null,
  connectionStatus: 'CONNECTED',
  status: null,
  isBeingAggregated: false,
  isOauth: false,
  isManual: false,
  oauthWindowUri: null,
  aggregatedAt: '2026-01-01T20:00:00Z',
  successfullyAggregatedAt: '2026-01-01T20:00:00Z',
  error: null,
  connectionStatusMessage: null,
};

const zone = process.env['TZ'];

afterEach(() => {
  cleanup();
  process.env['TZ'] = zone;
});

describe('MemberRow on a server-rendered page', () => {
  it('shows the time of the last update in the time zone of the browser', () => {
    const errors = vi.spyOn(console, 'error');
    process.env['TZ'] = 'Pacific/Auckland';
    const page = document.body.appendChild(document.createElement('ul'));
    page.innerHTML = renderToString(<MemberRow member={member} />);
    process.env['TZ'] = 'America/New_York';
    act(() => void hydrateRoot(page, <MemberRow member={member} />));
    expect(page.querySelector('summary')?.textContent).toBe('Updated Jan 1, 2026');
    expect(page.querySelector('details > span')?.textContent).toBe('January 1, 2026 at 3:00 PM');
    expect(page.querySelector('time')?.title).toBe('January 1, 2026 at 3:00 PM');
    expect(errors).not.toHaveBeenCalled();
  });
});
