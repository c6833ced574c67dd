import { hostOf } from './urls.ts';

/** A bank, card company or lender that a person can connect. */
export interface Institution {
  /** Unique identifier of the institution, defined by MX. */
  readonly code: string;
  readonly name: string;
  /** The institution's own site, or `null` when the API names none that is safe to link to. */
  readonly url: string | null;
  /** 100 × 100 px. Not shown unless the host says from where: see `logoUrl` of the provider. */
  readonly mediumLogoUrl: string | null;
  /** 50 × 50 px. */
  readonly smallLogoUrl: string | null;
  /** The person signs in at the institution's own page instead of typing credentials here. */
  readonly supportsOauth: boolean;
  readonly supportsAccountIdentification: boolean;
  readonly supportsAccountStatement: boolean;
  readonly supportsAccountVerification: boolean;
  readonly supportsTransactionHistory: boolean;
}

/** The host of the institution's site without `www.`, to show whom one is talking to. */
export function institutionHost({ url }: Pick<Institution, 'url'>): string | null {
  return url === null ? null : hostOf(url).replace(/^www\./, '');
}

/** One or two letters that stand in for a logo: the first of the first and of the last word. */
export function institutionInitials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (firstCharacter(first) + firstCharacter(last)).toUpperCase();
}

const firstCharacter = (word: string) => [...word][0] ?? '';
