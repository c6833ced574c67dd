import react from '@vitejs/plugin-react';
import { createAtriumProxy, toNodeListener } from 'react-atrium-connect/server';
import { defineConfig, type Connect } from 'vite';

const mx = {
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  baseUrl: process.env['ATRIUM_BASE_URL'] ?? 'http://localhost:4010',
};

/** Who is signed in, as the host's own cookie says. */
const personOf = (request: Request): string | undefined =>
  /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];

const personal = createAtriumProxy({
  ...mx,
  basePath: '/api/personal',
  resolveUser: (request) => {
    const person = personOf(request);
    return person === undefined ? null : { identifier: `${person}-at-home` };
  },
});

const business = createAtriumProxy({
  ...mx,
  api: 'platform',
  basePath: '/api/business',
  resolveUser: (request) => {
    const person = personOf(request);
    return person === undefined ? null : { identifier: `${person}-at-work` };
  },
});

const mount = (server: Connect.Server): void => {
  server.use('/api/personal', toNodeListener(personal));
  server.use('/api/business', toNodeListener(business));
};

export default defineConfig({
  plugins: [react(), { name: 'atrium', configureServer: ({ middlewares }) => mount(middlewares) }],
});
