/** What to type at the test banks. The page shows it where the banks are a sandbox's. */
export interface Hints {
  readonly institutions: readonly Hint[];
  readonly usernames: readonly string[];
  readonly passwords: readonly Hint[];
  /** Passwords that end in an error. None where the API tells of none. */
  readonly errors: readonly Hint[];
  readonly answers: readonly Hint[];
}

/** Something to type, and what comes of it. */
export interface Hint {
  readonly text: string;
  readonly effect: string;
}
