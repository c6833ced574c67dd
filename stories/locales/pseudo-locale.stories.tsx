import type { Decorator, Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ComponentType, ReactNode } from 'react';
import { expect, fireEvent, waitFor } from 'storybook/test';
import type { AtriumClient } from '../../src/api/client.ts';
import { WordsProvider } from '../../src/components/words.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { institutions } from '../components/fixtures.ts';
import { Gallery, repeated, still } from '../components/frame.tsx';
import { HostPage } from '../support/host-page.tsx';
import { A_WHILE, freshWorld, QUICK, worldOf } from '../support/in-the-tab.ts';
import { hardCoded } from './hard-coded.ts';
import { enXA } from './pseudo.ts';

type Props = Readonly<Record<string, unknown>>;

interface StoryModule {
  readonly default: { readonly component?: ComponentType<Props>; readonly args?: Props };
  readonly [story: string]: {
    readonly component?: ComponentType<Props>;
    readonly args?: Props;
    readonly render?: ComponentType<Props>;
  };
}

const modules = import.meta.glob<StoryModule>('../components/*.stories.tsx', { eager: true });

/** The stories of a component, each as it is before anything is played. */
function statesOf(
  file: string,
): { readonly name: string; Show: ComponentType<Props>; args: Props }[] {
  const { default: meta, ...stories } = modules[`../components/${file}.stories.tsx`] ?? {};
  return Object.entries(stories).flatMap(([name, { args, render }]) => {
    const Show = render ?? meta?.component;
    return Show === undefined ? [] : [{ name, Show, args: { ...meta?.args, ...args } }];
  });
}

interface SceneProps {
  /** The component, by the name of the file with its stories. */
  readonly file: string;
  /** What each state stands in. @default 'div' */
  readonly place?: 'div' | 'ul';
}

/** Every state of one component. */
function Scene({ file, place: Place = 'div' }: SceneProps): ReactNode {
  return (
    <Gallery>
      {statesOf(file).map(({ name, Show, args }) => (
        <Place key={name}>
          <Show {...args} />
        </Place>
      ))}
    </Gallery>
  );
}

const inPseudo: Decorator = (Story) => (
  <WordsProvider locale="en-XA" messages={enXA}>
    <Story />
  </WordsProvider>
);

/** Every text is accented, longer by 40 % and in brackets: one that is not, is in no catalog. */
const meta = {
  title: 'Languages/Pseudo-locale',
  component: Scene,
  tags: ['!autodocs'],
  decorators: [still, inPseudo],
  args: { file: '' },
} satisfies Meta<typeof Scene>;

export default meta;
type Story = StoryObj<typeof meta>;

const everyStateOf = (file: string, place?: SceneProps['place']): Story => ({
  args: { file, ...(place && { place }) },
  parameters: repeated,
  play: async ({ args, canvasElement }) => {
    const states = statesOf(args.file);
    await expect(states).not.toEqual([]);
    canvasElement
      .querySelectorAll<HTMLElement>('.atrium-form [data-kind=primary]')
      .forEach((button) => button.click());
    for (const password of canvasElement.querySelectorAll<HTMLInputElement>('[type="password"]')) {
      await fireEvent.keyDown(password, { key: 'A', modifierCapsLock: true });
    }
    const data = [institutions, states.map((state) => state.args)];
    await expect(hardCoded(canvasElement, data)).toEqual([]);
  },
});

export const AccountChoice: Story = everyStateOf('account-choice');
export const ChallengeForm: Story = everyStateOf('challenge-form');
export const ConnectFailure: Story = everyStateOf('connect-failure');
export const Connected: Story = everyStateOf('connected');
export const Connecting: Story = everyStateOf('connecting');
export const ConnectionStatus: Story = everyStateOf('connection-status');
export const Consent: Story = everyStateOf('consent');
export const CredentialsForm: Story = everyStateOf('credentials-form');
export const InstitutionHeader: Story = everyStateOf('institution-header');
export const InstitutionSearch: Story = everyStateOf('institution-search');
export const LiveRegion: Story = everyStateOf('live-region');
export const Loading: Story = everyStateOf('loading');
export const ManualAccountAdded: Story = everyStateOf('manual-account-added');
export const ManualAccountForm: Story = everyStateOf('manual-account-form');
export const MemberLimit: Story = everyStateOf('member-limit');
export const MemberList: Story = everyStateOf('member-list');
export const MemberRow: Story = everyStateOf('member-row', 'ul');
export const ModeOffer: Story = everyStateOf('mode-offer');
export const ModeUnavailable: Story = everyStateOf('mode-unavailable');
export const OAuthButton: Story = everyStateOf('oauth-button');
export const OAuthReturned: Story = everyStateOf('oauth-returned');
export const RemoveMember: Story = everyStateOf('remove-member');
export const RenameMember: Story = everyStateOf('rename-member');

/** Remembers what the server has answered: such texts are data. */
function remembering(client: AtriumClient, answers: unknown[]): AtriumClient {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member !== 'function'
        ? member
        : async (...input: unknown[]) => {
            const answer: unknown = await member(...input);
            answers.push(answer);
            return answer;
          };
    },
  });
}

const heard = ({ loaded }: Pick<StoryContext, 'loaded'>): unknown[] => loaded['heard'];

/** The whole widget, with what it says to a screen reader. */
const theWidget: Story = {
  loaders: [freshWorld(async () => ({ heard: [] }))],
  render: (_, context) => {
    const world = worldOf(context);
    return (
      <HostPage world={{ ...world, client: remembering(world.client, heard(context)) }} locale="en">
        {inPseudo(
          () => (
            <ConnectWidget pollPolicy={QUICK} onExit={() => undefined} />
          ),
          context,
        )}
      </HostPage>
    );
  },
};

/** Waits for a step of the widget, and reads all of it. */
async function reaches(
  scene: Parameters<NonNullable<Story['play']>>[0],
  step: string,
): Promise<void> {
  const { canvasElement } = scene;
  await waitFor(async () => {
    worldOf(scene).pass(A_WHILE);
    await expect(canvasElement.querySelector('[data-step]')).toHaveAttribute('data-step', step);
    await expect(canvasElement.querySelector('.atrium-skeleton')).toBeNull();
  });
  await expect(hardCoded(canvasElement, heard(scene))).toEqual([]);
}

export const WidgetWithSignIn: Story = {
  ...theWidget,
  play: async (scene) => {
    const { canvas, userEvent } = scene;
    await reaches(scene, 'search');
    await userEvent.type(canvas.getByRole('searchbox'), 'MX Bank');
    await userEvent.click(await canvas.findByRole('button', { name: 'MX Bank mx.com' }));
    await reaches(scene, 'credentials');
    await userEvent.type(canvas.getByLabelText('Username'), 'test_atrium');
    await userEvent.type(canvas.getByLabelText('Password'), 'challenge{Enter}');
    await waitFor(() => expect(canvas.queryByLabelText('Password')).toBeNull());
    await expect(hardCoded(scene.canvasElement, heard(scene))).toEqual([]);
    await reaches(scene, 'challenge');
    await userEvent.type(canvas.getByRole('textbox'), 'wrong{Enter}');
    await reaches(scene, 'attention');
    await userEvent.click(canvas.getByRole('button'));
    await reaches(scene, 'challenge');
    await userEvent.type(canvas.getByRole('textbox'), 'correct{Enter}');
    await reaches(scene, 'connected');
  },
};

export const WidgetAtTheBanksOwnPage: Story = {
  ...theWidget,
  play: async (scene) => {
    const { canvas, canvasElement, userEvent } = scene;
    await reaches(scene, 'search');
    await userEvent.type(canvas.getByRole('searchbox'), 'OAuth');
    await userEvent.click(await canvas.findByRole('button', { name: /^MX Bank \(OAuth\)/ }));
    await reaches(scene, 'oauth');
    const [go] = canvasElement.querySelectorAll<HTMLElement>('[data-kind="primary"]');
    await userEvent.click(go ?? canvasElement);
    await userEvent.click(await canvas.findByRole('link'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Deny' }));
    await reaches(scene, 'oauth');
  },
};
