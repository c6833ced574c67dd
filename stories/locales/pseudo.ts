import { en } from '../../src/locales/en.ts';
import type { Messages } from '../../src/locales/messages.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀçđéƒğĥíĵķļɱñóþɋřšţúṽŵẋýž';

function accent(letter: string): string {
  const lower = letter.toLowerCase();
  const accented = ACCENTED.charAt(PLAIN.indexOf(lower));
  return letter === lower ? accented : accented.toUpperCase();
}

/** How much longer than English other languages may be. */
const GROWTH = 1.4;

/**
 * A text as a translation might look to somebody who reads English only: accented, longer by
 * 40 %, and in brackets, whose absence would show that it is cut off or never was translated.
 * Its placeholders stay.
 */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : longer(part)))
    .join('');
  return `⟦${accented.padEnd(Math.ceil(text.length * GROWTH), '·')}⟧`;
}

const longer = (text: string): string =>
  text
    .replaceAll(/[aeiou]/gi, (vowel) => vowel + vowel.toLowerCase())
    .replaceAll(/[a-z]/gi, accent);

/** The catalog of the pseudo-locale en-XA. */
export const enXA: Messages = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key, pseudo(text)]),
) as Messages;
