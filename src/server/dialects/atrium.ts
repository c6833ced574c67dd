import { isJsonObject } from '../json.ts';
import type { Dialect } from './dialect.ts';
import { withReadableError } from './member-error.ts';
import { rewordAll } from './reword.ts';

/** Lists that come whole. */
const UNPAGED = /\/(credentials|challenges)$/;
const PAGING = ['page', 'records_per_page'];

const words = new Map([
  ['member', withReadableError],
  ['members', withReadableError],
]);

/** Atrium, whose words are the server's own. */
export const atrium: Dialect = {
  hosts: { development: 'https://vestibule.mx.com', production: 'https://atrium.mx.com' },
  headers: ({ apiKey, clientId }) => ({
    'MX-API-Key': apiKey,
    'MX-Client-ID': clientId,
    Accept: 'application/vnd.mx.atrium.v1+json',
  }),
  request: (call) => {
    if (call.query === undefined) return call;
    // It cannot look a user up by identifier either.
    const unknown = UNPAGED.test(call.path) ? [...PAGING, 'identifier'] : ['identifier'];
    const known = [...call.query].filter(([name]) => !unknown.includes(name));
    return { ...call, query: new URLSearchParams(known) };
  },
  answer: (body) => (isJsonObject(body) ? rewordAll(body, words) : body),
  manualAccounts: false,
  lacksError: () => false,
};
