/** The kinds of field that the API asks for when a member is created or updated. */
export const CREDENTIAL_TYPES = ['LOGIN', 'PASSWORD', 'TEXT', 'OPTIONS', 'TOKEN'] as const;

/** The kind of a field; `'UNKNOWN'`, shown as text, for one that this version does not know. */
export type CredentialType = (typeof CREDENTIAL_TYPES)[number] | 'UNKNOWN';

/** One choice: `label` is shown, `value` is sent. */
export interface Option {
  readonly label: string;
  readonly value: string;
}

/** One field of a sign-in form. What is typed into it is never part of this. */
export interface Credential {
  /** Unique identifier of the field, sent back with the value. Defined by MX. */
  readonly guid: string;
  readonly fieldName: string | null;
  readonly label: string;
  readonly type: CredentialType;
  /** The choices of an `OPTIONS` field; empty for the other types. */
  readonly options: readonly Option[];
}

/** How many credentials or answers one request may hold. A form with more could not be sent. */
export const MAX_ANSWERS = 50;

/** A credential or an answer on its way to the API. Lives in a form and in one request, no longer. */
export interface Answer {
  readonly guid: string;
  readonly value: string;
}
