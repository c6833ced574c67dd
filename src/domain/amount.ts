/** Digits of Arabic and Persian keyboards: the last four bits of each are its value. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** What may stand in an amount without meaning anything: spaces, currency signs, apostrophes. */
const DECORATION = /[\s\p{Sc}\p{Cf}'’\u066c]/gu;

/** The decimal sign of Arabic, which no language uses for anything else. */
const ARABIC_POINT = '\u066b';

/**
 * The amount that a person has typed, in the way of their own language or of another: `1,250.50`,
 * `1.250,50`, `1 250,5`, `-90`, `$12`. `null` for what is no amount. Where a sign could as well
 * part thousands as decimals (`1.250`), the language decides.
 */
export function parseAmount(typed: string, locale: string): number | null {
  const point = decimalPoint(locale);
  const text = typed
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(DECORATION, '')
    .replace(ARABIC_POINT, point);
  const [, sign, digits = ''] = /^([-−+]?)([\d.,]+)$/.exec(text) ?? [];
  const { groups, fraction } = parted(digits, point);
  const isWhole = groups.length === 1 || isGrouped(groups);
  const amount = Number(`${groups.join('')}.${fraction}`);
  // Past that, the cents would no longer be what was typed.
  const isExact = Number.isSafeInteger(Math.round(amount * 100));
  if (!isWhole || !isExact || /[.,]/.test(fraction)) {
    return null;
  }
  return sign === '-' || sign === '−' ? 0 - amount : amount;
}

function decimalPoint(locale: string): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ value }) => value === ',') ? ',' : '.';
}

/** The whole part, as it is grouped, and the decimals. */
function parted(digits: string, point: string): { groups: string[]; fraction: string } {
  const signs = digits.replaceAll(/\d/g, '');
  const last = signs.at(-1) ?? point;
  const isRepeated = signs.length > 1 && signs.indexOf(last) < signs.length - 1;
  const isThousand = last !== point && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (signs === '' || isRepeated || isThousand) {
    return { groups: digits.split(last), fraction: '' };
  }
  const at = digits.lastIndexOf(last);
  const other = last === '.' ? ',' : '.';
  return { groups: digits.slice(0, at).split(other), fraction: digits.slice(at + 1) };
}

/** Thousands, as everywhere, with hundreds of them in pairs, as in India. */
const isGrouped = (groups: readonly string[]): boolean =>
  groups.every((group, index) =>
    (index === 0 ? /^\d{1,3}$/ : index === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group),
  );
