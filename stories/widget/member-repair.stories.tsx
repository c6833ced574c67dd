import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { CONNECTION_STATUSES, type ConnectionStatusName } from '../../src/domain/status.ts';
import type { ConnectionStepKind } from '../../src/domain/step.ts';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { Gallery, repeated, still } from '../components/frame.tsx';
import { HostPage } from '../support/host-page.tsx';
import { A_WHILE, freshWorld, openToPanel, worldOf } from '../support/in-the-tab.ts';

type Status = ConnectionStatusName | 'null';

/** Where the widget starts on a member with each status. */
const stepOf = {
  null: 'attention',
  CREATED: 'connecting',
  PREVENTED: 'credentials',
  DENIED: 'credentials',
  CHALLENGED: 'challenge',
  REJECTED: 'attention',
  LOCKED: 'attention',
  CONNECTED: 'connected',
  IMPEDED: 'attention',
  RECONNECTED: 'connecting',
  DEGRADED: 'attention',
  DISCONNECTED: 'attention',
  DISCONTINUED: 'attention',
  CLOSED: 'attention',
  DELAYED: 'connecting',
  FAILED: 'attention',
  UPDATED: 'connecting',
  DISABLED: 'attention',
  IMPORTED: 'credentials',
  RESUMED: 'connecting',
  EXPIRED: 'attention',
  IMPAIRED: 'credentials',
  PENDING: 'oauth',
} as const satisfies Record<Status, ConnectionStepKind>;

const EVERY_STATUS: readonly Status[] = [...CONNECTION_STATUSES, 'null'];

const meta = {
  title: 'Widget/Member repair',
  component: ConnectWidget,
  tags: ['!autodocs'],
  args: { onExit: fn(), onManualAccount: fn(), onContactSupport: fn() },
  decorators: [still],
  parameters: { ...repeated, sandbox: true },
  loaders: [
    freshWorld(async (world) => {
      const guids: [Status, string][] = [];
      for (const status of EVERY_STATUS) {
        guids.push([status, (await world.addMember(`status:${status}`)).guid]);
      }
      world.pass(A_WHILE);
      return { guids };
    }),
  ],
  beforeEach: openToPanel,
} satisfies Meta<typeof ConnectWidget>;

export default meta;

/** A member to repair for every status that there is: what the widget starts with. */
export const EveryStatus: StoryObj<typeof meta> = {
  render: (args, { globals, loaded }) => (
    <HostPage world={worldOf({ loaded })} locale={globals['locale']}>
      <Gallery>
        {(loaded['guids'] as [Status, string][]).map(([status, memberGuid]) => (
          <article key={status} aria-label={status}>
            <p>
              <code>{status}</code>
            </p>
            <ConnectWidget {...args} memberGuid={memberGuid} data-testid={status} />
          </article>
        ))}
      </Gallery>
    </HostPage>
  ),
  play: async ({ canvas }) => {
    for (const status of EVERY_STATUS) {
      const widget = canvas.getByTestId(status);
      await waitFor(() => expect(widget).toHaveAttribute('data-step', stepOf[status]));
    }
  },
};
