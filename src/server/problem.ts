/** What can go wrong, as the browser is told it. The words are ours: Atrium's never reach a page. */
const PROBLEMS = {
  unauthorized: { status: 401, message: 'You are signed out. Sign in, then try again.' },
  forbidden: { status: 403, message: 'This request is not allowed from here.' },
  'not-found': { status: 404, message: 'There is nothing here.' },
  'member-limit': {
    status: 405,
    message: 'No more banks can be connected: 25 is the limit. Remove one first.',
  },
  conflict: { status: 409, message: 'This cannot be done while things stand as they do now.' },
  'too-many-attempts': {
    status: 429,
    message: 'Too many attempts to sign in. Wait a little, then try again.',
  },
  throttled: { status: 429, message: 'Too many requests. Wait a little, then try again.' },
  invalid: { status: 400, message: 'The request was not understood. Check what was entered.' },
  server: { status: 502, message: 'The connection service did not answer. Try again later.' },
  timeout: { status: 504, message: 'The connection service took too long. Try again.' },
} as const satisfies Record<string, { status: number; message: string }>;

/** The closed set of `error.kind` values in a response of the proxy. */
export type ProxyErrorKind = keyof typeof PROBLEMS;

export interface ProblemDetails {
  /** When the kind's usual HTTP status says too little. */
  readonly status?: number;
  /** Shown to the browser in place of the kind's usual words. Never Atrium's text. */
  readonly message?: string;
  /** Told to the observer only. Holds no value that a person or a host supplied. */
  readonly reason?: string;
  /** Whether the host has to change something. The reason then goes to the console, too. */
  readonly isHostMistake?: boolean;
  readonly retryAfter?: string;
  readonly memberGuid?: string;
}

/** A request that ends in an error response. Its message is safe to show to anyone. */
export class Problem extends Error {
  readonly kind: ProxyErrorKind;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(kind: ProxyErrorKind, details: ProblemDetails = {}) {
    super(details.message ?? PROBLEMS[kind].message);
    this.name = 'Problem';
    this.kind = kind;
    this.status = details.status ?? PROBLEMS[kind].status;
    this.details = details;
  }
}

/** A mistake in the host's own code. `reason` holds no value that the code returned or threw. */
export function hostFailure(reason: string): Problem {
  return new Problem('server', { status: 500, reason, isHostMistake: true });
}

/** Anything thrown, as a problem. An unforeseen error's own text stays here: it may quote a value. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof Error ? error.name : typeof error;
  return new Problem('server', { status: 500, reason: `Unexpected ${name} in the proxy.` });
}
