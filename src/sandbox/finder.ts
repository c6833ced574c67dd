import type { Dialect } from './dialects/dialect.ts';
import { institutionByCode, institutionByGuid, type Institution } from './institutions.ts';
import type { Member } from './member.ts';
import { memberOf, userOf, type User, type World } from './world.ts';

/** Finds what an address names; 404 when there is none. */
export interface Finder {
  readonly user: (name: string) => User;
  readonly member: (userName: string, name: string) => Member;
  readonly institution: (name: string) => Institution;
}

/** Finds by MX's own names alone, or by the client's as well, as the dialect has it. */
export function finderOf(world: World, { acceptsOwnIds }: Dialect): Finder {
  return acceptsOwnIds ? byEitherName(world) : byOwnName(world);
}

function byOwnName(world: World): Finder {
  return {
    user: (name) => userOf(world, name),
    member: (userName, name) => memberOf(world, userName, name),
    institution: institutionByCode,
  };
}

function byEitherName(world: World): Finder {
  const user = (name: string) =>
    [...world.users.values()].find(({ identifier }) => identifier === name) ?? userOf(world, name);
  return {
    user,
    member(userName, name) {
      const userGuid = user(userName).guid;
      const named = [...world.members.values()].find(
        (member) => member.userGuid === userGuid && member.identifier === name,
      );
      return memberOf(world, userGuid, named?.guid ?? name);
    },
    institution: (name) => institutionByGuid(name) ?? institutionByCode(name),
  };
}
