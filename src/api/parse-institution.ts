import type { Institution } from '../domain/institution.ts';
import { safeWebUrl, secureWebUrl } from '../domain/urls.ts';
import { text, verbatim, type WireOf } from './read.ts';

/** An institution; `null` without its code. Everything else may be missing in older records. */
export function parseInstitution(wire: WireOf<'institution'>): Institution | null {
  const code = verbatim(wire['code']);
  if (code === null) {
    return null;
  }
  return {
    code,
    name: text(wire['name']) ?? text(code) ?? '',
    url: safeWebUrl(wire['url']),
    mediumLogoUrl: secureWebUrl(wire['medium_logo_url']),
    smallLogoUrl: secureWebUrl(wire['small_logo_url']),
    supportsOauth: wire['supports_oauth'] === true,
    supportsAccountIdentification: wire['supports_account_identification'] === true,
    supportsAccountStatement: wire['supports_account_statement'] === true,
    supportsAccountVerification: wire['supports_account_verification'] === true,
    supportsTransactionHistory: wire['supports_transaction_history'] === true,
  };
}
