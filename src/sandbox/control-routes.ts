import { Hono } from 'hono';
import { CONNECTION_STATUSES, type ConnectionStatusName } from '../domain/status.ts';
import { ownOriginOnly } from './access.ts';
import { isJsonObject, readObject, textField, type JsonObject } from './body.ts';
import { atrium } from './dialects/atrium.ts';
import type { Wire } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import type { Facts } from './facts.ts';
import { parseFault } from './fault-request.ts';
import type { FaultBox } from './faults.ts';
import { restingAt } from './jobs.ts';
import { magicAnswers, magicPasswords, testUsernames } from './magic-passwords.ts';
import { newJob } from './lifecycle.ts';
import type { Member } from './member.ts';
import { challengesFor, isChallengeWord } from './challenges.ts';
import { keep, memberOf, membersOf, userOf, type World, type WorldEvent } from './world.ts';
import { targetProblem, type SandboxWebhooks } from './webhooks/target.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** `/_sandbox`: controls that no bank has. They are not part of MX's APIs and need no keys. */
export function controlRoutes(
  world: World,
  faults: FaultBox,
  webhooks: Webhooks,
  reset: () => void,
): Hono {
  return new Hono()
    .basePath('/_sandbox')
    .use(ownOriginOnly)
    .get('/state', (c) => c.json(describe(world, faults)))
    .get('/passwords', (c) =>
      c.json({ usernames: testUsernames, passwords: magicPasswords, answers: magicAnswers }),
    )
    .post('/clock', async (c) => {
      const ms = (await readObject(c.req.raw))['advanceMs'];
      if (typeof ms !== 'number' || !Number.isFinite(ms) || ms < 0) {
        return refuse(400, '"advanceMs" must be a number of milliseconds, and not negative.');
      }
      world.clock.advance(ms);
      return c.json({ now: world.clock.now() });
    })
    .post('/faults', async (c) => {
      faults.add(parseFault(await readObject(c.req.raw)));
      return c.json({ faults: faults.count() });
    })
    .delete('/faults', (c) => {
      faults.clear();
      return c.body(null, 204);
    })
    .get('/webhooks', async (c) => c.json(await webhooks.describe()))
    .put('/webhooks', async (c) => {
      webhooks.retarget(readTarget(await c.req.json<unknown>().catch(() => undefined)));
      return c.json(await webhooks.describe());
    })
    .put('/members/:member', async (c) => {
      const member = findMember(world, c.req.param('member'));
      const forced = keep(world, force(world, member, await readObject(c.req.raw)));
      world.note(forcing(world, member, forced));
      return c.json({ member: describeMember(world, forced) });
    })
    .post('/reset', (c) => {
      reset();
      return c.body(null, 204);
    });
}

/** Everything a test may want to see; nothing that a person typed. */
function describe(world: World, faults: FaultBox): Record<string, unknown> {
  return {
    now: world.clock.now(),
    faults: faults.count(),
    users: [...world.users.values()].map((user) => ({
      guid: user.guid,
      identifier: user.identifier,
      is_disabled: user.isDisabled,
      members: membersOf(world, user).map((member) => describeMember(world, member)),
    })),
  };
}

/** In Atrium's words, as it truly is: nothing is late here. */
function describeMember(world: World, member: Member): Wire {
  const told = { member, user: userOf(world, member.userGuid), facts: member.facts };
  return { ...atrium.member(told), ...atrium.memberStatus(told) };
}

function readTarget(body: unknown): SandboxWebhooks | null {
  if (body === null) {
    return null;
  }
  if (!isJsonObject(body)) {
    return refuse(400, 'The request body must be an object with a "url", or null.');
  }
  const username = textField(body, 'username');
  const password = textField(body, 'password');
  const target = {
    url: textField(body, 'url') ?? '',
    ...(username != null && { username }),
    ...(password != null && { password }),
  };
  const problem = targetProblem(target);
  return problem === null ? target : refuse(400, problem);
}

function findMember(world: World, guid: string): Member {
  const userGuid = world.members.get(guid)?.userGuid ?? refuse(404, 'No member has this guid.');
  return memberOf(world, userGuid, guid);
}

/** Puts a member into a state, as if a job had just ended there (or were stuck there). */
function force(world: World, member: Member, body: JsonObject): Member {
  const now = world.clock.now();
  const status = statusField(body);
  const isRunning = body['is_being_aggregated'] === true || status === 'CHALLENGED';
  const word = body['challenge'] ?? 'challenge';
  const facts: Facts = {
    ...member.facts,
    ...restingAt(status, now),
    aggregatedAt: now,
    job: isRunning ? newJob(member, ['aggregate']) : null,
    challenges:
      status === 'CHALLENGED' && typeof word === 'string' && isChallengeWord(word)
        ? challengesFor(word, `${member.guid} ${member.rounds}`)
        : [],
  };
  const isOauth = member.isOauth || status === 'PENDING';
  return { ...member, facts, isOauth, steps: [], late: null, rounds: member.rounds + 1 };
}

/** What a force amounts to: a job that had been running has come to this. */
function forcing(world: World, { facts }: Member, forced: Member): WorldEvent {
  return {
    kind: 'moved',
    before: { ...facts, job: facts.job ?? newJob(forced, ['aggregate']) },
    member: forced,
    user: userOf(world, forced.userGuid),
    at: world.clock.now(),
  };
}

function statusField(body: JsonObject): ConnectionStatusName | null {
  const status = isJsonObject(body['member'])
    ? body['member']['connection_status']
    : body['connection_status'];
  const known = CONNECTION_STATUSES.find((name) => name === status);
  if (known === undefined && status !== null) {
    return refuse(400, '"connection_status" must be one of the 22 statuses, or null.');
  }
  return known ?? null;
}
