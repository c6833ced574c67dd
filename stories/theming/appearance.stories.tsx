import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ConnectWidget } from '../../src/index.ts';
import { still } from '../components/frame.tsx';
import { HostPage, ShownWidget } from '../support/host-page.tsx';
import { freshWorld, openToPanel, worldOf } from '../support/in-the-tab.ts';

const meta = {
  title: 'Theming/Appearance',
  component: ConnectWidget,
  loaders: [freshWorld()],
  beforeEach: openToPanel,
  decorators: [still],
  parameters: { sandbox: true },
  args: {
    appearance: {
      variables: { '--atrium-color-accent': '#8a1c5a', '--atrium-radius': '0' },
    },
  },
  render: (args, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']}>
      <ShownWidget {...args} world={worldOf(context)} />
    </HostPage>
  ),
} satisfies Meta<typeof ConnectWidget>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Where values are known to a script alone. */
export const FromJavaScript: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('the search has the corners of the host', async () => {
      await expect(await canvas.findByRole('list')).toHaveStyle({ borderRadius: '0px' });
    });
    await step('and so has every step after it', async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'MX Bank mx.com' }));
      const button = await canvas.findByRole('button', { name: 'Connect' });
      await expect(button).toHaveStyle({
        borderRadius: '0px',
        color: 'color(xyz-d65 0.9505 1 1.089)',
      });
    });
  },
};
