import type { AccountValues } from './accounts.ts';
import { NO_FACTS } from './facts.ts';
import { manualInstitution } from './institutions.ts';
import type { Member } from './member.ts';
import { keepAs, membersOf, type User, type World } from './world.ts';

/** An account that a person keeps by hand. */
export interface ManualAccount {
  readonly guid: string;
  readonly memberGuid: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly values: AccountValues;
}

/** Adds an account to the member that holds what this user keeps by hand. */
export function addManualAccount(world: World, user: User, values: AccountValues): ManualAccount {
  const now = world.clock.now();
  const account: ManualAccount = {
    guid: world.sequence.next('ACT'),
    memberGuid: manualMember(world, user).guid,
    createdAt: now,
    updatedAt: now,
    values,
  };
  world.manualAccounts.set(account.guid, account);
  return account;
}

/** MX makes this member by itself, once for each user. It has no credentials, and never a job. */
function manualMember(world: World, user: User): Member {
  return (
    membersOf(world, user).find(({ isManual }) => isManual) ??
    keepAs(world, 'created', {
      guid: world.sequence.next('MBR'),
      userGuid: user.guid,
      institution: manualInstitution,
      identifier: null,
      metadata: null,
      name: manualInstitution.name,
      isOauth: false,
      isManual: true,
      isBackgroundDisabled: false,
      credentials: [],
      createdAt: world.clock.now(),
      attempts: 0,
      rounds: 0,
      facts: NO_FACTS,
      steps: [],
      late: null,
      balanceAskedAt: null,
    })
  );
}
