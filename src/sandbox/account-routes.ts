import { Hono } from 'hono';
import { accountByGuid, accountNumbersOf, accountOwnersOf, accountsOf } from './accounts.ts';
import type { Account } from './accounts.ts';
import type { Dialect, Query, Wire } from './dialects/dialect.ts';
import { finderOf } from './finder.ts';
import { paginate } from './pagination.ts';
import { membersOf, type User, type World } from './world.ts';

/** What jobs have brought home: accounts, their numbers, their owners. */
export function accountRoutes(world: World, dialect: Dialect): Hono {
  const find = finderOf(world, dialect);
  const page = (root: string, entries: readonly Wire[], query: Query) =>
    paginate(root, entries, query, dialect.mostPerPage.others);
  const list = (accounts: readonly Account[], user: User, query: Query) => {
    const told = accounts.filter(dialect.accountFilter(query));
    return page(
      'accounts',
      told.map((account) => dialect.account(account, user)),
      query,
    );
  };
  const accountsOfUser = (user: User) =>
    membersOf(world, user).flatMap((member) => accountsOf(world, member));

  return new Hono()
    .get('/users/:user/members/:member/accounts', (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      return c.json(list(accountsOf(world, member), find.user(c.req.param('user')), c.req.query()));
    })
    .get('/users/:user/members/:member/accounts/:account', (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      const account = accountByGuid(accountsOf(world, member), c.req.param('account'));
      return c.json({ account: dialect.account(account, find.user(c.req.param('user'))) });
    })
    .get('/users/:user/members/:member/account_numbers', (c) => {
      const numbers = accountNumbersOf(find.member(c.req.param('user'), c.req.param('member')));
      return c.json(page('account_numbers', numbers.map(dialect.accountNumber), c.req.query()));
    })
    .get('/users/:user/members/:member/account_owners', (c) => {
      const owners = accountOwnersOf(find.member(c.req.param('user'), c.req.param('member')));
      return c.json(page('account_owners', owners.map(dialect.accountOwner), c.req.query()));
    })
    .get('/users/:user/accounts', (c) => {
      const user = find.user(c.req.param('user'));
      return c.json(list(accountsOfUser(user), user, c.req.query()));
    })
    .get('/users/:user/accounts/:account', (c) => {
      const user = find.user(c.req.param('user'));
      const account = accountByGuid(accountsOfUser(user), c.req.param('account'));
      return c.json({ account: dialect.account(account, user) });
    })
    .get('/users/:user/accounts/:account/account_numbers', (c) => {
      const user = find.user(c.req.param('user'));
      const { guid } = accountByGuid(accountsOfUser(user), c.req.param('account'));
      const numbers = membersOf(world, user)
        .flatMap(accountNumbersOf)
        .filter(({ account }) => account.guid === guid);
      return c.json(page('account_numbers', numbers.map(dialect.accountNumber), c.req.query()));
    });
}
