import type { CredentialShape } from './credential-shapes.ts';

/** One institution in the fewest words. Everything else about it is derived. */
export interface InstitutionRow {
  readonly code: string;
  readonly name: string;
  readonly shape: CredentialShape;
  /**
   * What it supports: `i`dentification, `s`tatements, `v`erification, transaction `h`istory,
   * `o`Auth. Absent: a record from before those keys existed, so all of them are missing.
   */
  readonly supports?: string;
  readonly url?: string;
  /** Where it is. Absent: in the United States. */
  readonly country?: 'CA' | 'MX';
  /** MX's own guid, which is in the address of its logo. Absent: the generic logo. */
  readonly logoGuid?: string;
  /** Its page cuts the tie to the window that opened it, as some banks' pages do. */
  readonly isolatesWindow?: true;
  /** `null` logos and address: some records have nothing. */
  readonly bare?: true;
}

/** The institutions that MX itself provides for testing, as it describes them. */
const testInstitutions: readonly InstitutionRow[] = [
  {
    code: 'mxbank',
    name: 'MX Bank',
    shape: 'mxbank',
    supports: 'v',
    url: 'https://www.mx.com',
    logoGuid: 'INS-1572a04c-912b-59bf-5841-332c7dfafaef',
  },
  {
    code: 'mx_bank_oauth',
    name: 'MX Bank (OAuth)',
    shape: 'none',
    supports: 'vo',
    url: 'https://www.mx.com',
    logoGuid: 'INS-68e96dd6-eabd-42d3-9f05-416897f0746c',
  },
  { code: 'mxcu', name: 'MXCU', shape: 'standard', supports: 'isvh' },
];

/** Imaginary ones, so that searching, paging and every shape of form have something to work on. */
const imaginaryInstitutions: readonly InstitutionRow[] = [
  { code: 'alder_and_ash', name: 'Alder & Ash Savings', shape: 'standard', supports: 'iv' },
  { code: 'amberfield', name: 'Amberfield Community Bank', shape: 'standard', supports: 'v' },
  { code: 'anchor_rock', name: 'Anchor Rock Credit Union', shape: 'email', supports: 'ivh' },
  {
    code: 'banco_del_faro',
    name: 'Banco del Faro',
    shape: 'standard',
    supports: 'v',
    country: 'MX',
  },
  { code: 'banco_nandu', name: 'Banco Ñandú', shape: 'threeFields', supports: 'v', country: 'MX' },
  { code: 'bank_al_manara', name: 'بنك المنارة', shape: 'standard', supports: 'v' },
  { code: 'bank_hamigdal', name: 'בנק המגדל', shape: 'threeFields', supports: 'iv' },
  { code: 'banque_des_ormes', name: 'Banque des Ormes', shape: 'customerNumber', supports: 'isv' },
  { code: 'bayberry', name: 'Bayberry Federal Savings Bank', shape: 'standard' },
  { code: 'bellwether', name: 'Bellwether Bank', shape: 'oauthOrCredentials', supports: 'isvho' },
  { code: 'birchwood_cu', name: 'Birchwood Credit Union', shape: 'standard', supports: 'v' },
  { code: 'blue_heron', name: 'Blue Heron Bank & Trust', shape: 'unordered', supports: 'iv' },
  { code: 'brightwater', name: 'Brightwater Financial', shape: 'standard', supports: '' },
  {
    code: 'caisse_grand_pre',
    name: 'Caisse du Grand-Pré',
    shape: 'region',
    supports: 'v',
    country: 'CA',
  },
  { code: 'calder_card', name: 'Calder Card Services', shape: 'email', supports: 's' },
  { code: 'cedar_hollow', name: 'Cedar Hollow Bank', shape: 'standard', supports: 'iv' },
  { code: 'copper_kettle', name: 'Copper Kettle Credit Union', shape: 'memorableWord' },
  {
    code: 'credit_saint_elme',
    name: 'Crédit Saint-Elme',
    shape: 'standard',
    supports: 'iv',
    country: 'CA',
  },
  { code: 'driftwood', name: 'Driftwood Savings & Loan', shape: 'standard', supports: 'v' },
  { code: 'eastmoor', name: 'Eastmoor Building Society', shape: 'memorableWord', supports: 'v' },
  { code: 'elderflower', name: 'Elderflower Private Bank', shape: 'threeFields', supports: 'isv' },
  { code: 'emberline', name: 'Emberline', shape: 'none', supports: 'ivho' },
  { code: 'evergreen_teachers', name: 'Evergreen Teachers Credit Union', shape: 'standard' },
  { code: 'fernbank', name: 'Fernbank', shape: 'email', supports: 'iv' },
  {
    code: 'first_lantern',
    name: 'First Lantern National Bank',
    shape: 'standard',
    supports: 'ivh',
  },
  { code: 'foxglove', name: 'Foxglove Mutual', shape: 'unknownField', supports: 'v' },
  { code: 'gilded_oak', name: 'Gilded Oak Investments', shape: 'standard', supports: 's' },
  { code: 'granite_peak', name: 'Granite Peak Bank', shape: 'standard', supports: 'iv' },
  { code: 'greywater_loans', name: 'Greywater Student Loans', shape: 'email', supports: '' },
  { code: 'harbor_and_vine', name: 'Harbor & Vine Bank', shape: 'standard', supports: 'v' },
  { code: 'hawthorn', name: 'Hawthorn Trust', shape: 'unordered', supports: 'iv' },
  { code: 'hearthstone', name: 'Hearthstone Home Lending', shape: 'standard', supports: '' },
  { code: 'inkwell', name: 'Inkwell Brokerage', shape: 'threeFields', supports: 's' },
  { code: 'ironbridge', name: 'Ironbridge Bank', shape: 'standard', supports: 'iv' },
  { code: 'juniper', name: 'Juniper', shape: 'none', supports: 'ivo', isolatesWindow: true },
  { code: 'kestrel', name: 'Kestrel Credit Union', shape: 'standard', supports: 'v', bare: true },
  { code: 'kvist_sparbank', name: 'Kvist Sparbank på Åsö', shape: 'customerNumber', supports: 'v' },
  { code: 'lakeshore', name: 'Lakeshore Bank', shape: 'standard', supports: 'iv' },
  { code: 'larkspur', name: 'Larkspur Credit Union', shape: 'standard', supports: 'v' },
  {
    code: 'long_name',
    name: 'The Agricultural, Mercantile and Seafarers’ Mutual Savings Bank of Upper Wexcombe and the Outer Islands',
    shape: 'standard',
    supports: 'v',
  },
  { code: 'marigold', name: 'Marigold Bank', shape: 'region', supports: 'iv' },
  {
    code: 'meadowlark',
    name: 'Meadowlark Federal Credit Union',
    shape: 'standard',
    supports: 'iv',
  },
  { code: 'millstone', name: 'Millstone Savings Bank', shape: 'standard', bare: true },
  { code: 'morgenrot', name: 'Morgenröte Bank für Gemeinwohl', shape: 'threeFields' },
  { code: 'northgate', name: 'Northgate National', shape: 'standard', supports: 'isvh' },
  { code: 'old_quarry', name: 'Old Quarry Bank', shape: 'standard', supports: 'v' },
  { code: 'orchard_street', name: 'Orchard Street Bank', shape: 'standard', supports: 'iv' },
  { code: 'palisade', name: 'Palisade Capital', shape: 'email', supports: 's' },
  { code: 'pebblebrook', name: 'Pebblebrook Credit Union', shape: 'standard', supports: 'v' },
  { code: 'pinnacle_ridge', name: 'Pinnacle Ridge Bank', shape: 'standard', supports: 'iv' },
  { code: 'quillpoint', name: 'Quillpoint Bank', shape: 'oauthOrCredentials', supports: 'ivo' },
  { code: 'redfern', name: 'Redfern & Daughters', shape: 'memorableWord', supports: 'v' },
  { code: 'riverbend', name: 'Riverbend Bank', shape: 'standard', supports: 'iv' },
  { code: 'saltmarsh', name: 'Saltmarsh Credit Union', shape: 'standard', supports: 'v' },
  { code: 'silver_birch', name: 'Silver Birch Bank', shape: 'standard', supports: 'iv' },
  { code: 'stonecutters', name: 'Stonecutters Union Bank', shape: 'standard', supports: 'v' },
  { code: 'sunnyside', name: 'Sunnyside Savings', shape: 'standard', supports: '' },
  { code: 'tamarack', name: 'Tamarack Valley Bank', shape: 'standard', supports: 'iv' },
  { code: 'thistle_and_rose', name: 'Thistle & Rose Bank', shape: 'memorableWord', supports: 'v' },
  { code: 'umbra_cards', name: 'Umbra Cards', shape: 'email', supports: 's' },
  { code: 'westerly', name: 'Westerly Bank', shape: 'standard', supports: 'iv' },
  { code: 'zelkova', name: 'Żelkova Bank Łódź', shape: 'standard', supports: 'v' },
];

/** Every institution the sandbox knows, MX's own test institutions first. */
export const institutionTable: readonly InstitutionRow[] = [
  ...testInstitutions,
  ...imaginaryInstitutions,
];
