import { booleanField, pairsField, textField, type JsonObject, type Pair } from './body.ts';
import { refuse } from './errors.ts';
import type { JobKind } from './facts.ts';
import { doesSupport, institutionByCode, type Institution } from './institutions.ts';

/** How a person came to the bank's page, and so how they come back. */
export type ReferralSource =
  | { readonly kind: 'browser' }
  | { readonly kind: 'app'; readonly redirectUrl: string | null; readonly scheme: string };

/** What a create request says of the connection itself. */
export interface RequestedConnection {
  readonly institution: Institution;
  readonly credentials: readonly Pair[];
  readonly metadata: string | null;
  readonly name: string;
  readonly isOauth: boolean;
}

/** What a create request asks for. */
export interface CreateRequest extends RequestedConnection {
  readonly identifier: string | null;
  /** What the first job is to bring home; nothing, if none is to be started. */
  readonly jobs: readonly JobKind[];
  readonly isBackgroundDisabled: boolean;
  readonly referral: ReferralSource;
}

/** Reads what the `member` of a create request says of the connection. */
export function readConnection(member: JsonObject): RequestedConnection {
  const code = textField(member, 'institution_code');
  if (!code) {
    return refuse(400, '"institution_code" is required.');
  }
  const institution = institutionByCode(code);
  if (institution.isHidden) {
    return refuse(400, 'Nobody can connect to this institution.');
  }
  const isOauth = booleanField(member, 'is_oauth') ?? false;
  if (isOauth && !doesSupport(institution, 'o')) {
    return refuse(400, 'Member cannot use OAuth');
  }
  return {
    institution,
    isOauth,
    credentials: isOauth ? [] : (readCredentials(member, institution) ?? []),
    metadata: textField(member, 'metadata') ?? null,
    name: textField(member, 'name') ?? institution.name,
  };
}

/** What an update request changes; what it does not mention is `undefined`. */
export interface UpdateRequest {
  readonly credentials: readonly Pair[] | undefined;
  readonly identifier: string | null | undefined;
  readonly metadata: string | null | undefined;
  readonly skipAggregation: boolean;
  readonly isBackgroundDisabled: boolean | undefined;
}

/** Reads credentials that all belong to the institution; `undefined` when there are none. */
export function readCredentials(
  member: JsonObject,
  { fields }: Institution,
): readonly Pair[] | undefined {
  const credentials = pairsField(member, 'credentials');
  const known = new Set(fields.map(({ guid }) => guid));
  return credentials === undefined || credentials.every(({ guid }) => known.has(guid))
    ? credentials
    : refuse(400, 'A credential guid does not belong to this institution.');
}

/** Reads the options of OAuth. Custom schemes and redirects belong to apps only. */
export function readReferral(source: JsonObject, defaultScheme: string): ReferralSource {
  const kind = textField(source, 'referral_source') ?? 'BROWSER';
  switch (kind) {
    case 'BROWSER':
      return { kind: 'browser' };
    case 'APP':
      return {
        kind: 'app',
        redirectUrl: webUrl(textField(source, 'client_redirect_url') ?? null),
        scheme: schemeName(textField(source, 'ui_message_webview_url_scheme') || defaultScheme),
      };
    default:
      return refuse(400, '"referral_source" must be "BROWSER" or "APP".');
  }
}

function webUrl(raw: string | null): string | null {
  if (raw === null || raw === '') {
    return null;
  }
  return isWebUrl(raw)
    ? raw
    : refuse(400, '"client_redirect_url" must be an http or https address.');
}

function isWebUrl(raw: string): boolean {
  return URL.canParse(raw) && /^https?:$/.test(new URL(raw).protocol);
}

/** What a script or a document could hide behind is no app's scheme. */
function schemeName(raw: string): string {
  return /^[a-z][a-z0-9+.-]*$/i.test(raw) && !/^(javascript|data|vbscript|file|blob)$/i.test(raw)
    ? raw
    : refuse(400, '"ui_message_webview_url_scheme" must be the name of a URL scheme.');
}
