import { Hono } from 'hono';
import { atrium } from './atrium.ts';

export const app = new Hono();
app.all('/api/atrium/*', (context) => atrium(context.req.raw));
