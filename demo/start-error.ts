/** Why the demo cannot start: one sentence for whoever typed `npm start`. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The code of a system error, such as `EADDRINUSE`, wherever in the chain of causes it is. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : errorCode(error.cause);
}
