import type { Meta, StoryObj } from '@storybook/react-vite';
import { addons } from 'storybook/preview-api';
import { expect, waitFor } from 'storybook/test';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { still } from '../components/frame.tsx';
import { HostPage, ShownWidget } from '../support/host-page.tsx';
import { freshWorld, openToPanel, QUICK, worldOf } from '../support/in-the-tab.ts';
import {
  SANDBOX_COMMAND,
  SANDBOX_STATE,
  type SandboxCommand,
  type SandboxState,
} from '../support/sandbox-channel.ts';

const meta = {
  title: 'Widget/Sandbox panel',
  component: ConnectWidget,
  tags: ['!autodocs'],
  args: { pollPolicy: QUICK },
  decorators: [still],
  loaders: [freshWorld()],
  beforeEach: openToPanel,
  parameters: { sandbox: true },
  render: (args, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']}>
      <ShownWidget {...args} world={worldOf(context)} />
    </HostPage>
  ),
} satisfies Meta<typeof ConnectWidget>;

export default meta;

const ask = (command: SandboxCommand) => addons.getChannel().emit(SANDBOX_COMMAND, command);

const reported = (): SandboxState => addons.getChannel().last(SANDBOX_STATE)?.[0];

/** What the Sandbox panel does, asked for as the panel does it. */
export const ObeysThePanel: StoryObj<typeof meta> = {
  play: async ({ canvas, loaded, step }) => {
    await canvas.findByRole('searchbox');

    await step('a scenario starts with a member of its own', async () => {
      ask({ kind: 'connect', password: 'challenge' });
      await canvas.findByRole('heading', { name: /^Connecting/ });
      await waitFor(() =>
        expect(reported().members).toMatchObject([
          { name: 'MX Bank', connectionStatus: 'CREATED', isBeingAggregated: true },
        ]),
      );
    });

    await step('the clock is stepped', async () => {
      const { now } = reported();
      ask({ kind: 'advance', ms: 3_000 });
      await waitFor(() => expect(reported().now).toBe(now + 3_000));
      // A read that was under way is remembered for three seconds more.
      ask({ kind: 'advance', ms: 3_000 });
      await canvas.findByLabelText('What city were you born in?');
      await waitFor(() => expect(reported().now).toBe(now + 6_000));
      await expect(reported().members[0]?.connectionStatus).toBe('CHALLENGED');
    });

    await step('a fault breaks what is asked next, until it is taken away', async () => {
      ask({ kind: 'fault', fault: 'drop' });
      await waitFor(() => expect(reported().faults).toBe(1));
      await expect(worldOf({ loaded }).client.listMembers()).rejects.toThrow();
      ask({ kind: 'clear-faults' });
      await waitFor(() => expect(reported().faults).toBe(0));
    });

    await step('the same scenario starts afresh', async () => {
      const before = reported().members[0]?.guid;
      ask({ kind: 'connect', password: 'challenge' });
      await waitFor(() => expect(reported().members[0]?.guid).not.toBe(before));
      await expect(reported().members).toHaveLength(1);
    });
  },
};
