import { Hono } from 'hono';
import { readObject } from './body.ts';
import { refuse } from './errors.ts';
import { NO_FACTS, type Facts } from './facts.ts';
import { restingAt } from './jobs.ts';
import { startJob, startUpdate } from './lifecycle.ts';
import { loginKey, memberToWire, reportedFacts, statusToWire, type Member } from './member.ts';
import {
  parseCreate,
  parseUpdate,
  type CreateRequest,
  type UpdateRequest,
} from './member-requests.ts';
import { openWindow } from './oauth-routes.ts';
import { paginate } from './pagination.ts';
import { forget, keep, memberOf, membersOf, userOf, type World } from './world.ts';

/** Stated in the Atrium API documentation: the next one is refused with 405. */
const MEMBERS_PER_USER = 25;

/** `/users/:user/members`: create, list, read, update, delete, status, credentials. */
export function memberRoutes(world: World, origin: (url: string) => string): Hono {
  const { clock } = world;
  const reported = (member: Member) => memberToWire(member, reportedFacts(member, clock.now()));

  return new Hono()
    .get('/users/:user/members', (c) => {
      const members = membersOf(world, userOf(world, c.req.param('user')));
      return c.json(paginate('members', members.map(reported), c.req.query()));
    })
    .post('/users/:user/members', async (c) => {
      const user = userOf(world, c.req.param('user'));
      const body = await readObject(c.req.raw);
      if (membersOf(world, user).length >= MEMBERS_PER_USER) {
        refuse(405, `A user is limited to ${MEMBERS_PER_USER} members.`);
      }
      const request = parseCreate(body);
      const member = keep(world, createMember(world, user.guid, request));
      const uri = request.isOauth
        ? openWindow(world, member, request, origin(c.req.url))
        : undefined;
      return c.json({ member: memberToWire(member, member.facts, uri) });
    })
    .get('/users/:user/members/:member', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json({ member: reported(member) });
    })
    .put('/users/:user/members/:member', async (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      const request = parseUpdate(await readObject(c.req.raw), member.institution);
      const changed = keep(world, updateMember(world, member, request));
      return c.json({ member: memberToWire(changed, changed.facts) });
    })
    .delete('/users/:user/members/:member', (c) => {
      forget(world, memberOf(world, c.req.param('user'), c.req.param('member')));
      return c.body(null, 204);
    })
    .get('/users/:user/members/:member/status', (c) => {
      const member = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json({ member: statusToWire(member, reportedFacts(member, clock.now())) });
    })
    .get('/users/:user/members/:member/credentials', (c) => {
      const { institution } = memberOf(world, c.req.param('user'), c.req.param('member'));
      return c.json({ credentials: institution.fields });
    });
}

function createMember(world: World, userGuid: string, request: CreateRequest): Member {
  const { institution, credentials, isOauth, skipAggregation } = request;
  const key = loginKey(userGuid, institution, credentials);
  refuseTaken(world, userGuid, { key, identifier: request.identifier });
  const now = world.clock.now();
  const past = key === null ? undefined : world.past.get(key);
  const isRestored = past !== undefined && isWithinThrottle(past, institution.throttleMs, now);
  const member: Member = {
    guid: world.sequence.next('MBR'),
    userGuid,
    institution,
    identifier: request.identifier,
    metadata: request.metadata,
    name: request.name,
    isOauth,
    credentials,
    createdAt: now,
    attempts: 0,
    rounds: 0,
    facts: isRestored ? past : firstFacts(request, past, now),
    steps: [],
    late: null,
    balanceAskedAt: null,
  };
  const mayStart = credentials.length > 0 && !skipAggregation && !isRestored;
  return mayStart ? startJob(member, 'aggregate', now, world.timing) : member;
}

/** A login that comes back within the throttle window is not aggregated again: it is as it was. */
function isWithinThrottle(past: Facts, throttleMs: number, now: number): boolean {
  return (
    past.connectionStatus === 'CONNECTED' &&
    past.job === null &&
    past.successfullyAggregatedAt !== null &&
    now - past.successfullyAggregatedAt < throttleMs
  );
}

function firstFacts(
  { isOauth, credentials }: CreateRequest,
  past: Facts | undefined,
  now: number,
): Facts {
  if (isOauth) {
    return { ...NO_FACTS, ...restingAt('PENDING', now) };
  }
  return credentials.length === 0
    ? NO_FACTS
    : { ...NO_FACTS, connectionStatus: 'CREATED', aggregatedAt: past?.aggregatedAt ?? null };
}

function updateMember(world: World, member: Member, request: UpdateRequest): Member {
  const { institution, userGuid, guid } = member;
  const credentials = merge(member, request.credentials ?? []);
  refuseTaken(world, userGuid, {
    key: request.credentials ? loginKey(userGuid, institution, credentials) : null,
    identifier: request.identifier ?? null,
    except: guid,
  });
  const changed: Member = {
    ...member,
    credentials,
    identifier: request.identifier === undefined ? member.identifier : request.identifier,
    metadata: request.metadata === undefined ? member.metadata : request.metadata,
  };
  if (request.credentials === undefined || request.credentials.length === 0) {
    return changed;
  }
  if (request.skipAggregation) {
    const facts: Facts = { ...changed.facts, ...restingAt('UPDATED', world.clock.now()) };
    return { ...changed, facts, steps: [], late: null, attempts: 0 };
  }
  return startUpdate(changed, world.clock.now(), world.timing);
}

/** The credentials sent replace those of the same guid; the others stay. */
function merge({ credentials }: Member, sent: Member['credentials']): Member['credentials'] {
  return [...new Map([...credentials, ...sent].map((pair) => [pair.guid, pair])).values()];
}

interface Claim {
  readonly key: string | null;
  readonly identifier: string | null;
  /** The member that already has both. */
  readonly except?: string;
}

function refuseTaken(world: World, userGuid: string, { key, identifier, except }: Claim): void {
  const others = membersOf(world, userOf(world, userGuid)).filter(({ guid }) => guid !== except);
  if (
    key !== null &&
    others.some((each) => loginKey(userGuid, each.institution, each.credentials) === key)
  ) {
    refuse(409, 'A member with these credentials already exists for this user and institution.');
  }
  if (identifier !== null && others.some((each) => each.identifier === identifier)) {
    refuse(409, 'A member with this identifier already exists for this user.');
  }
}
