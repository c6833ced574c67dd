import type { Answer, Option } from './credential.ts';

/** The kinds of multi-factor question. */
export const CHALLENGE_TYPES = ['TEXT', 'TOKEN', 'OPTIONS', 'IMAGE_DATA', 'IMAGE_OPTIONS'] as const;

/** The name of a kind of multi-factor question. */
export type ChallengeType = (typeof CHALLENGE_TYPES)[number];

/** One picture to choose; `dataUri` is `null` when what came is not an image. */
export interface ImageOption extends Option {
  readonly dataUri: string | null;
}

interface Question {
  /** Unique identifier of the question, sent back with the answer. Defined by MX. */
  readonly guid: string;
  /** The question as the institution words it. Text, never markup. */
  readonly label: string;
}

/** A multi-factor question of the institution. */
export type Challenge =
  | (Question & { readonly type: 'TEXT' | 'TOKEN' })
  | (Question & { readonly type: 'OPTIONS'; readonly options: readonly Option[] })
  /** `imageData` is a data URI of an image, or `null` when what came is not an image. */
  | (Question & { readonly type: 'IMAGE_DATA'; readonly imageData: string | null })
  | (Question & { readonly type: 'IMAGE_OPTIONS'; readonly imageOptions: readonly ImageOption[] })
  /** A kind this version does not know: asked as text. */
  | (Question & { readonly type: 'UNKNOWN' });

/** What makes two sets of questions the same: the API may ask another one under the same guid. */
export function challengeKey(challenges: readonly Challenge[]): string {
  return challenges
    .map((challenge) => challenge.guid + wordingOf(challenge))
    .toSorted()
    .join(' ');
}

/**
 * Identifies a form of questions: everything about them but their guids, which may change while
 * the user types.
 */
export const challengeFormKey = (challenges: readonly Challenge[]): string =>
  JSON.stringify(challenges, (key, value: unknown) => (key === 'guid' ? '' : value));

/**
 * Returns the answers under the guids that the same questions have by now, or `null` if other
 * questions are asked by now.
 */
export function answersNow(
  answers: readonly Answer[],
  asked: readonly Challenge[],
  now: readonly Challenge[],
): readonly Answer[] | null {
  return challengeFormKey(asked) === challengeFormKey(now)
    ? answers.map(({ guid, value }) => {
        const index = asked.findIndex((question) => question.guid === guid);
        return { guid: now[index]?.guid ?? guid, value };
      })
    : null;
}

/**
 * How a round of questions follows the answers before it: `rejected` if the API has said that
 * those were wrong; `repeated` if what was just answered is asked again and nothing has said why;
 * `replaced` if other questions were asked before these were answered; `new` for a first round and
 * for a further one with other questions.
 */
export type ChallengeRound = 'new' | 'repeated' | 'rejected' | 'replaced';

/** Whether all of this was asked before: in the same words, with the same choices. */
export function isRepeated(asked: readonly Challenge[], before: readonly Challenge[]): boolean {
  const known = new Set(before.map(wordingOf));
  return asked.every((challenge) => known.has(wordingOf(challenge)));
}

/** A question as a user tells it from another. A picture may be drawn again each time. */
function wordingOf(challenge: Challenge): string {
  const options =
    'options' in challenge
      ? challenge.options
      : 'imageOptions' in challenge
        ? challenge.imageOptions
        : [];
  return JSON.stringify([
    challenge.type,
    challenge.label,
    options.map(({ label }) => label).toSorted(),
  ]);
}

const IMAGE_URI = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/]+=*$/i;
const BASE64 = /^[a-z0-9+/]+=*$/i;

/** The first characters of an image in base64, for those that come without a `data:` prefix. */
const SIGNATURES = [
  ['iVBOR', 'png'],
  ['/9j/', 'jpeg'],
  ['R0lGOD', 'gif'],
  ['UklGR', 'webp'],
  ['Qk', 'bmp'],
] as const;

/**
 * The data URI of an image: as it came, or with the prefix that the API sometimes leaves out.
 * `null` for anything that is not an image of a kind that cannot carry a script.
 */
export function imageDataUri(raw: unknown): string | null {
  if (typeof raw !== 'string') {
    return null;
  }
  const data = raw.replace(/\s+/g, '');
  if (IMAGE_URI.test(data)) {
    return data;
  }
  const signature = SIGNATURES.find(([start]) => data.startsWith(start));
  return signature && BASE64.test(data) ? `data:image/${signature[1]};base64,${data}` : null;
}
