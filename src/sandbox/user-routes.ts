import { Hono } from 'hono';
import { booleanField, identifierField, readObject, rooted, textField } from './body.ts';
import { refuse } from './errors.ts';
import { paginate } from './pagination.ts';
import { userOf, type User, type World } from './world.ts';

/** `/users`: create, list, read, update, delete, and the address of MX's hosted widget. */
export function userRoutes(world: World, origin: (url: string) => string): Hono {
  return new Hono()
    .get('/users', (c) =>
      c.json(paginate('users', [...world.users.values()].map(toWire), c.req.query())),
    )
    .post('/users', async (c) => {
      const fields = parseUser(rooted(await readObject(c.req.raw), 'user'));
      refuseTakenIdentifier(world, fields.identifier);
      const user: User = {
        guid: world.sequence.next('USR'),
        identifier: fields.identifier ?? null,
        isDisabled: fields.isDisabled ?? false,
        metadata: fields.metadata ?? null,
        enabledSince: world.clock.now(),
      };
      world.users.set(user.guid, user);
      return c.json({ user: toWire(user) });
    })
    .get('/users/:user', (c) => c.json({ user: toWire(userOf(world, c.req.param('user'))) }))
    .put('/users/:user', async (c) => {
      const user = userOf(world, c.req.param('user'));
      const fields = parseUser(rooted(await readObject(c.req.raw), 'user'));
      if (fields.identifier !== user.identifier) {
        refuseTakenIdentifier(world, fields.identifier);
      }
      const changed = changeUser(user, fields, world.clock.now());
      world.users.set(user.guid, changed);
      return c.json({ user: toWire(changed) });
    })
    .delete('/users/:user', (c) => {
      deleteUser(world, userOf(world, c.req.param('user')));
      return c.body(null, 204);
    })
    .post('/users/:user/connect_widget_url', async (c) => {
      const { guid } = userOf(world, c.req.param('user'));
      await readObject(c.req.raw);
      const token = world.sequence.token('widget');
      return c.json({
        user: { connect_widget_url: `${origin(c.req.url)}/md/connect/${token}`, guid },
      });
    });
}

interface UserFields {
  readonly identifier: string | null | undefined;
  readonly isDisabled: boolean | undefined;
  readonly metadata: string | null | undefined;
}

function parseUser(user: ReturnType<typeof rooted>): UserFields {
  return {
    identifier: identifierField(user),
    isDisabled: booleanField(user, 'is_disabled'),
    metadata: textField(user, 'metadata'),
  };
}

function changeUser(user: User, fields: UserFields, now: number): User {
  const isDisabled = fields.isDisabled ?? user.isDisabled;
  return {
    ...user,
    isDisabled,
    identifier: fields.identifier === undefined ? user.identifier : fields.identifier,
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
  world.users.delete(user.guid);
  for (const member of world.members.values()) {
    if (member.userGuid === user.guid) {
      world.members.delete(member.guid);
    }
  }
}

function toWire({ guid, identifier, isDisabled, metadata }: User): Record<string, unknown> {
  return { guid, identifier, is_disabled: isDisabled, metadata };
}
