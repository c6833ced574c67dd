import { manyIn, oneIn, pageIn } from './answers.ts';
import type { Ask } from './ask.ts';
import type { AtriumClient } from './client.ts';
import { parseCredential } from './parse-credential.ts';
import { parseInstitution } from './parse-institution.ts';

type InstitutionReads = Pick<
  AtriumClient,
  'listInstitutions' | 'readInstitution' | 'listInstitutionCredentials'
>;

export const institutionReads = (ask: Ask): InstitutionReads => ({
  listInstitutions: ({ name, page, perPage }, options) =>
    ask.one(
      {
        verb: 'listInstitutions',
        path: ['institutions'],
        query: { name, page, records_per_page: perPage },
      },
      pageIn('institutions', parseInstitution),
      options,
    ),

  readInstitution: (code, options) =>
    ask.one(
      { verb: 'readInstitution', path: ['institutions', code] },
      oneIn('institution', parseInstitution),
      options,
    ),

  listInstitutionCredentials: (code, options) =>
    ask.one(
      { verb: 'listInstitutionCredentials', path: ['institutions', code, 'credentials'] },
      manyIn('credentials', parseCredential),
      options,
    ),
});
