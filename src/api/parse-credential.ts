import { CREDENTIAL_TYPES, type Credential, type Option } from '../domain/credential.ts';
import { guidOf, listOf, text, verbatim, type WireOf } from './read.ts';

/** One field of a sign-in form; `null` without the guid that a value is sent back with. */
export function parseCredential(wire: WireOf<'credential'>): Credential | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  const known = CREDENTIAL_TYPES.find((type) => type === wire['type']) ?? 'UNKNOWN';
  const options = known === 'OPTIONS' ? parseOptions(wire['options']) : [];
  return {
    guid,
    fieldName: text(wire['field_name']),
    label: labelOf(wire),
    // Without a choice to make, the field can still be filled in by hand.
    type: known === 'OPTIONS' && options.length === 0 ? 'UNKNOWN' : known,
    options,
  };
}

/** What a field or a question says. Its name is all that some of them have. */
export function labelOf(wire: WireOf<'challenge' | 'credential'>): string {
  return text(wire['label']) ?? text(wire['field_name']) ?? '';
}

export function parseOptions(raw: unknown): readonly Option[] {
  return listOf(raw, parseOption);
}

/** A choice, of which one half may stand for both. */
export function parseOption(wire: WireOf<'option'>): Option | null {
  const label = text(wire['label']) ?? text(wire['value']);
  const value = verbatim(wire['value']) ?? verbatim(wire['label']);
  return label === null || value === null ? null : { label, value };
}
