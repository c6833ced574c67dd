import { createClient } from '@redis/client';
import { createRedisStore } from 'react-atrium-connect/server';

export const client = createClient({ url: process.env['REDIS_URL'] ?? 'redis://localhost:6379' });
client.on('error', (error: Error) => console.warn('redis', error.message));

// Not awaited: until Redis is there, each process works as if alone. The listener hears why.
client.connect().catch(() => {});

export const store = createRedisStore({ client });
