import { createServer } from 'node:http';
import { toNodeListener } from 'react-atrium-connect/server';
import { atrium } from './atrium.ts';

export const server = createServer(toNodeListener(atrium));
