import type { Pair } from './body.ts';
import { meaningOf, type Challenge } from './challenges.ts';
import type { CredentialField } from './credential-shapes.ts';
import {
  ASK_AGAIN_ANSWER,
  CONNECTS,
  CORRECT_ANSWER,
  goesWrong,
  isMistyped,
  magicPassword,
  testUsernames,
  type Outcome,
} from './magic-passwords.ts';

/** After this many failed sign-ins with the same credentials MX stops trying. */
const FAILURES_BEFORE_PREVENTED = 3;

const DENIED: Outcome = { kind: 'ends', connectionStatus: 'DENIED' };
const REJECTED: Outcome = { kind: 'ends', connectionStatus: 'REJECTED' };

/**
 * How the `attempt`th job (1 for the first) with these credentials turns out.
 */
export function outcomeOfCredentials(
  fields: readonly CredentialField[],
  credentials: readonly Pair[],
  attempt: number,
): Outcome {
  const outcome = signIn(fields, credentials, attempt);
  const isDenied = outcome.kind === 'ends' && outcome.connectionStatus === 'DENIED';
  return isDenied && attempt >= FAILURES_BEFORE_PREVENTED
    ? { kind: 'ends', connectionStatus: 'PREVENTED' }
    : outcome;
}

function signIn(
  fields: readonly CredentialField[],
  credentials: readonly Pair[],
  attempt: number,
): Outcome {
  const valueOf = ({ guid }: CredentialField) =>
    credentials.find((each) => each.guid === guid)?.value ?? '';
  if (fields.some((field) => valueOf(field) === '')) {
    return { kind: 'ends', connectionStatus: 'IMPAIRED' };
  }
  if (!fields.every((field) => isAccepted(field, valueOf(field)))) {
    return DENIED;
  }
  const password = fields.find(({ type }) => type === 'PASSWORD');
  return password === undefined ? CONNECTS : outcomeOfPassword(valueOf(password), attempt);
}

function isAccepted({ type, options }: CredentialField, value: string): boolean {
  switch (type) {
    case 'LOGIN':
      return testUsernames.some((username) => username === value);
    case 'OPTIONS':
      return options?.some((option) => [option.value, option.guid].includes(value)) ?? false;
    default:
      return true;
  }
}

function outcomeOfPassword(password: string, attempt: number): Outcome {
  if (isMistyped(password)) {
    return DENIED;
  }
  const row = magicPassword(password);
  return (attempt > 1 ? row?.later : undefined) ?? row?.outcome ?? CONNECTS;
}

/** How a job goes on after these answers. The worst answer decides. */
export function outcomeOfAnswers(
  challenges: readonly Challenge[],
  answers: readonly Pair[],
): Outcome {
  const outcomes = challenges.map((challenge) => {
    const answer = answers.find(({ guid }) => guid === challenge.guid);
    return answer === undefined ? REJECTED : outcomeOfAnswer(meaningOf(challenge, answer));
  });
  return outcomes.toSorted((one, other) => severity(other) - severity(one))[0] ?? CONNECTS;
}

function outcomeOfAnswer(answer: string): Outcome {
  if (answer === CORRECT_ANSWER) {
    return CONNECTS;
  }
  if (answer === ASK_AGAIN_ANSWER) {
    return { kind: 'rejects-and-challenges', word: 'challenge' };
  }
  const outcome = magicPassword(answer)?.outcome;
  return outcome !== undefined && goesWrong(outcome) ? outcome : REJECTED;
}

function severity(outcome: Outcome): number {
  return outcome === REJECTED ? severities.rejected : severities[outcome.kind];
}

const severities = {
  connects: 0,
  delays: 0,
  challenges: 1,
  sticks: 2,
  ends: 2,
  rejected: 3,
  'rejects-and-challenges': 4,
} as const satisfies Record<Outcome['kind'] | 'rejected', number>;
