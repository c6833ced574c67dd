import type { Hints } from './hints.ts';
import type { MxApi } from './settings.ts';

/** What the host tells its page of itself. */
export interface About {
  readonly api: MxApi;
  /** What to type at the test banks; `null` where the banks are real. */
  readonly hints: Hints | null;
}
