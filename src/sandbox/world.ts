import type { SteppableClock } from './clock.ts';
import { refuse } from './errors.ts';
import { createSequence, type Sequence } from './guids.ts';
import { deletedAt, nextChangeOf, settle, type Timing } from './lifecycle.ts';
import type { AccountValues } from './accounts.ts';
import type { ManualAccount } from './manual-accounts.ts';
import { loginKey, type Member } from './member.ts';
import type { Facts } from './facts.ts';
import type { OAuthWindow } from './oauth-windows.ts';

/** A user as the sandbox keeps it. */
export interface User {
  readonly guid: string;
  readonly identifier: string | null;
  readonly email: string | null;
  readonly isDisabled: boolean;
  readonly metadata: string | null;
  /** Milliseconds since the epoch: when background updates became possible, lately. */
  readonly enabledSince: number;
}

/** Something that has happened to a member, at this time. */
export type WorldEvent = {
  readonly member: Member;
  readonly user: User;
  readonly at: number;
} & (
  | { readonly kind: 'created' | 'updated' | 'deleted' }
  /** It has come to be as it is from `before`. */
  | { readonly kind: 'moved'; readonly before: Facts }
);

/** Everything that a sandbox remembers. */
export interface World {
  readonly clock: SteppableClock;
  readonly sequence: Sequence;
  readonly timing: Timing;
  readonly users: Map<string, User>;
  readonly members: Map<string, Member>;
  /** What was last known of connections that have been deleted, by login. */
  readonly past: Map<string, Facts>;
  readonly oauthWindows: Map<string, OAuthWindow>;
  readonly manualAccounts: Map<string, ManualAccount>;
  /** What a client has said of an account since, by its guid. */
  readonly accountEdits: Map<string, AccountValues>;
  /** Is told of everything that happens. */
  readonly note: (event: WorldEvent) => void;
}

/** A world in which nothing has happened yet. */
export function createWorld(
  seed: string,
  clock: SteppableClock,
  timing: Timing,
  note: World['note'],
): World {
  return {
    clock,
    timing,
    note,
    sequence: createSequence(seed),
    users: new Map(),
    members: new Map(),
    past: new Map(),
    oauthWindows: new Map(),
    manualAccounts: new Map(),
    accountEdits: new Map(),
  };
}

/** The user with this guid; 404 when there is none. */
export function userOf(world: World, guid: string): User {
  return world.users.get(guid) ?? refuse(404, 'No user has this guid.');
}

/** The members of a user as they are now, in the order of their creation. */
export function membersOf(world: World, user: User): readonly Member[] {
  return [...world.members.values()]
    .filter(({ userGuid }) => userGuid === user.guid)
    .flatMap((member) => settled(world, user, member) ?? []);
}

/** One member of a user as it is now; 404 when the user has no such member, or no longer. */
export function memberOf(world: World, userGuid: string, guid: string): Member {
  const user = userOf(world, userGuid);
  const member = world.members.get(guid);
  const current = member?.userGuid === user.guid ? settled(world, user, member) : null;
  return current ?? refuse(404, 'The user has no member with this guid.');
}

/** Keeps a member, new or changed. */
export function keep(world: World, member: Member): Member {
  world.members.set(member.guid, member);
  return member;
}

/** Keeps a member, and tells that it has been created, or updated by the client. */
export function keepAs(world: World, kind: 'created' | 'updated', member: Member): Member {
  world.note({ kind, member, user: userOf(world, member.userGuid), at: world.clock.now() });
  return keep(world, member);
}

/** Deletes a member. What was known of its login outlives it. */
export function forget(world: World, member: Member): void {
  const key = loginKey(member.userGuid, member.institution, member.credentials);
  if (key !== null) {
    world.past.set(key, member.facts);
  }
  remove(world, member, world.clock.now());
}

/** Lets everything come true whose time has come. */
export function settleAll(world: World): void {
  for (const user of world.users.values()) {
    membersOf(world, user);
  }
}

/** When something will come true by itself in a world that is settled; `Infinity` if nothing will. */
export function nextChangeAt(world: World): number {
  return [...world.members.values()].reduce(
    (soonest, member) => Math.min(soonest, nextChangeOf(member, userOf(world, member.userGuid))),
    Infinity,
  );
}

function remove(world: World, member: Member, at: number): void {
  world.members.delete(member.guid);
  world.note({ kind: 'deleted', member, user: userOf(world, member.userGuid), at });
}

function settled(world: World, user: User, member: Member): Member | null {
  const now = world.clock.now();
  let latest = member;
  const current = settle(member, user, now, world.timing, (before, after, at) => {
    latest = after;
    world.note({ kind: 'moved', before, member: after, user, at });
  });
  if (current === null) {
    remove(world, latest, deletedAt(latest) ?? now);
  } else if (current !== member) {
    world.members.set(member.guid, current);
  }
  return current;
}
