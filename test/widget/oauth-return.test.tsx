// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { OAuthReturn } from '../../src/widget/oauth-return.tsx';
import { createWorld, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

describe('OAuthReturn', () => {
  it('says how to stop sharing when the member belongs to another user', async () => {
    const mallory = createWorld();
    const { guid } = await mallory.scenario.addMember();
    const onOAuthMemberNotFound = vi.fn();
    render(
      <StrictMode>
        <AtriumProvider client={world.client}>
          <OAuthReturn
            url={`https://host.example/return?status=success&member_guid=${guid}`}
            oauth={{ mode: 'redirect', returnUrl: 'https://host.example/return' }}
            onOAuthMemberNotFound={onOAuthMemberNotFound}
          />
        </AtriumProvider>
      </StrictMode>,
    );
    await pass(10_000);
    expect(screen.getByRole('heading').textContent).toBe('This connection isn’t in your account');
    const revoke = 'sign in on your bank’s website and remove this app’s access.';
    expect(screen.getByRole('status').textContent).toContain(revoke);
    expect(screen.getAllByText((text) => text.endsWith(revoke)).length).toBe(2);
    expect(onOAuthMemberNotFound).toHaveBeenCalledExactlyOnceWith(guid);
    expect(screen.getByRole('button', { name: 'Back' })).toBeDefined();
  });
});
