import { describe, expect, it } from 'vitest';
import { APIS, browser, harness, json, member, MEMBER, USER } from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

const UPSTREAM_WORDS = 'Secret words of MX about USR-1';

const ask = async (
  answer: () => Response,
  [method, path, body]: [string, string, unknown?] = ['GET', `/members/${MEMBER}`],
  allow = {},
  api: AtriumApi = { api: 'atrium' },
): Promise<{ status: number; headers: Headers; text: string; body: unknown }> => {
  const { proxy } = harness(answer, { ...api, allow });
  const response = await proxy(browser(method, path, { body }));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  };
};

const CREATE: [string, string, unknown] = [
  'POST',
  '/members',
  { member: { institution_code: 'mxbank' } },
];
const RESUME: [string, string, unknown] = [
  'PUT',
  `/members/${MEMBER}/resume`,
  { member: { challenges: [{ guid: 'CRD-1ec152cd-e628-e81a-e852-d1e7104624da', value: 'x' }] } },
];

const accepted = (): Response => json({ member: {} }, { status: 202 });
const empty = (): Response => new Response(null, { status: 204 });
const conflict = (body: unknown) => (): Response => json(body, { status: 409 });

describe('an answer', () => {
  it('keeps 202 as 202, and an empty answer as 204', async () => {
    expect(await ask(() => member(), CREATE)).toMatchObject({ status: 200 });
    expect(await ask(accepted, ['POST', `/members/${MEMBER}/aggregate`])).toMatchObject({
      status: 202,
    });
    const none = { status: 204, body: null };
    expect(await ask(empty, ['GET', `/members/${MEMBER}/challenges`])).toMatchObject(none);
    expect(await ask(empty, ['DELETE', `/members/${MEMBER}`])).toMatchObject(none);
    expect(await ask(() => new Response('', { status: 202 }), RESUME)).toMatchObject(none);
    expect(await ask(() => new Response(null), RESUME)).toMatchObject(none);
    const { headers } = await ask(empty, ['DELETE', `/members/${MEMBER}`]);
    expect(headers.get('content-type')).toBeNull();
  });

  it('is whole, wherever it was cut on its way', async () => {
    const bytes = new TextEncoder().encode('{"member":{"name":"Crédit 銀行"}}');
    const byByte = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { body } = await ask(() => new Response(byByte));
    expect(body).toEqual({ member: { name: 'Crédit 銀行' } });
  });

  it('is never cached or sniffed, and carries an id of its own', async () => {
    const upstreamHeaders = {
      'x-request-id': 'mx-1',
      'set-cookie': 'a=b',
      etag: 'x',
      server: 'MX',
    };
    const answers = [
      await ask(() => json({ member: {} }, { headers: upstreamHeaders })),
      await ask(() => json({}, { status: 404, headers: upstreamHeaders })),
    ];
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toEqual({
        'cache-control': 'no-store',
        'content-type': 'application/json; charset=utf-8',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      });
    }
    expect(answers[0]?.headers.get('x-request-id')).not.toBe(
      answers[1]?.headers.get('x-request-id'),
    );
  });
});

describe.each(APIS)('a refusal by %s', (_name, api) => {
  it.each<[string, number, [string, string, unknown?], number, string]>([
    ['a bad request', 400, CREATE, 400, 'invalid'],
    ['a wrong key', 401, ['GET', '/members'], 502, 'server'],
    ['an address not allowed', 403, ['GET', '/members'], 502, 'server'],
    ['a product not bought', 403, ['POST', `/members/${MEMBER}/verify`], 403, 'forbidden'],
    ["another person's member", 404, ['GET', `/members/${MEMBER}`], 404, 'not-found'],
    ['a 26th member', 405, CREATE, 405, 'member-limit'],
    ['an answer to no question', 405, RESUME, 409, 'conflict'],
    ['a 405 that means nothing', 405, ['GET', '/members'], 502, 'server'],
    ['an API version not known', 406, ['GET', '/members'], 502, 'server'],
    [
      'a job of another kind running',
      409,
      ['POST', `/members/${MEMBER}/aggregate`],
      409,
      'conflict',
    ],
    ['data that cannot be processed', 422, CREATE, 422, 'invalid'],
    ['too many requests', 429, ['GET', '/members'], 429, 'throttled'],
    ['a broken Atrium', 500, ['GET', '/members'], 502, 'server'],
    ['an Atrium that is away', 503, ['GET', '/members'], 502, 'server'],
    ['a status from the future', 599, CREATE, 502, 'server'],
  ])('of %s (%i) is told in our own words', async (_what, upstreamStatus, route, status, kind) => {
    const answer = await ask(
      () => json({ error: { message: UPSTREAM_WORDS } }, { status: upstreamStatus }),
      route,
      { verification: true },
      api,
    );
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: { kind, message: expect.stringMatching(/^[A-Z].+\.$/) as string },
    });
    expect(answer.text).not.toContain('Secret words');
  });

  it.each([
    ['an error page', '<html>Bad gateway</html>'],
    ['cut-off JSON', '{"member":{"guid":"MBR'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another resource', '{"user":{}}'],
    ['an empty wrapper', '{"member":null}'],
  ])('is told when Atrium answers 200 with %s', async (_what, text) => {
    const answer = await ask(() => new Response(text), undefined, {}, api);
    expect(answer).toMatchObject({ status: 502, body: { error: { kind: 'server' } } });
  });

  it.each<[string | null, string | null]>([
    ['30', '30'],
    ['Wed, 21 Oct 2026 07:28:30 GMT', '30'],
    ['Wed, 21 Oct 2026 07:27:00 GMT', '0'],
    ['soon; see https://mx.com', null],
    ['not before 30', null],
    [null, null],
  ])('passes Retry-After %s on as %s', async (sent, passed) => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    const headers = { date, ...(sent !== null && { 'retry-after': sent }) };
    const answer = await ask(() => json({}, { status: 429, headers }), undefined, {}, api);
    expect(answer.headers.get('retry-after')).toBe(passed);
  });

  it('names the member that a duplicate would repeat, when Atrium does', async () => {
    const named = { error: { kind: 'conflict', member_guid: MEMBER } };
    expect((await ask(conflict({ guid: MEMBER }), CREATE, {}, api)).body).toMatchObject(named);
    for (const under of ['member', 'error']) {
      const answer = await ask(conflict({ [under]: { guid: MEMBER } }), CREATE, {}, api);
      expect(answer.body).toMatchObject(named);
    }

    const strange = [{ guid: USER }, { guid: '<script>' }, { guid: 7 }, [], 'x', null];
    for (const body of strange) {
      expect(Object.keys(errorOf(await ask(conflict(body), CREATE, {}, api)))).toEqual([
        'kind',
        'message',
      ]);
    }
  });
});

const errorOf = ({ body }: { body: unknown }): object => (body as { error: object }).error;
