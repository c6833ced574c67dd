/** Stands for the host's own session: who is signed in, by the host's own user id. */
export async function userOf(request: Request): Promise<string> {
  return request.headers.get('x-test-user') ?? 'person-1';
}
