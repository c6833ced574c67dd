import react from '@vitejs/plugin-react';
import { createAtriumProxy, toNodeListener } from 'react-atrium-connect/server';
import { defineConfig } from 'vite';

/** Who is signed in, as the host's own cookie says. */
const personOf = (request: Request): string | undefined =>
  /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];

const atrium = toNodeListener(
  createAtriumProxy({
    apiKey: process.env['ATRIUM_API_KEY'],
    clientId: process.env['ATRIUM_CLIENT_ID'],
    baseUrl: process.env['ATRIUM_BASE_URL'] ?? 'http://localhost:4010',
    resolveUser: (request) => {
      const person = personOf(request);
      return person === undefined ? null : { identifier: person };
    },
  }),
);

export default defineConfig({
  plugins: [
    react(),
    {
      name: 'atrium',
      configureServer: ({ middlewares }) => void middlewares.use('/api/atrium', atrium),
      configurePreviewServer: ({ middlewares }) => void middlewares.use('/api/atrium', atrium),
    },
  ],
});
