import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/domain/format.ts';
import { institutionHost, institutionInitials } from '../../src/domain/institution.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';

describe('the message of a status', () => {
  it('names the institution', () => {
    expect(statusMessage('CREATED', { institutionName: 'MX Bank' })).toBe(
      'Connecting to MX Bank ...',
    );
  });

  it.each([undefined, null, ''])('stays a sentence when the name is %j', (institutionName) => {
    expect(statusMessage('CHALLENGED', { institutionName })).toBe(
      'To authenticate your connection to your institution, please answer the following challenge(s).',
    );
  });

  it.each([null, 'PENDING', 21] as const)('is nothing for %j', (status) => {
    expect(statusMessage(status)).toBe(null);
  });

  it('of an unknown status promises nothing', () => {
    const message = statusMessage('TELEPORTED', { institutionName: 'MX Bank' });
    expect(message).toBe(
      'We cannot tell how your connection to MX Bank is doing. Please try again later.',
    );
  });

  it('speaks the words of a catalog, and English where that is silent', () => {
    const messages = {
      'status.CREATED': 'Connexion à {institution}…',
      'institution.unnamed': 'votre banque',
    } as const;
    expect(statusMessage('CREATED', { messages })).toBe('Connexion à votre banque…');
    expect(statusMessage('UPDATED', { messages, institutionName: 'MX' })).toBe(
      'Connecting to MX ...',
    );
  });

  it('takes a name as it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (institutionName) => {
        expect(statusMessage(0, { institutionName })).toBe(`Connecting to ${institutionName} ...`);
      }),
      { examples: [['{institution}'], ['$&'], ['{__proto__}']] },
    );
  });

  it('leaves no placeholder behind', () => {
    for (const status of [...CONNECTION_STATUSES, 'UNKNOWN']) {
      expect(statusMessage(status) ?? '').not.toMatch(/[{}]|\[\.\.\.\]/);
    }
  });
});

describe('a template', () => {
  it.each([
    ['{count} of {total}', { count: 0, total: 25 }, '0 of 25'],
    ['{a}{a}', { a: 'x' }, 'xx'],
    ['{missing}', {}, '{missing}'],
    ['{toString} { a } {}', { a: 1 }, '{toString} { a } {}'],
    ['{a}', { a: '{b}', b: 'never' }, '{b}'],
  ])('%j with %j', (template, values, expected) => {
    expect(format(template, values)).toBe(expected);
  });
});

describe('what stands in for a logo', () => {
  it.each([
    ['MX Bank', 'MB'],
    ['Bank of America', 'BA'],
    ['chase', 'C'],
    ['Caisse d’Épargne', 'CD'],
    ['MX Bank (OAuth)', 'MO'],
    ['1st Source', '1S'],
    ['  — ', ''],
    ['', ''],
    ['𝒳 bank', '𝒳B'],
  ])('%j is %j', (name, initials) => {
    expect(institutionInitials(name)).toBe(initials);
  });

  it.each([
    ['https://www.mx.com/', 'mx.com'],
    ['https://bank.example:8443/login', 'bank.example:8443'],
    [null, null],
  ])('the host of %s is %s', (url, host) => {
    expect(institutionHost({ url })).toBe(host);
  });
});
