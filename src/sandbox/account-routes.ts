import { Hono } from 'hono';
import { accountByGuid, accountNumbersOf, accountOwnersOf, accountsOf } from './accounts.ts';
import { paginate } from './pagination.ts';
import { memberOf, membersOf, userOf, type World } from './world.ts';

/** What jobs have brought home: accounts, their numbers, their owners. */
export function accountRoutes(world: World): Hono {
  const accountsOfUser = (user: string) =>
    membersOf(world, userOf(world, user)).flatMap((member) => accountsOf(member));

  return new Hono()
    .get('/users/:user/members/:member/accounts', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json(paginate('accounts', accountsOf(member), c.req.query()));
    })
    .get('/users/:user/members/:member/accounts/:account', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json({ account: accountByGuid(accountsOf(member), c.req.param('account')) });
    })
    .get('/users/:user/members/:member/account_numbers', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json(paginate('account_numbers', accountNumbersOf(member), c.req.query()));
    })
    .get('/users/:user/members/:member/account_owners', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json(paginate('account_owners', accountOwnersOf(member), c.req.query()));
    })
    .get('/users/:user/accounts', (c) =>
      c.json(paginate('accounts', accountsOfUser(c.req.param('user')), c.req.query())),
    )
    .get('/users/:user/accounts/:account', (c) =>
      c.json({
        account: accountByGuid(accountsOfUser(c.req.param('user')), c.req.param('account')),
      }),
    )
    .get('/users/:user/accounts/:account/account_numbers', (c) => {
      const members = membersOf(world, userOf(world, c.req.param('user')));
      const { guid } = accountByGuid(members.flatMap(accountsOf), c.req.param('account'));
      const numbers = members
        .flatMap(accountNumbersOf)
        .filter(({ account_guid }) => account_guid === guid);
      return c.json(paginate('account_numbers', numbers, c.req.query()));
    });
}
