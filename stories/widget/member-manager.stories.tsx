import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { namesInMetadata } from '../../src/domain/member-names.ts';
import { MemberManager, type MemberManagerProps } from '../../src/widget/member-manager.tsx';
import { still } from '../components/frame.tsx';
import { HostPage } from '../support/host-page.tsx';
import {
  A_WHILE,
  freshWorld,
  openToPanel,
  QUICK,
  worldOf,
  worldWithMember,
} from '../support/in-the-tab.ts';
import { press, type } from '../support/person.ts';

const meta = {
  title: 'Widget/MemberManager',
  component: MemberManager,
  decorators: [still],
  args: { onAdd: fn(), onRemoved: fn(), names: namesInMetadata, pollPolicy: QUICK },
  loaders: [worldWithMember('password')],
  beforeEach: openToPanel,
  parameters: { sandbox: true },
  render: (args, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']}>
      <MemberManager {...args} />
    </HostPage>
  ),
} satisfies Meta<typeof MemberManager>;

export default meta;
type Story = StoryObj<typeof meta>;
type Scene = StoryContext<MemberManagerProps>;

const button = ({ canvas }: Scene, name: string) => canvas.findByRole('button', { name });

/** Some of each kind: what they need is met in their own row. */
export const Several: Story = {
  loaders: [
    freshWorld(async (world) => {
      for (const password of ['password', 'INVALID', 'challenge', 'status:LOCKED']) {
        await world.addMember(password);
      }
      world.pass(A_WHILE);
      return {};
    }),
  ],
  play: async (scene) => {
    await scene.canvas.findByText('Those details did not match');
    await press(scene.userEvent, await button(scene, 'Answer MX Bank'));
    await expect(
      await scene.canvas.findByRole('heading', { name: 'Confirm that it is you' }),
    ).toHaveFocus();
  },
};

export const Empty: Story = {
  loaders: [freshWorld()],
  play: async (scene) => {
    await press(scene.userEvent, await button(scene, 'Connect an institution'));
    await expect(scene.args.onAdd).toHaveBeenCalledOnce();
  },
};

/** A new password is asked for in the row, and when it is done the row says so. */
export const Repair: Story = {
  loaders: [worldWithMember('INVALID')],
  play: async (scene) => {
    const { canvas, userEvent } = scene;
    await press(userEvent, await button(scene, 'Enter sign-in details MX Bank'));
    await type(userEvent, await canvas.findByLabelText('Username'), 'test_atrium');
    await type(userEvent, canvas.getByLabelText('Password'), 'password{Enter}');
    await waitFor(async () => {
      worldOf(scene).pass(A_WHILE);
      await expect(canvas.getByRole('heading', { name: 'You are connected' })).toHaveFocus();
    });
    await press(userEvent, await button(scene, 'Done'));
    await expect(canvas.getByRole('heading', { name: 'MX Bank' })).toHaveFocus();
    await expect(canvas.getByText('Connected')).toBeVisible();
  },
};

export const Rename: Story = {
  play: async (scene) => {
    const { canvas, userEvent } = scene;
    await press(userEvent, await button(scene, 'Rename MX Bank'));
    await expect(canvas.getByLabelText('Name of this connection')).toHaveFocus();
    await userEvent.keyboard('Household{Enter}');
    await canvas.findByRole('heading', { name: 'Household' });
    await expect(await button(scene, 'Rename Household')).toHaveFocus();
  },
};

export const Remove: Story = {
  play: async (scene) => {
    const { args, canvas, userEvent } = scene;
    await press(userEvent, await button(scene, 'Remove MX Bank'));
    await userEvent.keyboard('{Escape}');
    await expect(await button(scene, 'Remove MX Bank')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await press(userEvent, await button(scene, 'Remove connection'));
    await canvas.findByText('No connections yet');
    await waitFor(() => expect(args.onRemoved).toHaveBeenCalledOnce());
    await expect(canvas.getByRole('heading', { name: 'Your connections' })).toHaveFocus();
  },
};
