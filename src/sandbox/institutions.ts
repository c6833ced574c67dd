import { credentialFields, type CredentialField } from './credential-shapes.ts';
import { institutionTable, type InstitutionRow } from './institution-table.ts';
import { refuse } from './errors.ts';
import { guidOf } from './guids.ts';
import { booleanQuery } from './query.ts';

/** An institution, with what the sandbox needs to know about it. */
export interface Institution {
  readonly guid: string;
  readonly code: string;
  readonly name: string;
  readonly country: 'US' | 'CA' | 'MX';
  readonly url: string | null;
  /** Nobody can find it or connect to it. */
  readonly isHidden: boolean;
  readonly mediumLogoUrl: string | null;
  readonly smallLogoUrl: string | null;
  readonly fields: readonly CredentialField[];
  /** The letters of {@link InstitutionRow.supports}; `null` where its record has none. */
  readonly supports: string | null;
  /** Its page cuts the tie to the window that opened it. */
  readonly isolatesWindow: boolean;
  /** How long after a successful aggregation another one silently does nothing, in milliseconds. */
  readonly throttleMs: number;
}

/** Three hours, the usual length according to the Atrium API documentation. */
const THROTTLE_MS = 3 * 60 * 60 * 1000;

/** MX Bank can be aggregated as often as one likes. */
const UNTHROTTLED = new Set(['mxbank', 'mx_bank_oauth']);

/** What MX puts accounts under that no bank knows of. */
export const manualInstitution: Institution = {
  ...expand({ code: 'manual_institution', name: 'Manual Institution', shape: 'none' }),
  guid: 'INS-MANUAL-cb5c-1d48-741c-b30f4ddd1730',
  url: null,
  isHidden: true,
};

const institutions: ReadonlyMap<string, Institution> = new Map(
  [...institutionTable.map(expand), manualInstitution].map((each) => [each.code, each]),
);

/** The institution with this code; 404 when there is none. */
export function institutionByCode(code: string): Institution {
  return institutions.get(code) ?? refuse(404, 'No institution has this code.');
}

/** The institution with this guid, if there is one. */
export function institutionByGuid(guid: string): Institution | undefined {
  return [...institutions.values()].find((institution) => institution.guid === guid);
}

/** Those whose name contains `name`. */
export function searchInstitutions(name: string): readonly Institution[] {
  const wanted = fold(name);
  return [...institutions.values()].filter(
    (institution) => !institution.isHidden && fold(institution.name).includes(wanted),
  );
}

/** What a client of this sandbox has set as its favorites, the most popular first. */
const FAVORITES = ['mxbank', 'first_lantern', 'mx_bank_oauth', 'meadowlark', 'caisse_grand_pre'];

/** The favorites of the client. */
export const favoriteInstitutions: readonly Institution[] = FAVORITES.map(institutionByCode);

/** Whether the institution supports what a letter of the table stands for. */
export function doesSupport({ supports }: Institution, letter: string): boolean {
  return supports?.includes(letter) ?? false;
}

/** The keys that say what an institution supports, and their letters in the table. */
export const productFlags = [
  { key: 'supports_account_identification', letter: 'i' },
  { key: 'supports_account_statement', letter: 's' },
  { key: 'supports_account_verification', letter: 'v' },
  { key: 'supports_transaction_history', letter: 'h' },
] as const;

/** Those that support what the flags in a query ask for. */
export function supportFilter(query: URLSearchParams): (institution: Institution) => boolean {
  return (institution) =>
    productFlags.every(({ key, letter }) => {
      const wanted = booleanQuery(query.get(key) ?? undefined);
      return wanted === undefined || doesSupport(institution, letter) === wanted;
    });
}

/** Without case or accents, so that "credit" finds "Crédit". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function expand(row: InstitutionRow): Institution {
  return {
    guid: row.logoGuid ?? guidOf('INS', row.code),
    code: row.code,
    name: row.name,
    country: row.country ?? 'US',
    url: row.bare ? null : (row.url ?? `https://www.${row.code.replaceAll('_', '-')}.example`),
    mediumLogoUrl: row.bare ? null : logoUrl(row, '100x100'),
    smallLogoUrl: row.bare ? null : logoUrl(row, '50x50'),
    isHidden: false,
    fields: credentialFields(row.shape, row.code),
    supports: row.supports ?? null,
    isolatesWindow: row.isolatesWindow === true,
    throttleMs: UNTHROTTLED.has(row.code) ? 0 : THROTTLE_MS,
  };
}

function logoUrl({ logoGuid = 'default' }: InstitutionRow, size: string): string {
  return `https://content.moneydesktop.com/storage/MD_Assets/Ipad%20Logos/${size}/${logoGuid}_${size}.png`;
}
