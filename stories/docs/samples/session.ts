/** Stands for your own session: who is signed in, by your own user id. */
export async function userOf(request: Request): Promise<string | null> {
  return /(?:^|; )user=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
}

/** Stands for the end of your own session. Returns whose it was. */
export async function endSession(request: Request): Promise<string | null> {
  return userOf(request);
}
