import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOauthMessage } from '../../src/api/parse-oauth-message.ts';
import { isMemberGuid } from '../../src/domain/member.ts';
import { OAUTH_ERROR_REASONS } from '../../src/domain/oauth.ts';
import { GUID } from './support.ts';

describe('what the completion page says', () => {
  const success = { mx: true, type: 'oauthComplete/success', metadata: { member_guid: GUID } };
  const error = (reason: unknown) => ({
    mx: true,
    type: 'oauthComplete/error',
    metadata: { member_guid: GUID, error_reason: reason },
  });

  it('is heard as an object and as text', () => {
    const expected = { kind: 'success', memberGuid: GUID };
    expect(parseOauthMessage(success)).toEqual(expected);
    expect(parseOauthMessage(JSON.stringify(success))).toEqual(expected);
  });

  it.each(OAUTH_ERROR_REASONS)('tells that it failed with %s', (problem) => {
    expect(parseOauthMessage(error(problem))).toEqual({ kind: 'error', memberGuid: GUID, problem });
  });

  it.each(['TELEPORTED', 'denied', 3, null, undefined])(
    'tells that it failed for a reason we do not know: %j',
    (reason) => {
      expect(parseOauthMessage(error(reason))).toMatchObject({ problem: 'UNKNOWN' });
    },
  );

  it.each(['../x', 'MBR-', 'USR-1', 5, null])('names no member when it says %j', (guid) => {
    const message = { ...success, metadata: { member_guid: guid } };
    expect(parseOauthMessage(message)).toEqual({ kind: 'success', memberGuid: null });
    expect(isMemberGuid(guid)).toBe(false);
  });

  it.each([
    { ...success, mx: 'true' },
    { type: 'oauthComplete/success' },
    { ...success, type: 'mx/connect/loaded' },
    'oauthComplete/success',
    '{',
    '',
    null,
    [],
    5,
  ])('is not heard in %j', (data) => {
    expect(parseOauthMessage(data)).toBe(null);
  });

  it('is a success only by its own word', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseOauthMessage(data)).toBe(null);
      }),
    );
  });
});
