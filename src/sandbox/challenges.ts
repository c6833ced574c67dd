import { guidOf } from './guids.ts';
import { PORTRAIT_PNG, SWATCH_PNGS } from './pictures.ts';
import type { Pair } from './body.ts';

/** One choice of a question. `means` is the answer it stands for, where that is not its value. */
interface Choice {
  readonly label: string;
  readonly value: string;
  readonly dataUri?: string;
  readonly means?: string;
}

/** A question as the bank would ask it, before it has a guid. */
interface Question {
  readonly type: string;
  readonly label: string;
  readonly imageData?: string;
  readonly choices?: readonly Choice[];
}

const CITY = 'What city were you born in?';

/** The choices that MX Bank offers: each is also an answer that leads somewhere. */
const mxBankChoices: readonly Choice[] = [
  'image',
  'options',
  'challenge',
  'wrong answer',
  'correct',
  'image options',
  'challenges',
].map((word) => ({ label: word, value: word }));

const oneOfEach: readonly Question[] = [
  { type: 'TEXT', label: CITY },
  { type: 'TOKEN', label: 'Enter the code from your authenticator app' },
  { type: 'OPTIONS', label: 'Pick one of the following', choices: mxBankChoices },
  { type: 'IMAGE_DATA', label: 'Who is this guy?', imageData: PORTRAIT_PNG },
  {
    type: 'IMAGE_OPTIONS',
    label: 'Pick an image',
    choices: [
      { label: 'IMAGE_1', value: 'wrong answer', dataUri: SWATCH_PNGS[0] },
      { label: 'IMAGE_2', value: 'correct', dataUri: SWATCH_PNGS[1] },
      { label: 'IMAGE_3', value: 'challenge', dataUri: SWATCH_PNGS[2] },
    ],
  },
];

const [text, token, options, image, imageOptions] = oneOfEach as [
  Question,
  Question,
  Question,
  Question,
  Question,
];

/** Which questions each word brings: as a password the first round, as an answer another one. */
const questions = {
  challenge: [text],
  options: [options],
  image: [image],
  'image options': [imageOptions],
  challenges: [text, { type: 'TEXT', label: 'What was the name of your first pet?' }],
  token: [token],
  code: [
    {
      type: 'OPTIONS',
      label: 'How should we send your single-use security code?',
      choices: [
        { label: 'Text me at (•••) •••-8582', value: 'send_text', means: 'token' },
        { label: 'Call me at (•••) •••-8582', value: 'send_call', means: 'token' },
      ],
    },
  ],
  'all challenges': oneOfEach,
  'unknown challenge': [
    { type: 'RETINA', label: 'Look into the camera, or type your pass phrase' },
  ],
} as const satisfies Record<string, readonly Question[]>;

/** A word that brings questions. */
export type ChallengeWord = keyof typeof questions;

/** Whether a password or an answer is a word that brings questions. */
export function isChallengeWord(word: string): word is ChallengeWord {
  return Object.hasOwn(questions, word);
}

/** A choice that has been put to somebody. */
interface PutChoice extends Choice {
  readonly guid: string;
}

/** A question that has been put to somebody. */
export interface Challenge extends Omit<Question, 'choices'> {
  readonly guid: string;
  readonly choices: readonly PutChoice[];
}

/** The questions of a word. A new `round` has new guids, as at MX. */
export function challengesFor(word: ChallengeWord, round: string): readonly Challenge[] {
  return questions[word].map((question: Question, index) => ({
    ...question,
    guid: guidOf('CRD', `${round} ${index}`),
    choices: (question.choices ?? []).map((choice, place) => ({
      ...choice,
      guid: guidOf('CRO', `${round} ${index} ${place}`),
    })),
  }));
}

/** What an answer says: for a choice given by value, label or guid, what that choice stands for. */
export function meaningOf(challenge: Challenge, { value }: Pair): string {
  const choice = challenge.choices.find((each) =>
    [each.value, each.label, each.guid].includes(value),
  );
  return choice === undefined ? value : (choice.means ?? choice.value);
}
