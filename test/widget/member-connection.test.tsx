// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import {
  MemberConnection,
  type MemberConnectionProps,
} from '../../src/widget/member-connection.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

/** Opens a member whose first job with this password is over. */
async function openMember(password: string, props: Partial<MemberConnectionProps> = {}) {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(4_000);
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <MemberConnection memberGuid={guid} {...props} />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
  return guid;
}

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

describe('a connection to one member', () => {
  it('opens where the member stands', async () => {
    await openMember('challenge');
    expect(screen.getByLabelText('What city were you born in?')).toBeDefined();
  });

  it.each([
    ['INVALID', 'Back', 'user'],
    ['challenge', 'Cancel', 'user'],
    ['status:RESUMED', 'Cancel', 'user'],
    ['status:DISCONTINUED', 'Choose another institution', 'status'],
    ['status:DEGRADED', 'Close', 'status'],
    ['password', 'Done', 'success'],
  ])('after “%s” leads out by “%s”, and never to the search', async (password, way, reason) => {
    const onExit = vi.fn();
    const memberGuid = await openMember(password, { onExit });
    fireEvent.click(screen.getByRole('button', { name: way }));
    await pass(0);
    expect(onExit.mock.calls).toEqual([
      [expect.objectContaining({ reason, memberGuid, error: null })],
    ]);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it.each([
    ['INVALID', ['Show Password', 'Save and connect']],
    ['challenge', ['Continue']],
    ['status:DISCONTINUED', []],
    ['password', []],
  ])('after “%s” shows no way out that leads nowhere', async (password, offered) => {
    await openMember(password);
    expect(buttons().map((name) => (name === 'Show' ? 'Show Password' : name))).toEqual(offered);
  });
});
