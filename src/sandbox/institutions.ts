import { booleanQuery } from './query.ts';
import { credentialFields, type CredentialField } from './credential-shapes.ts';
import { institutionTable, type InstitutionRow } from './institution-table.ts';
import { refuse } from './errors.ts';

/** An institution, with what the sandbox needs to know about it. */
export interface Institution {
  readonly code: string;
  readonly name: string;
  readonly fields: readonly CredentialField[];
  readonly supportsOauth: boolean;
  /** The letters of {@link InstitutionRow.supports}. */
  readonly supports: string;
  /** Its page cuts the tie to the window that opened it. */
  readonly isolatesWindow: boolean;
  /** How long after a successful aggregation another one silently does nothing, in milliseconds. */
  readonly throttleMs: number;
  /** The record as it goes over the wire. */
  readonly wire: Readonly<Record<string, unknown>>;
}

/** Three hours, the usual length according to the Atrium API documentation. */
const THROTTLE_MS = 3 * 60 * 60 * 1000;

/** MX Bank can be aggregated as often as one likes. */
const UNTHROTTLED = new Set(['mxbank', 'mx_bank_oauth']);

/** The keys of a record that say what an institution supports, and their letters in the table. */
const flags = [
  { key: 'supports_account_identification', letter: 'i' },
  { key: 'supports_account_statement', letter: 's' },
  { key: 'supports_account_verification', letter: 'v' },
  { key: 'supports_transaction_history', letter: 'h' },
] as const;

const institutions: ReadonlyMap<string, Institution> = new Map(
  institutionTable.map((row) => [row.code, expand(row)]),
);

/** The institution with this code; 404 when there is none. */
export function institutionByCode(code: string): Institution {
  return institutions.get(code) ?? refuse(404, 'No institution has this code.');
}

/** Those whose name contains `name`, and that support what the query asks for. */
export function searchInstitutions(
  query: Readonly<Record<string, string>>,
): readonly Institution['wire'][] {
  const wanted = fold(query['name'] ?? '');
  return [...institutions.values()]
    .filter(({ name }) => fold(name).includes(wanted))
    .filter(({ supports }) =>
      flags.every(({ key, letter }) => matches(query[key], supports, letter)),
    )
    .map(({ wire }) => wire);
}

function matches(raw: string | undefined, supports: string, letter: string): boolean {
  const wanted = booleanQuery(raw);
  return wanted === undefined || supports.includes(letter) === wanted;
}

/** Without case or accents, so that "credit" finds "Crédit". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function expand(row: InstitutionRow): Institution {
  const supports = row.supports ?? '';
  return {
    code: row.code,
    name: row.name,
    fields: credentialFields(row.shape, row.code),
    supportsOauth: supports.includes('o'),
    supports,
    isolatesWindow: row.isolatesWindow === true,
    throttleMs: UNTHROTTLED.has(row.code) ? 0 : THROTTLE_MS,
    wire: {
      code: row.code,
      name: row.name,
      url: row.bare ? null : (row.url ?? `https://www.${row.code.replaceAll('_', '-')}.example`),
      medium_logo_url: row.bare ? null : logoUrl(row, '100x100'),
      small_logo_url: row.bare ? null : logoUrl(row, '50x50'),
      ...(row.supports === undefined ? {} : supportFlags(supports)),
    },
  };
}

function supportFlags(supports: string): Record<string, boolean> {
  return {
    ...Object.fromEntries(flags.map(({ key, letter }) => [key, supports.includes(letter)])),
    supports_oauth: supports.includes('o'),
  };
}

function logoUrl({ logoGuid = 'default' }: InstitutionRow, size: string): string {
  return `https://content.moneydesktop.com/storage/MD_Assets/Ipad%20Logos/${size}/${logoGuid}_${size}.png`;
}
