import { Hono } from 'hono';
import { readAccountChange, readManualAccount } from './account-requests.ts';
import { accountByGuid, accountsOf } from './accounts.ts';
import { readObject } from './body.ts';
import type { Dialect } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import { finderOf } from './finder.ts';
import { addManualAccount } from './manual-accounts.ts';
import { membersOf, userOf, type User, type World } from './world.ts';

/** Accounts that a person keeps by hand: create, change, delete. MX takes guids alone for most of it. */
export function manualAccountRoutes(world: World, dialect: Dialect): Hono {
  const find = finderOf(world, dialect);
  const accountsOfUser = (user: User) =>
    membersOf(world, user).flatMap((member) => accountsOf(world, member));

  return new Hono()
    .post('/users/:user/accounts', async (c) => {
      const user = userOf(world, c.req.param('user'));
      const { guid } = addManualAccount(
        world,
        user,
        readManualAccount(await readObject(c.req.raw)),
      );
      return c.json({ account: dialect.account(accountByGuid(accountsOfUser(user), guid), user) });
    })
    .put('/users/:user/members/:member/accounts/:account', async (c) => {
      const user = find.user(c.req.param('user'));
      const member = find.member(c.req.param('user'), c.req.param('member'));
      const read = () => accountByGuid(accountsOf(world, member), c.req.param('account'));
      const { guid, isManual } = read();
      const edit = readAccountChange(await readObject(c.req.raw), isManual);
      world.accountEdits.set(guid, { ...world.accountEdits.get(guid), ...edit });
      return c.json({ account: dialect.account(read(), user) });
    })
    .delete('/users/:user/accounts/:account', (c) => {
      const user = userOf(world, c.req.param('user'));
      const { guid, isManual } = accountByGuid(accountsOfUser(user), c.req.param('account'));
      if (!isManual) {
        refuse(405, 'Only a manual account can be deleted.');
      }
      world.manualAccounts.delete(guid);
      return c.body(null, 204);
    });
}
