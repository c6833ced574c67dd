import { createAtriumClient } from '../../src/api/fetch-client.ts';
import type { AtriumClient } from '../../src/api/client.ts';
import type { Member } from '../../src/domain/member.ts';
import type { ConnectionStatusName } from '../../src/domain/status.ts';
import type { Clock, Sandbox } from '../../src/sandbox.ts';
import { createScenario, type BankDecision, type Scenario } from '../../src/testing.ts';

/** Browser, host server and Atrium in one tab: client, proxy and sandbox without a network between. */
export interface TabWorld {
  readonly sandbox: Sandbox;
  readonly client: AtriumClient;
  /** Lets so many milliseconds pass at the bank. */
  readonly pass: (ms: number) => void;
  /** A member at MX Bank whose first job has just started, in place of one with the same password. */
  readonly addMember: (password: string) => Promise<Member>;
  /** Puts a member at this status, and has the bank say so, as it does where it pushes. */
  readonly push: (guid: string, status: ConnectionStatusName) => Promise<void>;
  /** How many streams of events pages have opened. */
  readonly streams: () => number;
  /** Decides at the bank's own page, which is at this address. */
  readonly decide: (windowUri: string, decision: BankDecision) => Promise<void>;
  /** Calls `listener` whenever something may have changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The member that the panel wants to be shown. */
  readonly shown: () => string | undefined;
  readonly show: (memberGuid: string) => void;
}

/** A world in which nothing has happened yet. */
export function createTabWorld(clock: Clock): TabWorld {
  const scenario = createScenario({
    clock,
    origin: location.origin,
    allow: {
      verification: true,
      identification: true,
      accountNumbers: true,
      accountOwners: true,
    },
  });
  const { sandbox } = scenario;
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  let shown: string | undefined;
  const client = createAtriumClient({
    baseUrl: `${location.origin}/api/atrium`,
    async fetch(url, init) {
      const response = await scenario.fetch(url, init);
      changed();
      return response;
    },
  });
  return {
    sandbox,
    client,
    pass(ms) {
      sandbox.clock.advance(ms);
      changed();
    },
    addMember: createAdding(scenario),
    push: scenario.setStatus,
    streams: () => scenario.sent.filter(({ path }) => path === '/events').length,
    async decide(windowUri, decision) {
      await scenario.decide(windowUri, decision);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
    show(memberGuid) {
      shown = memberGuid;
      changed();
    },
  };
}

/** Adds members at MX Bank, one a password: the API takes the same login only once. */
function createAdding({ client, addMember }: Scenario): (password: string) => Promise<Member> {
  const added = new Map<string, string>();
  return async (password) => {
    const before = added.get(password);
    if (before !== undefined) await client.deleteMember(before);
    const member = await addMember({ password });
    added.set(password, member.guid);
    return member;
  };
}
