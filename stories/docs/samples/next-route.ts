// app/api/atrium/[...path]/route.ts
import { atrium } from './atrium.ts';

export { atrium as DELETE, atrium as GET, atrium as POST, atrium as PUT };
