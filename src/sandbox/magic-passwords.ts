import type { ConnectionStatusName } from '../domain/status.ts';
import type { ChallengeWord } from './challenges.ts';
import { memberErrors, type MemberErrorCode, type MemberErrorRow } from './member-errors.ts';

/** A job that succeeds, though it may have found something missing. */
export interface Connecting {
  readonly kind: 'connects';
  /** Stretches the usual 1.8 seconds. */
  readonly slowness: number;
  readonly error?: MemberErrorCode;
}

/** How a job turns out. */
export type Outcome =
  /** It succeeds. */
  | Connecting
  /** It takes so long that the member is DELAYED, and then succeeds after all. */
  | { readonly kind: 'delays' }
  /** The bank asks questions. */
  | { readonly kind: 'challenges'; readonly word: ChallengeWord }
  /** The answer was wrong, and the bank asks again by itself. */
  | { readonly kind: 'rejects-and-challenges'; readonly word: ChallengeWord }
  /** It is over, with this status. */
  | {
      readonly kind: 'ends';
      readonly connectionStatus: ConnectionStatusName | null;
      readonly error?: MemberErrorCode;
    }
  /** It hangs with this status and never ends. */
  | { readonly kind: 'sticks'; readonly connectionStatus: ConnectionStatusName };

/** What a password does at every institution of the sandbox, if the username is right. */
export interface MagicPassword {
  readonly password: string;
  /** Whether MX Bank itself knows the word, or only this sandbox. */
  readonly source: 'MX' | 'sandbox';
  /** What happens, in a sentence. */
  readonly effect: string;
  /** How the first job with this password turns out. */
  readonly outcome: Outcome;
  /** How every later job turns out, when not as the first. */
  readonly later?: Outcome;
}

/** The usernames that exist. Any other is DENIED. */
export const testUsernames = ['test_atrium', 'mxuser'] as const;

export const CONNECTS: Connecting = { kind: 'connects', slowness: 1 };

const asks = (word: ChallengeWord): Outcome => ({ kind: 'challenges', word });
const ends = (connectionStatus: ConnectionStatusName | null): Outcome => ({
  kind: 'ends',
  connectionStatus,
});
const sticks = (connectionStatus: ConnectionStatusName): Outcome => ({
  kind: 'sticks',
  connectionStatus,
});

const mxWords: readonly Omit<MagicPassword, 'source'>[] = [
  { password: 'password', outcome: CONNECTS, effect: 'Connects.' },
  { password: 'challenge', outcome: asks('challenge'), effect: 'Asks a question.' },
  { password: 'challenges', outcome: asks('challenges'), effect: 'Asks two questions at once.' },
  { password: 'options', outcome: asks('options'), effect: 'Asks to choose one of several.' },
  { password: 'image', outcome: asks('image'), effect: 'Asks about a picture.' },
  {
    password: 'image options',
    outcome: asks('image options'),
    effect: 'Asks to choose a picture.',
  },
  { password: 'BAD_REQUEST', outcome: ends('FAILED'), effect: 'The bank answers 400: FAILED.' },
  { password: 'UNAUTHORIZED', outcome: ends('DENIED'), effect: 'Wrong credentials: DENIED.' },
  { password: 'INVALID', outcome: ends('DENIED'), effect: 'Wrong credentials: DENIED.' },
  {
    password: 'LOCKED',
    outcome: ends('LOCKED'),
    effect: 'The bank has locked this person: LOCKED.',
  },
  {
    password: 'DISABLED',
    outcome: ends('DENIED'),
    effect: 'The bank has disabled this login: DENIED.',
  },
  { password: 'SERVER_ERROR', outcome: ends('FAILED'), effect: 'The bank answers 500: FAILED.' },
  { password: 'UNAVAILABLE', outcome: ends('FAILED'), effect: 'The bank answers 503: FAILED.' },
];

const sandboxWords: readonly Omit<MagicPassword, 'source'>[] = [
  {
    password: 'slow',
    outcome: { kind: 'connects', slowness: 50 },
    effect: 'Connects, and takes 90 seconds for it.',
  },
  {
    password: 'delayed',
    outcome: { kind: 'delays' },
    effect: 'DELAYED after 10 seconds, and connects after 60.',
  },
  { password: 'token', outcome: asks('token'), effect: 'Asks for a one-time code.' },
  {
    password: 'code',
    outcome: asks('code'),
    effect: 'Asks how to send a one-time code, and then for the code.',
  },
  {
    password: 'all challenges',
    outcome: asks('all challenges'),
    effect: 'Asks one question of each of the five types at once.',
  },
  {
    password: 'unknown challenge',
    outcome: asks('unknown challenge'),
    effect: 'Asks a question of a type that no client has heard of.',
  },
];

interface StatusWord {
  readonly outcome: Outcome;
  readonly later?: Outcome;
  readonly effect: string;
}

/**
 * One word for each status. A remedy must be testable, so where the next step is to aggregate
 * again, doing so connects; where it is to update the credentials, only that helps.
 */
const statusWords = {
  CREATED: { outcome: sticks('CREATED'), effect: 'The first job never gets anywhere.' },
  PREVENTED: {
    outcome: ends('PREVENTED'),
    effect: 'No job starts until the credentials are updated.',
  },
  DENIED: { outcome: ends('DENIED'), effect: 'Stays so until the credentials are updated.' },
  CHALLENGED: { outcome: asks('challenge'), effect: 'Asks a question.' },
  REJECTED: { outcome: ends('REJECTED'), later: CONNECTS, effect: 'Trying again connects.' },
  LOCKED: {
    outcome: ends('LOCKED'),
    later: CONNECTS,
    effect: 'Trying again connects, as if the person had settled it with the bank.',
  },
  CONNECTED: { outcome: CONNECTS, effect: 'Connects.' },
  IMPEDED: {
    outcome: ends('IMPEDED'),
    later: CONNECTS,
    effect: 'Trying again connects, as if the person had settled it with the bank.',
  },
  RECONNECTED: {
    outcome: ends('RECONNECTED'),
    later: CONNECTS,
    effect: 'An aggregation in the foreground connects; in the background there is none.',
  },
  DEGRADED: { outcome: ends('DEGRADED'), effect: 'Stays so, however often it is tried.' },
  DISCONNECTED: { outcome: ends('DISCONNECTED'), effect: 'Stays so, however often it is tried.' },
  DISCONTINUED: { outcome: ends('DISCONTINUED'), effect: 'Final: no job ever starts.' },
  CLOSED: { outcome: ends('CLOSED'), effect: 'Final: no job starts.' },
  DELAYED: { outcome: sticks('DELAYED'), effect: 'The job goes on, and never ends.' },
  FAILED: { outcome: ends('FAILED'), later: CONNECTS, effect: 'Trying again connects.' },
  UPDATED: {
    outcome: ends('UPDATED'),
    later: CONNECTS,
    effect: 'No job is running; an aggregation connects.',
  },
  DISABLED: { outcome: ends('DISABLED'), effect: 'Paused: no job starts.' },
  IMPORTED: { outcome: ends('IMPORTED'), effect: 'No job starts until credentials are given.' },
  RESUMED: { outcome: sticks('RESUMED'), effect: 'An answer is being checked, and never will be.' },
  EXPIRED: { outcome: ends('EXPIRED'), later: CONNECTS, effect: 'Trying again connects.' },
  IMPAIRED: { outcome: ends('IMPAIRED'), effect: 'Stays so until the credentials are updated.' },
  PENDING: {
    outcome: ends('PENDING'),
    later: CONNECTS,
    effect: 'Turns into a member that waits for OAuth, and is deleted after an hour.',
  },
} as const satisfies Record<ConnectionStatusName, StatusWord>;

const nullWord: StatusWord = {
  outcome: ends(null),
  effect: 'A member without credentials: its status is null.',
};

/** What comes before the name of a status in a password of this sandbox. */
const STATUS_PREFIX = 'status:';

/** What comes before the number of an error in a password of this sandbox. */
const ERROR_PREFIX = 'error:';

/** One word for each error of MX Platform. What helps against its status helps against the error. */
const errorWords = memberErrors.map((row): MagicPassword => {
  const { code, connectionStatus } = row;
  const word: StatusWord = statusWords[connectionStatus];
  return {
    password: `${ERROR_PREFIX}${code}`,
    source: 'sandbox',
    effect: errorEffect(row),
    outcome:
      connectionStatus === 'CONNECTED'
        ? { ...CONNECTS, error: code }
        : { kind: 'ends', connectionStatus, error: code },
    ...(word.later && { later: word.later }),
  };
});

function errorEffect({ code, connectionStatus, message }: MemberErrorRow): string {
  return `${connectionStatus}, with the error ${code} on Platform: ${message}`;
}

/** Every password that does something special. Any other one connects, as at MX Bank. */
export const magicPasswords: readonly MagicPassword[] = [
  ...mxWords.map((word) => ({ ...word, source: 'MX' as const })),
  ...sandboxWords.map((word) => ({ ...word, source: 'sandbox' as const })),
  ...Object.entries({ ...statusWords, null: nullWord }).map(([name, word]): MagicPassword => ({
    ...word,
    password: `${STATUS_PREFIX}${name}`,
    source: 'sandbox',
  })),
  ...errorWords,
];

/** The only right answer to any question. */
export const CORRECT_ANSWER = 'correct';

/** A wrong answer that makes the bank ask once more without being asked to. */
export const ASK_AGAIN_ANSWER = 'wrong, ask again';

/** Only words that lead elsewhere than to a connection are answers too: `password` is none. */
export function goesWrong({ kind }: Outcome): boolean {
  return kind !== 'connects' && kind !== 'delays';
}

/** What an answer to a question does. */
export interface MagicAnswer {
  readonly answer: string;
  readonly source: 'MX' | 'sandbox';
  /** What happens, in a sentence. */
  readonly effect: string;
}

/** Every answer that does something special. Any other one is REJECTED. */
export const magicAnswers: readonly MagicAnswer[] = [
  { answer: CORRECT_ANSWER, source: 'MX', effect: 'Connects.' },
  {
    answer: ASK_AGAIN_ANSWER,
    source: 'sandbox',
    effect: 'REJECTED, and a moment later another question comes by itself.',
  },
  ...magicPasswords
    .filter(({ outcome }) => goesWrong(outcome))
    .map(({ password, source, effect }) => ({ answer: password, source, effect })),
];

const byPassword = new Map(magicPasswords.map((row) => [row.password, row]));

/** The row of a password. A status may go without its prefix where MX has no such word. */
export function magicPassword(password: string): MagicPassword | undefined {
  return byPassword.get(password) ?? byPassword.get(`${STATUS_PREFIX}${password}`);
}

/** A mistyped status or error would otherwise connect, and puzzle whoever typed it. */
export function isMistyped(password: string): boolean {
  const hasPrefix = password.startsWith(STATUS_PREFIX) || password.startsWith(ERROR_PREFIX);
  return hasPrefix && !byPassword.has(password);
}
