import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Sessions } from './session.ts';

/** Where browsers report what a page tried and its policy forbade. */
export const POLICY_REPORTS_PATH = '/policy-reports';

const MAX_BYTES = 16 * 1_024;
const MAX_KEPT = 1_000;

interface Kept {
  readonly person: string;
  readonly report: unknown;
}

/**
 * Keeps the last reports in memory, and shows each person those of their own pages. They come by
 * `report-uri`, at once and from every browser; by `report-to` they may take a minute.
 */
export function policyReports({ userOf }: Sessions): Hono {
  const personOf = async (request: Request): Promise<string> =>
    JSON.stringify(await userOf(request));
  const kept: Kept[] = [];
  return new Hono()
    .post('/', bodyLimit({ maxSize: MAX_BYTES }), async (context) => {
      const report: unknown = await context.req.json().catch(() => null);
      kept.push({ person: await personOf(context.req.raw), report });
      if (kept.length > MAX_KEPT) kept.shift();
      return context.body(null, 204);
    })
    .get('/', async (context) => {
      const person = await personOf(context.req.raw);
      return context.json(
        kept.filter((each) => each.person === person).map(({ report }) => report),
      );
    });
}
