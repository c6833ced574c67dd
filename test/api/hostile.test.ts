import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AtriumError } from '../../src/domain/errors.ts';
import { CONNECTION_STATUSES, isConnectionStatus } from '../../src/domain/status.ts';
import { GUID, harness, rejection, VERB_NAMES, VERBS } from './support.ts';

const WORDS = [
  'member', 'members', 'institution', 'institutions', 'credentials', 'challenges', 'accounts',
  'pagination', 'total_pages', 'current_page', 'guid', 'code', 'name', 'url', 'type', 'field_type',
  'options', 'image_options', 'image_data', 'data_uri', 'label', 'value', 'display_order',
  'connection_status', 'status', 'aggregated_at', 'oauth_window_uri', 'account_number', 'error',
  'member_guid', '__proto__', 'constructor',
]; // prettier-ignore

const VALUES = [
  'CONNECTED', 'CHALLENGED', 'OPTIONS', 'IMAGE_OPTIONS', 'IMAGE_DATA', 'COMPLETED', 'javascript:',
  '2016-10-13T18:07:57Z', '9999-12-31T23:59:59-14:00', GUID, 'https://bank.example', 1e308, -1, 6,
]; // prettier-ignore

/** JSON that looks enough like an answer to get past the first check. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('list'), tie('object')),
  leaf: fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 1 })),
  list: fc.array(tie('anything'), { maxLength: 4 }),
  object: fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 5 })),
    tie('anything'),
    { maxKeys: 8 },
  ),
}));

const wrapped = fc
  .tuple(fc.constantFrom(...WORDS.slice(0, 7)), anything, anything)
  .map(([key, one, more]) => ({ [key]: one, pagination: more }));

const body = fc.oneof(anything, wrapped).map((value) => JSON.stringify(value) ?? '');

const isStatusId = (raw: unknown) => typeof raw === 'number' && raw in CONNECTION_STATUSES;

describe('whatever the server answers', () => {
  it('the client resolves, or rejects with an AtriumError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...VERB_NAMES), body, async (verb, text) => {
        const { client } = harness(() => new Response(text));
        await VERBS[verb](client).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AtriumError);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a status that is not a known word or number is never one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (raw) => {
        fc.pre(raw !== null && !isConnectionStatus(raw) && !isStatusId(raw));
        const { client } = harness(
          () => new Response(JSON.stringify({ member: { guid: GUID, connection_status: raw } })),
        );
        const { connectionStatus } = await client.readMemberStatus(GUID);
        expect(connectionStatus).toBe('UNKNOWN');
      }),
    );
  });

  it('a refusal is never a success', async () => {
    const refusal = fc.oneof(
      fc.integer({ min: 300, max: 399 }),
      fc.integer({ min: 400, max: 599 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...VERB_NAMES), refusal, body, async (verb, code, text) => {
        fc.pre(!(code === 409 && verb === 'aggregateMember'));
        const { client } = harness(
          () => new Response(code === 304 ? null : text, { status: code }),
        );
        expect(await rejection(VERBS[verb](client))).toBeInstanceOf(AtriumError);
      }),
      { numRuns: 300 },
    );
  });
});

/** Everything that a log or an error reporter could show of an error. */
function everythingIn(error: unknown, seen = new Set<unknown>()): string {
  if (typeof error !== 'object' || error === null || seen.has(error)) {
    return String(error);
  }
  seen.add(error);
  return Reflect.ownKeys(error)
    .map((key) => `${String(key)}: ${everythingIn(Reflect.get(error, key), seen)}`)
    .join('\n');
}

describe('what a person typed stays in the request', () => {
  const SECRET = 'correct horse battery staple';
  const secrets = [{ guid: 'CRD-1', value: SECRET }];

  const echo = (code: number) => () =>
    new Response(JSON.stringify({ error: { message: SECRET, member_guid: SECRET } }), {
      status: code,
      statusText: SECRET,
      headers: { 'retry-after': SECRET, location: `/${SECRET}` },
    });

  it.each([
    ...[200, 302, 400, 401, 405, 409, 422, 429, 500, 503].map(
      (code) => [`a ${code} that quotes it`, echo(code)] as const,
    ),
    ['a page that quotes it', () => new Response(`<p>${SECRET}`)] as const,
    ['a network error that quotes it', () => Promise.reject(new Error(SECRET))] as const,
  ])('after %s', async (_name, answer) => {
    const { client, sent } = harness(answer);
    const errors = [
      await rejection(client.createMember({ institutionCode: 'mxbank', credentials: secrets })),
      await rejection(client.updateMember(GUID, { credentials: secrets })),
      await rejection(client.resumeMember(GUID, secrets)),
    ];
    for (const error of errors) {
      expect(everythingIn(error)).toMatch(/AtriumError/);
      expect(`${everythingIn(error)}${JSON.stringify(error)}`).not.toContain(SECRET);
    }
    expect(sent.map(({ url }) => decodeURIComponent(url)).join()).not.toContain(SECRET);
    expect(JSON.stringify(sent[0]?.body)).toContain(SECRET);
  });
});
