import type { ChallengeType } from './challenge.ts';
import type { CredentialType } from './credential.ts';

/** The type of a field that a user fills in. */
export type FieldType = ChallengeType | CredentialType;

/** Types whose values never begin or end with a space on purpose. An unknown one may be a password. */
const TRIMMED: readonly FieldType[] = ['LOGIN', 'TEXT', 'TOKEN', 'IMAGE_DATA'];

/** White space and invisible characters at the ends, as a paste brings them. */
const ENDS = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
const GAPS = /[\s\p{Cf}]+/gu;
/** Digits in groups, such as `123 456`. A hyphen may be part of a code. */
const GROUPED_DIGITS = /^[\p{Nd}\s\p{Cf}]+$/u;

/**
 * Returns what a user typed or pasted, without white space and invisible characters that can only
 * be a slip. Passwords and chosen options stay as they are.
 */
export function typedValue(type: FieldType | undefined, value: string): string {
  if (type === undefined || !TRIMMED.includes(type)) {
    return value;
  }
  const isGrouped = type === 'TOKEN' && GROUPED_DIGITS.test(value);
  return value.replace(isGrouped ? GAPS : ENDS, '');
}
