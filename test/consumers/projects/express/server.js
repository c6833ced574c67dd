// In CommonJS, as many servers still are.
const express = require('express');
const { createAtriumProxy, toNodeListener } = require('react-atrium-connect/server');

const { ATRIUM_API_KEY, ATRIUM_CLIENT_ID, ATRIUM_BASE_URL, PORT } = process.env;

/** Who is signed in, as the host's own cookie says. */
const personOf = (request) => /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];

const atrium = createAtriumProxy({
  apiKey: ATRIUM_API_KEY,
  clientId: ATRIUM_CLIENT_ID,
  baseUrl: ATRIUM_BASE_URL,
  resolveUser: (request) => {
    const person = personOf(request);
    return person === undefined ? null : { identifier: person };
  },
});

const app = express();
app.use((_request, response, next) => {
  response.set('content-security-policy', "default-src 'self'");
  next();
});
app.use('/api/atrium', toNodeListener(atrium));
app.use(express.json());
app.get('/favicon.ico', (_request, response) => void response.sendStatus(204));
app.use(express.static('public'));
app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
