import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { terms } from '../components/fixtures.ts';
import { still } from '../components/frame.tsx';
import { HostPage, ShownWidget } from '../support/host-page.tsx';
import {
  A_WHILE,
  freshWorld,
  openToPanel,
  QUICK,
  worldOf,
  worldWithMember,
} from '../support/in-the-tab.ts';
import { type } from '../support/person.ts';

const meta = {
  title: 'Widget/Modes',
  component: ConnectWidget,
  tags: ['!autodocs'],
  args: { onEvent: fn(), onSuccess: fn(), onExit: fn(), pollPolicy: QUICK },
  decorators: [still],
  loaders: [freshWorld()],
  beforeEach: openToPanel,
  parameters: { sandbox: true },
  render: (args, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']}>
      <ShownWidget {...args} {...context.loaded['member']} world={worldOf(context)} />
    </HostPage>
  ),
} satisfies Meta<typeof ConnectWidget>;

export default meta;
type Story = StoryObj<typeof meta>;
type Scene = StoryContext<ConnectWidgetProps>;

/** Lets the bank work until the focus is on a heading that says what came of it. */
const reaches = ({ canvas, ...scene }: Scene, heading: string) =>
  waitFor(async () => {
    worldOf(scene).pass(A_WHILE);
    await expect(canvas.getByRole('heading', { name: heading })).toHaveFocus();
  });

/** From the terms of the host to the account chosen, by keyboard alone. */
export const Verification: Story = {
  args: { mode: 'verification', consent: terms, institutionCode: 'mxbank' },
  play: async (scene) => {
    const { args, canvas, step, userEvent } = scene;
    await step('agrees', async () => {
      (await canvas.findByRole('button', { name: 'Agree and continue' })).focus();
      await userEvent.keyboard('{Enter}');
    });
    await step('signs in', async () => {
      await type(userEvent, await canvas.findByLabelText('Username'), 'test_atrium');
      await type(userEvent, canvas.getByLabelText('Password'), 'password{Enter}');
      await reaches(scene, 'Which account?');
    });
    await step('chooses', async () => {
      await userEvent.tab();
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await reaches(scene, 'Your account is verified');
    });
    await expect(args.onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({
        mode: 'verification',
        account: expect.objectContaining({ type: 'SAVINGS' }),
        accountNumbers: [
          expect.objectContaining({ routingNumber: expect.stringMatching(/^\d{9}$/) }),
        ],
      }),
    );
  },
};

/** On a member that is connected already, nothing is started before the person asks. */
export const OfferedOnAMember: Story = {
  loaders: [worldWithMember('password')],
  args: { mode: 'verification' },
  play: async (scene) => {
    const { canvas, userEvent } = scene;
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue' }));
    await reaches(scene, 'Which account?');
  },
};

/** MX Bank has no identification: that is said before anything is typed. */
export const NotAtThisInstitution: Story = {
  args: { mode: 'identification', institutionCode: 'mxbank' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Choose another institution' }),
    );
    await canvas.findByRole('searchbox');
  },
};

export const Identification: Story = {
  args: { mode: 'identification', institutionCode: 'alder_and_ash' },
  play: async (scene) => {
    const { args, canvas, userEvent } = scene;
    await type(userEvent, await canvas.findByLabelText('Username'), 'test_atrium');
    await type(userEvent, canvas.getByLabelText('Password'), 'password{Enter}');
    await reaches(scene, 'The owner is confirmed');
    await expect(args.onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({
        accountOwners: expect.arrayContaining([expect.objectContaining({ name: 'Pat Example' })]),
      }),
    );
  },
};

export const Declined: Story = {
  args: { consent: terms, institutionCode: 'mxbank' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Not now' }));
    await expect(args.onExit).toHaveBeenCalledWith(
      expect.objectContaining({ reason: 'user', memberGuid: null }),
    );
  },
};
