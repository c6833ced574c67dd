/** Answers every question with the same status, at once: MX, as far as a proxy's own costs go. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { serveHelper } from './processes.ts';

const STATUS = JSON.stringify({
  member: {
    aggregated_at: '2026-01-31T12:00:00Z',
    challenges: [],
    connection_status: 'CREATED',
    guid: 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b',
    has_processed_accounts: false,
    has_processed_transactions: false,
    is_authenticated: false,
    is_being_aggregated: true,
    status: 'INITIATED',
    successfully_aggregated_at: null,
  },
});

/** How often it has been asked. */
export type UpstreamQuestions = { readonly count: { readonly answer: number } };

let count = 0;
const server = createServer((_, response) => {
  count += 1;
  response.setHeader('content-type', 'application/vnd.mx.atrium.v1+json; charset=utf-8');
  response.end(STATUS);
}).listen(Number(process.env['PORT']), '127.0.0.1');
await once(server, 'listening');
serveHelper<UpstreamQuestions>({ count: () => count });
