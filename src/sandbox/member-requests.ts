import {
  booleanField,
  identifierField,
  pairsField,
  rooted,
  textField,
  type JsonObject,
  type Pair,
} from './body.ts';
import { refuse } from './errors.ts';
import { institutionByCode, type Institution } from './institutions.ts';

/** How a person came to the bank's page, and so how they come back. */
export type ReferralSource =
  | { readonly kind: 'browser' }
  | { readonly kind: 'app'; readonly redirectUrl: string | null; readonly scheme: string };

/** What a create request asks for. */
export interface CreateRequest {
  readonly institution: Institution;
  readonly credentials: readonly Pair[];
  readonly identifier: string | null;
  readonly metadata: string | null;
  readonly name: string;
  readonly isOauth: boolean;
  readonly skipAggregation: boolean;
  readonly referral: ReferralSource;
}

/** Reads a create request. The options of OAuth may be inside `member` or beside it. */
export function parseCreate(body: JsonObject): CreateRequest {
  const member = rooted(body, 'member');
  const code = textField(member, 'institution_code');
  if (!code) {
    return refuse(400, '"institution_code" is required.');
  }
  const institution = institutionByCode(code);
  const isOauth = booleanField(member, 'is_oauth') ?? false;
  if (isOauth && !institution.supportsOauth) {
    return refuse(400, 'Member cannot use OAuth');
  }
  return {
    institution,
    isOauth,
    credentials: isOauth
      ? []
      : credentialsFor(institution, pairsField(member, 'credentials') ?? []),
    identifier: identifierField(member) ?? null,
    metadata: textField(member, 'metadata') ?? null,
    name: textField(member, 'name') ?? institution.name,
    skipAggregation: booleanField(member, 'skip_aggregation') ?? false,
    referral: parseReferral({ ...body, ...member }),
  };
}

/** What an update request changes; what it does not mention is `undefined`. */
export interface UpdateRequest {
  readonly credentials: readonly Pair[] | undefined;
  readonly identifier: string | null | undefined;
  readonly metadata: string | null | undefined;
  readonly skipAggregation: boolean;
}

/** Reads an update request for a member of this institution. */
export function parseUpdate(body: JsonObject, institution: Institution): UpdateRequest {
  const member = rooted(body, 'member');
  const credentials = pairsField(member, 'credentials');
  return {
    credentials: credentials && credentialsFor(institution, credentials),
    identifier: identifierField(member),
    metadata: textField(member, 'metadata'),
    skipAggregation: booleanField(member, 'skip_aggregation') ?? false,
  };
}

/** Reads the options of OAuth. Custom schemes and redirects belong to apps only. */
export function parseReferral(source: JsonObject): ReferralSource {
  const kind = textField(source, 'referral_source') ?? 'BROWSER';
  switch (kind) {
    case 'BROWSER':
      return { kind: 'browser' };
    case 'APP':
      return {
        kind: 'app',
        redirectUrl: webUrl(textField(source, 'client_redirect_url') ?? null),
        scheme: schemeName(textField(source, 'ui_message_webview_url_scheme') || 'atrium'),
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

function credentialsFor(institution: Institution, credentials: readonly Pair[]): readonly Pair[] {
  const known = new Set(institution.fields.map(({ guid }) => guid));
  return credentials.every(({ guid }) => known.has(guid))
    ? credentials
    : refuse(400, 'A credential guid does not belong to this institution.');
}
