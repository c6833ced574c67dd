import { createAtriumProxy } from 'react-atrium-connect/server';

/** Who is signed in, as the host's own cookie says. */
const personOf = (request: Request): string | undefined =>
  /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];

export const atrium = createAtriumProxy({
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  baseUrl: process.env['ATRIUM_BASE_URL'] ?? 'http://localhost:4010',
  resolveUser: (request) => {
    const person = personOf(request);
    return person === undefined ? null : { identifier: person };
  },
});
