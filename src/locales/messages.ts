import type { challenge } from './en/challenge.ts';
import type { common } from './en/common.ts';
import type { connected } from './en/connected.ts';
import type { connecting } from './en/connecting.ts';
import type { consent } from './en/consent.ts';
import type { credentials } from './en/credentials.ts';
import type { failure } from './en/failure.ts';
import type { form } from './en/form.ts';
import type { limit } from './en/limit.ts';
import type { loading } from './en/loading.ts';
import type { manualAccount } from './en/manual-account.ts';
import type { mode } from './en/mode.ts';
import type { oauthReturn } from './en/oauth-return.ts';
import type { MemberErrorMessages } from './en/member-errors.ts';
import type { members } from './en/members.ts';
import type { oauth } from './en/oauth.ts';
import type { remedies } from './en/remedies.ts';
import type { search } from './en/search.ts';
import type { StatusMessages } from './en/status-messages.ts';
import type { statusTitles } from './en/status-titles.ts';

type English = typeof challenge &
  typeof common &
  typeof connected &
  typeof connecting &
  typeof consent &
  typeof credentials &
  typeof failure &
  typeof form &
  typeof limit &
  typeof loading &
  typeof manualAccount &
  typeof mode &
  typeof members &
  typeof oauth &
  typeof oauthReturn &
  typeof remedies &
  typeof search &
  StatusMessages &
  MemberErrorMessages &
  typeof statusTitles;

/** The key of every text that a component shows. */
export type MessageKey = keyof English;

/** What a key with a plural is called without its category: `search.count`. */
export type PluralKey<Key> = Key extends `${infer Base}.one` ? Base : never;

/**
 * A catalog: one text a key, with `{placeholders}`. A plural has a key for each category of
 * `Intl.PluralRules`; English needs `.one` and `.other`, another language may add its own.
 */
export type Messages = Readonly<
  Record<MessageKey, string> &
    Partial<Record<`${PluralKey<MessageKey>}.${Intl.LDMLPluralRule}`, string>>
>;
