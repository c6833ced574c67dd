import { addons } from 'storybook/preview-api';
import {
  faultTable,
  SANDBOX_COMMAND,
  SANDBOX_STATE,
  type SandboxCommand,
  type SandboxMember,
  type SandboxState,
} from './sandbox-channel.ts';
import { BANK_ORIGIN } from '../../src/testing/create-scenario.ts';
import type { TabWorld } from './tab-world.ts';

/** How long changes are collected before the panel is told of them, in milliseconds. */
const COLLECT_MS = 50;

/** Does what the Sandbox panel asks for, and tells it how things stand. Returns how to stop. */
export function answerSandboxPanel(world: TabWorld): () => void {
  const channel = addons.getChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = async () => {
    timer = undefined;
    channel.emit(SANDBOX_STATE, await readState(world));
  };
  const tell = () => void (timer ??= setTimeout(() => void report(), COLLECT_MS));
  const obey = (command: SandboxCommand) => void perform(world, command).then(tell, tell);

  channel.on(SANDBOX_COMMAND, obey);
  const unsubscribe = world.subscribe(tell);
  tell();
  return () => {
    channel.off(SANDBOX_COMMAND, obey);
    unsubscribe();
    clearTimeout(timer);
  };
}

async function perform(world: TabWorld, command: SandboxCommand): Promise<void> {
  switch (command.kind) {
    case 'connect':
      return world.show((await world.addMember(command.password)).guid);
    case 'advance':
      return world.pass(command.ms);
    case 'fault':
      world.sandbox.faults.add(faultTable[command.fault].fault);
      return;
    case 'clear-faults':
      return world.sandbox.faults.clear();
    default:
      command satisfies never;
  }
}

async function readState({ sandbox }: TabWorld): Promise<SandboxState> {
  const response = await sandbox.fetch(new Request(`${BANK_ORIGIN}/_sandbox/state`));
  const { now, faults, users } = (await response.json()) as WireState;
  return {
    now,
    faults,
    members: users.flatMap(({ members }) => members).map(memberOf),
  };
}

/** The part of the sandbox's own account of itself that is shown. */
interface WireState {
  readonly now: number;
  readonly faults: number;
  readonly users: readonly { readonly members: readonly WireMember[] }[];
}

interface WireMember {
  readonly guid: string;
  readonly name: string;
  readonly connection_status: string | null;
  readonly is_being_aggregated: boolean;
}

const memberOf = (member: WireMember): SandboxMember => ({
  guid: member.guid,
  name: member.name,
  connectionStatus: member.connection_status,
  isBeingAggregated: member.is_being_aggregated,
});
