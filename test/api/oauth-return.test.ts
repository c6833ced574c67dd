import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOauthReturn } from '../../src/api/parse-oauth-return.ts';
import { OAUTH_ERROR_REASONS } from '../../src/domain/oauth.ts';
import { GUID } from './support.ts';

const PAGE = 'https://app.example/banks/return';
const returned = (query: string) => parseOauthReturn(`${PAGE}?${query}`);
const SUCCESS = { kind: 'success', memberGuid: GUID };
const DENIED = { kind: 'error', memberGuid: GUID, problem: 'DENIED' };

describe('the address that MX sends people back to', () => {
  it.each([
    ['status', `status=success&member_guid=${GUID}`, SUCCESS],
    ['a status in capitals', `status=SUCCESS&member_guid=${GUID}`, SUCCESS],
    ['a reason', `status=error&member_guid=${GUID}&error_reason=DENIED`, DENIED],
    ['a reason in small letters', `status=Error&member_guid=${GUID}&error_reason=denied`, DENIED],
    ['what was escaped as HTML', `status=success&amp;member_guid=${GUID}`, SUCCESS],
    [
      'what was escaped twice',
      `status=error&amp;amp;member_guid=${GUID}&amp;amp;error_reason=DENIED`,
      DENIED,
    ],
    [
      'what follows a query of the host’s',
      `status=open&a=1&status=success&member_guid=${GUID}`,
      SUCCESS,
    ],
    [
      'a failure without a member',
      'status=error&error_reason=DENIED',
      { ...DENIED, memberGuid: null },
    ],
  ])('is read with %s', (_what, query, expected) => {
    expect(returned(query)).toEqual(expected);
  });

  it.each(OAUTH_ERROR_REASONS)('tells the reason %s', (problem) => {
    const query = `status=error&member_guid=${GUID}&error_reason=${problem}`;
    expect(returned(query)).toEqual({ ...DENIED, problem });
  });

  it.each(['TELEPORTED', '', '<b>'])('stays a failure with the reason %j', (reason) => {
    const query = `status=error&member_guid=${GUID}&error_reason=${reason}`;
    expect(returned(query)).toEqual({ ...DENIED, problem: 'UNKNOWN' });
  });

  it.each([
    '',
    `member_guid=${GUID}`,
    'status=success',
    'status=success&member_guid=../../users',
    'status=error',
    `status=maybe&member_guid=${GUID}`,
    `status=&member_guid=${GUID}&error_reason=DENIED`,
  ])('is not %j', (query) => {
    expect(returned(query)).toBe(null);
  });

  it('is nothing that cannot be an address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseOauthReturn(text)).toBe(null);
      }),
    );
  });
});
