import { guidOf } from './guids.ts';

/** One field of an institution's sign-in form, as it goes over the wire. */
export interface CredentialField {
  readonly display_order: number;
  readonly field_name: string;
  readonly guid: string;
  readonly label: string;
  /** `LOGIN`, `PASSWORD`, `TEXT`, `OPTIONS`, or something no client has heard of. */
  readonly type: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

type FieldDraft = Omit<CredentialField, 'guid'> & { readonly guid?: string };

const login = { field_name: 'LOGIN', label: 'Username', type: 'LOGIN' };
const password = { field_name: 'PASSWORD', label: 'Password', type: 'PASSWORD' };

/** The forms a bank may ask to be filled in. `display_order` starts at 0 or at 1, and is not the order of the list. */
const shapes = {
  none: [],
  mxbank: [
    { ...login, display_order: 1, guid: 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1' },
    { ...password, display_order: 2, guid: 'CRD-e3d7ea81-aac7-05e9-fbdd-4b493c6e474d' },
  ],
  standard: [
    { ...login, display_order: 1 },
    { ...password, display_order: 2 },
  ],
  oauthOrCredentials: [
    { ...login, display_order: 1 },
    { ...password, display_order: 2 },
  ],
  email: [
    { ...login, display_order: 0, field_name: 'login_email', label: 'Email address' },
    { ...password, display_order: 1, field_name: 'login_password' },
  ],
  customerNumber: [
    { ...login, display_order: 0, field_name: 'customer_number', label: 'Customer number' },
    { ...password, display_order: 1, field_name: 'access_code', label: 'Access code' },
  ],
  threeFields: [
    { ...login, display_order: 1, label: 'User ID' },
    { ...password, display_order: 2 },
    { display_order: 3, field_name: 'branch', label: 'Branch number', type: 'TEXT' },
  ],
  memorableWord: [
    { ...login, display_order: 1, label: 'Online banking number' },
    { ...password, display_order: 2, label: 'Passcode' },
    { display_order: 3, field_name: 'memorable', label: 'Memorable word', type: 'TEXT' },
  ],
  unordered: [
    { ...password, display_order: 2 },
    { display_order: 3, field_name: 'company', label: 'Company code', type: 'TEXT' },
    { ...login, display_order: 1 },
  ],
  region: [
    {
      display_order: 0,
      field_name: 'region',
      label: 'Region',
      type: 'OPTIONS',
      options: [
        { label: 'Northern counties', value: 'region_01' },
        { label: 'Southern counties', value: 'region_02' },
        { label: 'The islands', value: 'region_03' },
      ],
    },
    { ...login, display_order: 1 },
    { ...password, display_order: 2 },
  ],
  unknownField: [
    { ...login, display_order: 1 },
    { ...password, display_order: 2 },
    { display_order: 3, field_name: 'sigil', label: 'Sigil phrase', type: 'SIGIL' },
  ],
} as const satisfies Record<string, readonly FieldDraft[]>;

/** The name of a form. */
export type CredentialShape = keyof typeof shapes;

/** The fields that one institution asks for, with guids that stay the same for ever. */
export function credentialFields(
  shape: CredentialShape,
  institutionCode: string,
): readonly CredentialField[] {
  return shapes[shape].map((field: FieldDraft) => ({
    display_order: field.display_order,
    field_name: field.field_name,
    guid: field.guid ?? guidOf('CRD', `${institutionCode} ${field.field_name}`),
    label: field.label,
    type: field.type,
    ...(field.options ? { options: field.options } : {}),
  }));
}
