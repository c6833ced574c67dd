import { atrium } from './atrium.ts';

export default { port: 3000, fetch: atrium };
