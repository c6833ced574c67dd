import { Hono } from 'hono';
import { pairsField, readObject, rooted } from './body.ts';
import type { Dialect } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import { JOB_KINDS, type Facts, type JobKind } from './facts.ts';
import { finderOf } from './finder.ts';
import { resume, startJob, wouldStart } from './lifecycle.ts';
import { reportedFacts, type Member } from './member.ts';
import { outcomeOfAnswers } from './outcomes.ts';
import { canDo } from './products.ts';
import { keep, userOf, type World } from './world.ts';

/** A member's balances are read at most once in this long; the next request is refused with 429. */
const BALANCE_EVERY_MS = 2 * 60 * 60 * 1000;

/** The jobs of a member, the questions that come up in them, and the answers. */
export function jobRoutes(
  world: World,
  dialect: Dialect,
  disabledFeatures: ReadonlySet<JobKind>,
): Hono {
  const { clock, timing } = world;
  const find = finderOf(world, dialect);
  const told = (member: Member, facts: Facts) => ({
    member: dialect.member({ member, user: userOf(world, member.userGuid), facts }),
  });

  const routes = new Hono()
    .get('/users/:user/members/:member/challenges', (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      const { connectionStatus, challenges } = reportedFacts(member, clock.now());
      return connectionStatus === 'CHALLENGED'
        ? c.json(dialect.challenges(challenges, c.req.query()))
        : c.body(null, 204);
    })
    .put('/users/:user/members/:member/resume', async (c) => {
      const member = find.member(c.req.param('user'), c.req.param('member'));
      if (member.facts.connectionStatus !== 'CHALLENGED') {
        refuse(405, 'Only a member that is CHALLENGED can be resumed.');
      }
      const answers = pairsField(rooted(await readObject(c.req.raw), 'member'), 'challenges') ?? [];
      refuseOtherChallenges(
        member,
        answers.map(({ guid }) => guid),
      );
      const outcome = outcomeOfAnswers(member.facts.challenges, answers);
      const resumed = keep(world, resume(member, outcome, clock.now(), timing));
      return c.json(told(resumed, resumed.facts), 202);
    });

  for (const kind of JOB_KINDS) {
    const { segment, status } = dialect.jobs[kind];
    routes.post(`/users/:user/members/:member/${segment}`, (c) => {
      const member = find.member(c.req.param('user') ?? '', c.req.param('member') ?? '');
      refuseJob(member, kind, disabledFeatures);
      if (member.facts.job !== null) {
        return c.json(told(member, reportedFacts(member, clock.now())), 202);
      }
      const asked = keep(world, ask(world, member, kind));
      return c.json(told(asked, asked.facts), status);
    });
  }
  return routes;
}

/** Starts the job, or says nothing and does nothing, as the API does within the throttle window. */
function ask({ clock, timing }: World, member: Member, kind: JobKind): Member {
  const now = clock.now();
  if (kind === 'balance') {
    refuseHastyBalance(member, now);
  }
  const asked = kind === 'balance' ? { ...member, balanceAskedAt: now } : member;
  return wouldStart(asked, kind, now) ? startJob(asked, [kind], now, timing) : asked;
}

function refuseJob(
  { facts, institution }: Member,
  kind: JobKind,
  disabledFeatures: ReadonlySet<JobKind>,
): void {
  if (disabledFeatures.has(kind)) {
    refuse(403, `The feature "${kind}" is not enabled for this client.`);
  }
  if (!canDo(institution, kind)) {
    refuse(400, `The institution does not support "${kind}".`);
  }
  if (facts.job !== null && !facts.job.kinds.includes(kind)) {
    refuse(409, 'Another job is running on this member.');
  }
}

function refuseHastyBalance({ balanceAskedAt }: Member, now: number): void {
  if (balanceAskedAt !== null && now - balanceAskedAt < BALANCE_EVERY_MS) {
    refuse(429, 'Balances can be read once every two hours.');
  }
}

function refuseOtherChallenges({ facts }: Member, answered: readonly string[]): void {
  const asked = new Set(facts.challenges.map(({ guid }) => guid));
  if (answered.some((guid) => !asked.has(guid))) {
    refuse(400, 'A challenge guid does not belong to the current challenges of this member.');
  }
  if (new Set(answered).size < asked.size) {
    refuse(400, 'Every challenge needs an answer.');
  }
}
