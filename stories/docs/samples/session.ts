/** Stands for your own session: who is signed in, by your own user id. */
export async function userOf(request: Request): Promise<string | null> {
  return /(?:^|; )user=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
}

/** Stands for the end of your own session. Returns whose it was. */
export async function endSession(request: Request): Promise<string | null> {
  return userOf(request);
}

/** Stands for a rate limiter of your own: how long this user has to wait, 0 if not at all. */
export async function secondsToWait(_user: string): Promise<number> {
  return 0;
}
