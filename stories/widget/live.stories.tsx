import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { MemberConnection } from '../../src/widget/member-connection.tsx';
import { still } from '../components/frame.tsx';
import { HostPage } from '../support/host-page.tsx';
import { openToPanel, worldOf, worldWithMember } from '../support/in-the-tab.ts';

const meta = {
  title: 'Widget/Live',
  tags: ['!autodocs'],
  decorators: [still],
  parameters: { sandbox: true },
  loaders: [worldWithMember('status:LOCKED')],
  beforeEach: openToPanel,
} satisfies Meta;

export default meta;

/** Nothing is asked while a bank has somebody locked: that this is over is told by the server. */
export const UnlockedAtTheBank: StoryObj = {
  render: (_, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']} live>
      <MemberConnection {...context.loaded['member']} />
    </HostPage>
  ),
  play: async (scene) => {
    const { canvas, loaded } = scene;
    await canvas.findByRole('heading', { name: /locked/ });
    await waitFor(() => expect(worldOf(scene).streams()).toBe(1));
    await worldOf(scene).push(loaded['member'].memberGuid, 'CONNECTED');
    await canvas.findByRole('heading', { name: 'You are connected' });
  },
};
