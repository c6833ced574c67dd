import { Controls, Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { HostPage, ShownWidget } from '../support/host-page.tsx';
import {
  A_WHILE,
  freshWorld,
  livingWorld,
  openToPanel,
  QUICK,
  worldOf,
  worldWithMember,
} from '../support/in-the-tab.ts';
import { still } from '../components/frame.tsx';
import { press, type } from '../support/person.ts';

/** One story is all that a page has room for: the others play by themselves. */
const WidgetPage = () => (
  <>
    <Title />
    <Description />
    <Primary />
    <Controls />
  </>
);

const meta = {
  title: 'Widget/ConnectWidget',
  component: ConnectWidget,
  args: { onSuccess: fn(), onStatusChange: fn(), onManualAccount: fn(), onContactSupport: fn() },
  loaders: [freshWorld()],
  beforeEach: openToPanel,
  parameters: { sandbox: true, docs: { page: WidgetPage } },
  render: (args, context) => (
    <HostPage world={worldOf(context)} locale={context.globals['locale']}>
      <ShownWidget {...args} {...context.loaded['member']} world={worldOf(context)} />
    </HostPage>
  ),
} satisfies Meta<typeof ConnectWidget>;

export default meta;
type Story = StoryObj<typeof meta>;
type Scene = StoryContext<ConnectWidgetProps>;

/**
 * Free to play with: sign in at MX Bank as `test_atrium`. The Sandbox panel says which password
 * does what, makes things fail, and lets time pass.
 */
export const Playground: Story = {
  loaders: [livingWorld()],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'MX Bank mx.com' });
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  },
};

const atMxBank: Pick<Story, 'tags' | 'decorators' | 'args'> = {
  tags: ['!autodocs'],
  decorators: [still],
  args: { institutionCode: 'mxbank', pollPolicy: QUICK },
};

async function signIn({ canvas, userEvent }: Scene, password: string): Promise<void> {
  await type(userEvent, await canvas.findByLabelText('Username'), 'test_atrium');
  await type(userEvent, canvas.getByLabelText('Password'), `${password}{Enter}`);
}

/** Lets the bank work until the focus is on a heading that says what came of it. */
async function reaches(scene: Scene, heading: string | RegExp): Promise<void> {
  await waitFor(async () => {
    worldOf(scene).pass(A_WHILE);
    await expect(scene.canvas.getByRole('heading', { name: heading })).toHaveFocus();
  });
}

async function isConnected(scene: Scene): Promise<void> {
  await reaches(scene, 'You are connected');
  await expect(await scene.canvas.findByRole('list', { name: '4 accounts found' })).toBeVisible();
}

/** From “which bank?” to “connected”, by keyboard alone. */
export const Connects: Story = {
  ...atMxBank,
  args: { pollPolicy: QUICK },
  play: async (scene) => {
    const { args, canvas, step, userEvent } = scene;
    await step('finds the bank', async () => {
      await type(userEvent, await canvas.findByRole('searchbox'), 'MX Bank');
      await canvas.findByText('2 institutions found');
      await press(userEvent, canvas.getByRole('button', { name: 'MX Bank mx.com' }));
    });
    await step('signs in', async () => {
      await expect(
        await canvas.findByRole('heading', { name: 'Sign in to MX Bank' }),
      ).toHaveFocus();
      await signIn(scene, 'password');
    });
    await step('is connected', async () => {
      await expect(await canvas.findByRole('heading', { name: /^Connecting/ })).toHaveFocus();
      await isConnected(scene);
      await waitFor(() => expect(args.onSuccess).toHaveBeenCalledOnce());
    });
  },
};

export const WrongPasswordThenRight: Story = {
  ...atMxBank,
  play: async (scene) => {
    await signIn(scene, 'INVALID');
    await reaches(scene, 'Update your sign-in details');
    await expect(scene.canvas.getByLabelText('Password')).toHaveValue('');
    await signIn(scene, 'password');
    await isConnected(scene);
  },
};

/** Signs in, is asked, and answers with what `answer` does. */
const asked = (
  password: string,
  answer: (scene: Scene, form: ReturnType<typeof within>) => Promise<void>,
): Story => ({
  ...atMxBank,
  play: async (scene) => {
    await signIn(scene, password);
    await reaches(scene, 'Confirm that it is you');
    const region = scene.canvas.getByRole('region', { name: 'Confirm that it is you' });
    await answer(scene, within(region));
    await isConnected(scene);
  },
});

export const AsksAQuestion: Story = asked('challenge', async ({ userEvent }, form) => {
  await type(userEvent, form.getByLabelText('What city were you born in?'), 'correct{Enter}');
});

export const AsksTwoQuestions: Story = asked('challenges', async ({ userEvent }, form) => {
  await type(userEvent, form.getByLabelText('What city were you born in?'), 'correct');
  await type(userEvent, form.getByLabelText(/first pet/), 'correct{Enter}');
});

export const AsksForACode: Story = asked('token', async ({ userEvent }, form) => {
  await type(userEvent, form.getByLabelText(/^Enter the code/), 'correct{Enter}');
});

export const AsksToChoose: Story = asked('options', async ({ userEvent }, form) => {
  await userEvent.click(form.getByRole('radio', { name: 'correct' }));
  await press(userEvent, form.getByRole('button', { name: 'Continue' }));
});

export const AsksAboutAPicture: Story = asked('image', async ({ userEvent }, form) => {
  await expect(form.getByRole('img', { name: 'Picture from MX Bank' })).toBeVisible();
  await type(userEvent, form.getByLabelText('Who is this guy?'), 'correct{Enter}');
});

export const AsksToChooseAPicture: Story = asked('image options', async ({ userEvent }, form) => {
  await userEvent.click(form.getByRole('radio', { name: 'IMAGE_2' }));
  await press(userEvent, form.getByRole('button', { name: 'Continue' }));
});

export const AsksInAWayOfTomorrow: Story = asked('unknown challenge', async (scene, form) => {
  await type(scene.userEvent, form.getByLabelText(/^Look into the camera/), 'correct{Enter}');
});

/** The bank asks how to send a code, and then for the code. */
export const AsksTwice: Story = asked('code', async (scene, form) => {
  await scene.userEvent.click(form.getByRole('radio', { name: /^Text me/ }));
  await press(scene.userEvent, form.getByRole('button', { name: 'Continue' }));
  await reaches(scene, 'Confirm that it is you');
  await type(scene.userEvent, scene.canvas.getByLabelText(/^Enter the code/), 'correct{Enter}');
});

export const WrongAnswerThenRight: Story = asked('challenge', async (scene, form) => {
  const { canvas, userEvent } = scene;
  await type(userEvent, form.getByLabelText(/^What city/), 'wrong{Enter}');
  await reaches(scene, 'That answer was not right');
  await press(userEvent, canvas.getByRole('button', { name: 'Try again' }));
  await reaches(scene, 'Confirm that it is you');
  await type(userEvent, canvas.getByLabelText(/^What city/), 'correct{Enter}');
});

const atOauthBank: Pick<Story, 'tags' | 'decorators' | 'args'> = {
  ...atMxBank,
  args: { institutionCode: 'mx_bank_oauth', pollPolicy: QUICK },
};

const BANK_PAGE = { name: 'MX Bank (OAuth)' };

/** A link to the bank’s own page, which nothing can block. */
export const AtTheBanksOwnPage: Story = {
  ...atOauthBank,
  play: async (scene) => {
    const { canvas, step, userEvent } = scene;
    await step('refuses at first', async () => {
      await press(userEvent, await canvas.findByRole('button', { name: /^Continue to/ }));
      await press(userEvent, await canvas.findByRole('link', { name: /^Continue to/ }));
      const bank = within(await canvas.findByRole('dialog', BANK_PAGE));
      await press(userEvent, bank.getByRole('button', { name: 'Deny' }));
    });
    await step('opens the bank’s page again, with an address that works', async () => {
      await press(userEvent, await canvas.findByRole('button', { name: /^Open .* again$/ }));
      await press(userEvent, await canvas.findByRole('link', { name: /^Continue to/ }));
      const bank = within(await canvas.findByRole('dialog', BANK_PAGE));
      await press(userEvent, bank.getByRole('button', { name: 'Authorize' }));
    });
    await isConnected(scene);
  },
};

/** As many members as there can be: said before anything is typed. */
export const LimitOf25: Story = {
  ...atMxBank,
  loaders: [
    freshWorld(async (world) => {
      for (let number = 1; number <= 25; number += 1) await world.addMember(`password-${number}`);
      return {};
    }),
  ],
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'No room for another connection' }),
    ).toBeVisible();
    await expect(canvas.getByRole('region')).toHaveTextContent('25');
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

/** While the server is away, what is known stays on the screen; then it goes on by itself. */
export const ServerAwayAndBack: Story = {
  ...atMxBank,
  play: async (scene) => {
    const { faults } = worldOf(scene).sandbox;
    await signIn(scene, 'password');
    await scene.canvas.findByRole('heading', { name: /^Connecting/ });
    faults.add({ kind: 'status', status: 503, match: { path: /\/status$/ } });
    await waitFor(() => {
      worldOf(scene).pass(A_WHILE);
      scene.canvas.getByRole('button', { name: 'Check again' });
    });
    await expect(scene.canvas.getByRole('region')).toHaveAttribute('data-pace', 'unreachable');
    faults.clear();
    await isConnected(scene);
  },
};

/** Longer than usual, then past the deadline: never silence, never for ever. */
export const TakesLonger: Story = {
  ...atMxBank,
  args: {
    ...atMxBank.args,
    pollPolicy: { ...QUICK, fastForMs: 0, deadlineMs: 150 },
  },
  play: async (scene) => {
    await signIn(scene, 'slow');
    const again = await scene.canvas.findByRole('button', { name: 'Check again' });
    await expect(scene.canvas.getByRole('region')).toHaveAttribute('data-pace', 'stalled');
    worldOf(scene).pass(100_000);
    await press(scene.userEvent, again);
    await isConnected(scene);
  },
};

/** Locked at the bank: after the person has settled it there, it is tried again. */
export const LockedThenResolved: Story = {
  ...atMxBank,
  loaders: [worldWithMember('status:LOCKED')],
  play: async (scene) => {
    const { canvas, userEvent } = scene;
    await press(userEvent, await canvas.findByRole('button', { name: 'I have resolved it' }));
    await isConnected(scene);
  },
};
