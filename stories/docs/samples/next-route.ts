// app/api/atrium/[...path]/route.ts
import { atrium } from './atrium.ts';

export const dynamic = 'force-dynamic';
/** In seconds: a stream of events ends with the function, and the browser opens the next. */
export const maxDuration = 300;

export { atrium as DELETE, atrium as GET, atrium as POST, atrium as PUT };
