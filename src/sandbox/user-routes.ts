import { Hono } from 'hono';
import { readObject, rooted } from './body.ts';
import type { Dialect, UserFields } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import { finderOf } from './finder.ts';
import { paginate } from './pagination.ts';
import { forget, type User, type World } from './world.ts';

/** `/users`: create, list, read, update, delete, and the address of MX's hosted widget. */
export function userRoutes(world: World, dialect: Dialect, origin: (url: string) => string): Hono {
  const find = finderOf(world, dialect);
  const read = async (request: Request) =>
    dialect.readUser(rooted(await readObject(request), 'user'));

  return new Hono()
    .get('/users', (c) => {
      const users = [...world.users.values()].filter(dialect.userFilter(c.req.query()));
      const entries = users.map(dialect.user);
      return c.json(paginate('users', entries, c.req.query(), dialect.mostPerPage.others));
    })
    .post('/users', async (c) => {
      const fields = await read(c.req.raw);
      refuseTakenIdentifier(world, fields.identifier);
      const user: User = {
        guid: world.sequence.next('USR'),
        identifier: fields.identifier ?? null,
        email: fields.email ?? null,
        isDisabled: fields.isDisabled ?? false,
        metadata: fields.metadata ?? null,
        enabledSince: world.clock.now(),
      };
      world.users.set(user.guid, user);
      return c.json({ user: dialect.user(user) });
    })
    .get('/users/:user', (c) => c.json({ user: dialect.user(find.user(c.req.param('user'))) }))
    .put('/users/:user', async (c) => {
      const user = find.user(c.req.param('user'));
      const fields = await read(c.req.raw);
      if (fields.identifier !== user.identifier) {
        refuseTakenIdentifier(world, fields.identifier);
      }
      const changed = changeUser(user, fields, world.clock.now());
      world.users.set(user.guid, changed);
      return c.json({ user: dialect.user(changed) });
    })
    .delete('/users/:user', (c) => {
      deleteUser(world, find.user(c.req.param('user')));
      return c.body(null, 204);
    })
    .post(`/users/:user/${dialect.widgetSegment}`, async (c) => {
      const user = find.user(c.req.param('user') ?? '');
      await readObject(c.req.raw);
      const token = world.sequence.token('widget');
      return c.json(dialect.widget(user, `${origin(c.req.url)}/md/connect/${token}`));
    });
}

function changeUser(user: User, fields: UserFields, now: number): User {
  const isDisabled = fields.isDisabled ?? user.isDisabled;
  return {
    ...user,
    isDisabled,
    identifier: fields.identifier === undefined ? user.identifier : fields.identifier,
    email: fields.email === undefined ? user.email : fields.email,
    metadata: fields.metadata === undefined ? user.metadata : fields.metadata,
    enabledSince: user.isDisabled && !isDisabled ? now : user.enabledSince,
  };
}

function refuseTakenIdentifier(world: World, identifier: string | null | undefined): void {
  const isTaken =
    !!identifier && [...world.users.values()].some((user) => user.identifier === identifier);
  if (isTaken) {
    refuse(409, 'A user with this identifier already exists.');
  }
}

function deleteUser(world: World, user: User): void {
  for (const member of world.members.values()) {
    if (member.userGuid === user.guid) {
      forget(world, member);
    }
  }
  world.users.delete(user.guid);
}
