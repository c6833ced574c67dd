import { atrium } from './push.ts';
import { endSession } from './session.ts';

/** Your own route for signing out. */
export async function signOut(request: Request): Promise<Response> {
  // First the session: a page whose stream ends opens a new one, which must get 401.
  const user = await endSession(request);
  if (user !== null) await atrium.endStreams({ identifier: user });
  return new Response(null, { status: 303, headers: { location: '/' } });
}
