import type { StoryContext } from '@storybook/react-vite';
import { DEFAULT_POLL_POLICY, type PollPolicy } from '../../src/domain/polling.ts';
import { createClock, type Clock } from '../../src/sandbox.ts';
import { answerSandboxPanel } from './sandbox-panel-answers.ts';
import { createTabWorld, type TabWorld } from './tab-world.ts';

/** Reads so often that a script never waits. The proxy asks the sandbox no oftener than MX allows. */
export const QUICK: PollPolicy = { ...DEFAULT_POLL_POLICY, fastMs: 30, steadyMs: 30, slowMs: 30 };

/** How long the bank takes for most of what it does, in milliseconds. */
export const A_WHILE = 3_000;

/** What loaders have made for a story. */
type Loaded = Pick<StoryContext, 'loaded'>;

/** Brings a fresh world to where a story starts. What it returns is loaded beside the world. */
type Prepare = (world: TabWorld) => Promise<StoryContext['loaded']>;

/** A fresh world for every run, whose time stands still until the script lets it pass. */
export const freshWorld = (prepare: Prepare = async () => ({})) => loadWorld(createClock, prepare);

/** A fresh world in which time passes as it does outside. */
export const livingWorld = () =>
  loadWorld(
    () => ({ now: () => Date.now() }),
    async () => ({}),
  );

function loadWorld(clock: () => Clock, prepare: Prepare): () => Promise<StoryContext['loaded']> {
  return async () => {
    const world = createTabWorld(clock());
    return { world, ...(await prepare(world)) };
  };
}

/** A world with a member whose first job with this password is over. */
export const worldWithMember = (password: string) =>
  freshWorld(async (world) => {
    const { guid } = await world.addMember(password);
    world.pass(A_WHILE);
    return { member: { memberGuid: guid } };
  });

/** The world that the loader has made. */
export const worldOf = ({ loaded }: Loaded): TabWorld => loaded['world'];

/** Lets the Sandbox panel reach the world for as long as the story is shown. */
export const openToPanel = (context: Loaded): (() => void) => answerSandboxPanel(worldOf(context));
