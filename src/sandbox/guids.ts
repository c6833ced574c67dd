/** The prefixes that MX puts before a guid, by what it names. */
export type GuidPrefix =
  'USR' | 'MBR' | 'ACT' | 'CRD' | 'CRO' | 'INS' | 'JOB' | 'ACN' | 'ACO' | 'TRN';

/** Thirty-two hexadecimal digits that depend on `text` alone. Spreads well; guards nothing. */
export function digest(text: string): string {
  return [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]
    .map((seed) => hash32(text, seed).toString(16).padStart(8, '0'))
    .join('');
}

/** The guid that belongs to `name`: the same name always has the same guid. */
export function guidOf(prefix: GuidPrefix, name: string): string {
  const hex = digest(`${prefix} ${name}`);
  return `${prefix}-${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** Hands out identifiers, one after another; the same seed hands out the same ones. */
export interface Sequence {
  next(prefix: GuidPrefix): string;
  /** Thirty-two hexadecimal digits: a request id, an OAuth state. */
  token(purpose: string): string;
}

/** Each prefix counts for itself, so how often a status was read changes no guid. */
export function createSequence(seed: string): Sequence {
  const counts = new Map<string, number>();
  const count = (key: string) => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return `${seed}/${next}`;
  };
  return {
    next: (prefix) => guidOf(prefix, count(prefix)),
    token: (purpose) => digest(`${purpose} ${count(purpose)}`),
  };
}

/** FNV-1a with the finish of MurmurHash3. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
