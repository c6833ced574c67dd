import { atrium } from './atrium';

export const dynamic = 'force-dynamic';

export { atrium as DELETE, atrium as GET, atrium as POST, atrium as PUT };
