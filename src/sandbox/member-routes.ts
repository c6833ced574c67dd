import { Hono } from 'hono';
import { readObject } from './body.ts';
import type { AppOptions } from './app.ts';
import type { Dialect } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import { NO_FACTS, type Facts, type JobKind } from './facts.ts';
import { finderOf } from './finder.ts';
import { restingAt } from './jobs.ts';
import { startJob, startUpdate } from './lifecycle.ts';
import { loginKey, reportedFacts, type Member } from './member.ts';
import type { CreateRequest, UpdateRequest } from './member-requests.ts';
import { openWindow } from './oauth-routes.ts';
import { paginate } from './pagination.ts';
import { canDo } from './products.ts';
import { forget, keepAs, membersOf, userOf, type User, type World } from './world.ts';

/** Stated in the Atrium API documentation: the next one is refused with 405. */
const MEMBERS_PER_USER = 25;

/** `/users/:user/members`: create, list, read, update, delete, status, credentials. */
export function memberRoutes(
  world: World,
  dialect: Dialect,
  { disabledFeatures, origin }: Pick<AppOptions, 'disabledFeatures' | 'origin'>,
): Hono {
  const { clock } = world;
  const find = finderOf(world, dialect);
  const told = (member: Member, facts: Facts) => ({
    member,
    user: userOf(world, member.userGuid),
    facts,
  });
  const reported = (member: Member) => told(member, reportedFacts(member, clock.now()));

  return new Hono()
    .get('/users/:user/members', (c) => {
      const members = membersOf(world, find.user(c.req.param('user')));
      const entries = members.map((member) => dialect.member(reported(member)));
      return c.json(paginate('members', entries, c.req.query(), dialect.mostPerPage.others));
    })
    .post('/users/:user/members', async (c) => {
      const user = find.user(c.req.param('user'));
      const body = await readObject(c.req.raw);
      if (connectionsOf(world, user).length >= MEMBERS_PER_USER) {
        refuse(405, `A user is limited to ${MEMBERS_PER_USER} members.`);
      }
      const asked = dialect.readCreate(body);
      const refused = refusedJobs(asked, disabledFeatures);
      const request = { ...asked, jobs: asked.jobs.filter((kind) => !refused.includes(kind)) };
      const member = keepAs(world, 'created', createMember(world, user.guid, request));
      const { status, member: answer } = dialect.created({
        ...told(member, member.facts),
        isJobAsked: isJobAsked(request),
        refused,
        ...(request.isOauth && {
          windowUri: openWindow(world, member, request, origin(c.req.url)),
        }),
      });
      return c.json({ member: answer }, status);
    })
    .get('/users/:user/members/:member', (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      return c.json({ member: dialect.member(reported(member)) });
    })
    .put('/users/:user/members/:member', async (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      const request = dialect.readUpdate(await readObject(c.req.raw), member.institution);
      const changed = keepAs(world, 'updated', updateMember(world, member, request));
      return c.json({ member: dialect.member(told(changed, changed.facts)) });
    })
    .delete('/users/:user/members/:member', (c) => {
      forget(world, find.member(c.req.param('user'), c.req.param('member')));
      return c.body(null, 204);
    })
    .get('/users/:user/members/:member/status', (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      return c.json({ member: dialect.memberStatus(reported(member)) });
    })
    .get('/users/:user/members/:member/credentials', (c) => {
      const { institution } = find.member(c.req.param('user'), c.req.param('member'));
      return c.json(dialect.credentials(institution.fields, c.req.query()));
    });
}

/** What counts against the limit: the member that MX makes for manual accounts does not. */
function connectionsOf(world: World, user: User): readonly Member[] {
  return membersOf(world, user).filter(({ isManual }) => !isManual);
}

/** What an order asks for beyond the standard aggregation, and cannot have. */
function refusedJobs(
  { institution, jobs }: CreateRequest,
  disabledFeatures: ReadonlySet<JobKind>,
): readonly JobKind[] {
  return jobs.filter(
    (kind) => kind !== 'aggregate' && (!canDo(institution, kind) || disabledFeatures.has(kind)),
  );
}

/** A member that uses OAuth is not aggregated before its person has come back. */
function isJobAsked({ jobs, credentials }: CreateRequest): boolean {
  return jobs.length > 0 && credentials.length > 0;
}

function createMember(world: World, userGuid: string, request: CreateRequest): Member {
  const { institution, credentials, isOauth, jobs } = request;
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
    isBackgroundDisabled: request.isBackgroundDisabled,
    isManual: false,
    credentials,
    createdAt: now,
    attempts: 0,
    rounds: 0,
    facts: isRestored ? past : firstFacts(request, past, now),
    steps: [],
    late: null,
    balanceAskedAt: null,
  };
  return isJobAsked(request) && !isRestored ? startJob(member, jobs, now, world.timing) : member;
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
    isBackgroundDisabled: request.isBackgroundDisabled ?? member.isBackgroundDisabled,
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
