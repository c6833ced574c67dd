// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { createWorld, fakeTime, pass } from './world.tsx';

describe('A provider with a cache of its own', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('leaves nothing behind when it goes: no timer, and no request on its way', async () => {
    const world = createWorld();
    const page = render(
      <StrictMode>
        <AtriumProvider client={world.client}>
          <ConnectWidget institutionCode="mxbank" />
          <MemberManager />
        </AtriumProvider>
      </StrictMode>,
    );
    await pass(world, 1_000);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    page.unmount();
    await pass(world, 0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
