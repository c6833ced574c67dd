import type { Fault, FaultKind } from '../../src/sandbox.ts';

/** From the panel to the story: do this. */
export const SANDBOX_COMMAND = 'atrium/sandbox/command';

/** From the story to the panel: this is how things stand. */
export const SANDBOX_STATE = 'atrium/sandbox/state';

/** What can go wrong, by the sandbox's own names. */
export type FaultName = FaultKind['kind'];

/** What the panel can ask for. */
export type SandboxCommand =
  /** Start with a member that signs in with this password. */
  | { readonly kind: 'connect'; readonly password: string }
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'fault'; readonly fault: FaultName }
  | { readonly kind: 'clear-faults' };

/** What the panel shows. Nothing in it was typed by anybody. */
export interface SandboxState {
  /** The sandbox's time, in milliseconds since the epoch. */
  readonly now: number;
  /** How many rules for things to go wrong are in force. */
  readonly faults: number;
  readonly members: readonly SandboxMember[];
}

export interface SandboxMember {
  readonly guid: string;
  readonly name: string;
  readonly connectionStatus: string | null;
  readonly isBeingAggregated: boolean;
}

/** Every way in which the sandbox can be made to fail, as the panel offers it. */
export const faultTable = {
  latency: { title: 'Answers take 2 seconds', fault: { kind: 'latency', latencyMs: 2_000 } },
  status: { title: 'Every request is answered 503', fault: { kind: 'status', status: 503 } },
  drop: { title: 'The connection breaks', fault: { kind: 'drop' } },
  'lost-answer': { title: 'The answer is lost on the way', fault: { kind: 'lost-answer' } },
  malformed: { title: 'The JSON is cut off', fault: { kind: 'malformed' } },
  html: { title: 'A gateway’s error page, 502', fault: { kind: 'html' } },
  empty: { title: 'The answer has no body', fault: { kind: 'empty' } },
  'unknown-status': {
    title: 'A status that no client knows',
    fault: { kind: 'unknown-status' },
  },
  flap: { title: '503 and the right answer by turns', fault: { kind: 'flap' } },
} as const satisfies Record<FaultName, { readonly title: string; readonly fault: Fault }>;
