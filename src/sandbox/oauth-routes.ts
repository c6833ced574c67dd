import { Hono } from 'hono';
import type { Dialect } from './dialects/dialect.ts';
import { refuse } from './errors.ts';
import { booleanQuery } from './query.ts';
import { NO_FACTS } from './facts.ts';
import { finderOf } from './finder.ts';
import { doesSupport } from './institutions.ts';
import { restingAt } from './jobs.ts';
import { startAs } from './lifecycle.ts';
import { magicPassword, CONNECTS } from './magic-passwords.ts';
import { reportedFacts, type Member } from './member.ts';
import type { CreateRequest } from './member-requests.ts';
import {
  authorizePage,
  completionPage,
  deadEndPage,
  pageScript,
  pageStyles,
} from './oauth-pages.ts';
import {
  isOpen,
  OAUTH_ERROR_REASONS,
  returnUri,
  windowUri,
  type OAuthErrorReason,
  type OAuthResult,
  type OAuthWindow,
} from './oauth-windows.ts';
import { keep, membersOf, userOf, type World } from './world.ts';

/** Opens a page at the bank for this member, and says where it is. */
export function openWindow(
  world: World,
  member: Member,
  { referral, jobs }: Pick<CreateRequest, 'referral' | 'jobs'>,
  origin: string,
): string {
  const window: OAuthWindow = {
    state: world.sequence.token('oauth'),
    userGuid: member.userGuid,
    memberGuid: member.guid,
    referral,
    jobs,
    issuedAt: world.clock.now(),
    result: null,
  };
  world.oauthWindows.set(window.state, window);
  return windowUri(origin, window);
}

/** The API's side of OAuth: a new page for a member. */
export function oauthApiRoutes(
  world: World,
  dialect: Dialect,
  origin: (url: string) => string,
): Hono {
  const find = finderOf(world, dialect);
  return new Hono().get('/users/:user/members/:member/oauth_window_uri', (c) => {
    const member = find.member(c.req.param('user'), c.req.param('member'));
    if (!member.isOauth && !doesSupport(member.institution, 'o')) {
      refuse(400, 'Member cannot use OAuth');
    }
    const query = c.req.query();
    const referral = dialect.readReferral(query);
    const jobs = booleanQuery(query['skip_aggregation']) ? [] : (['aggregate'] as const);
    const told = {
      member,
      user: userOf(world, member.userGuid),
      facts: reportedFacts(member, world.clock.now()),
      windowUri: openWindow(world, member, { referral, jobs }, origin(c.req.url)),
    };
    return c.json({ member: dialect.oauthWindow(told) });
  });
}

/** No frame may hold these pages, as banks rule; and they need nothing from anywhere else. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
};

/** Cuts the tie to the window that opened the page, to which it then looks closed. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin' };

/** The bank's side of OAuth: the page where a person decides, and what they see afterwards. */
export function oauthPageRoutes(world: World): Hono {
  const pages = new Hono().basePath('/oauth');
  pages.use(async (c, next) => {
    await next();
    Object.entries(PAGE_HEADERS).forEach(([name, value]) => c.header(name, value));
  });
  return pages
    .get('/page.css', (c) => c.body(pageStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/page.js', (c) =>
      c.body(pageScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    )
    .get('/authorize', (c) => {
      const open = openPage(world, c.req.query('state'));
      return open === null
        ? c.html(deadEndPage, 410)
        : c.html(
            authorizePage(open.window, open.member, open.existing),
            200,
            open.member.institution.isolatesWindow ? ISOLATED : {},
          );
    })
    .post('/authorize', async (c) => {
      const form = await c.req.parseBody();
      const open = openPage(world, text(form, 'state'));
      if (open === null) {
        return c.html(deadEndPage, 410);
      }
      const result = decide(world, open, form);
      world.oauthWindows.set(open.window.state, { ...open.window, result });
      return c.redirect(
        returnUri(open.window.referral, result, text(form, 'escape') === 'html') ??
          `/oauth/redirect_from?state=${open.window.state}`,
        303,
      );
    })
    .get('/redirect_from', (c) => {
      const result = world.oauthWindows.get(c.req.query('state') ?? '')?.result ?? null;
      return result === null ? c.html(deadEndPage, 410) : c.html(completionPage(result));
    });
}

interface OpenPage {
  readonly window: OAuthWindow;
  readonly member: Member;
  /** Another connection that the same person already has here. */
  readonly existing: Member | null;
}

function openPage(world: World, state: string | undefined): OpenPage | null {
  const window = world.oauthWindows.get(state ?? '');
  const user = world.users.get(window?.userGuid ?? '');
  if (window === undefined || user === undefined || !isOpen(window, world.clock.now())) {
    return null;
  }
  const members = membersOf(world, user);
  const member = members.find(({ guid }) => guid === window.memberGuid);
  const existing = members.find(
    (other) =>
      other !== member &&
      other.isOauth &&
      other.institution === member?.institution &&
      other.facts.connectionStatus !== 'PENDING',
  );
  return member === undefined ? null : { window, member, existing: existing ?? null };
}

function decide(world: World, { window, member, existing }: OpenPage, form: Form): OAuthResult {
  if (text(form, 'decision') !== 'authorize') {
    return { kind: 'error', memberGuid: member.guid, reason: reasonOf(text(form, 'error_reason')) };
  }
  // The same login connected again updates the member that has it; the new one is left to expire.
  const connected = text(form, 'login') === 'another' ? member : (existing ?? member);
  const now = world.clock.now();
  const facts =
    connected.facts.connectionStatus === 'PENDING'
      ? { ...NO_FACTS, ...restingAt('CREATED', now) }
      : connected.facts;
  const authorised: Member = { ...connected, isOauth: true, facts };
  const outcome = magicPassword(`status:${text(form, 'connection_status')}`)?.outcome ?? CONNECTS;
  const started = startAs(authorised, window.jobs, outcome, now, world.timing);
  keep(
    world,
    window.jobs.length === 0 ? authorised : { ...started, late: lateAs(connected, started) },
  );
  return { kind: 'success', memberGuid: connected.guid };
}

/** Reporting late, the API still says what was before the person came: PENDING, as a rule. */
function lateAs({ facts }: Member, { late }: Member): Member['late'] {
  return late && { ...late, facts: { ...facts, job: late.facts.job } };
}

function reasonOf(raw: string): OAuthErrorReason {
  return OAUTH_ERROR_REASONS.find((reason) => reason === raw) ?? 'DENIED';
}

/** What came for a form: text, if it came from ours. */
type Form = Readonly<Record<string, unknown>>;

function text(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}
