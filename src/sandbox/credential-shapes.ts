import { guidOf } from './guids.ts';

/** One field of an institution's sign-in form. */
export interface CredentialField {
  readonly displayOrder: number;
  readonly fieldName: string;
  readonly guid: string;
  readonly label: string;
  /** `LOGIN`, `PASSWORD`, `TEXT`, `OPTIONS`, or something no client has heard of. */
  readonly type: string;
  readonly options?: readonly CredentialOption[];
}

/** One of the choices of a field. */
export interface CredentialOption {
  readonly guid: string;
  readonly label: string;
  readonly value: string;
}

type FieldDraft = Omit<CredentialField, 'guid' | 'options'> & {
  readonly guid?: string;
  readonly options?: readonly Omit<CredentialOption, 'guid'>[];
};

const login = { fieldName: 'LOGIN', label: 'Username', type: 'LOGIN' };
const password = { fieldName: 'PASSWORD', label: 'Password', type: 'PASSWORD' };

/** The forms a bank may ask to be filled in. `displayOrder` starts at 0 or at 1, and is not the order of the list. */
const shapes = {
  none: [],
  mxbank: [
    { ...login, displayOrder: 1, guid: 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1' },
    { ...password, displayOrder: 2, guid: 'CRD-e3d7ea81-aac7-05e9-fbdd-4b493c6e474d' },
  ],
  standard: [
    { ...login, displayOrder: 1 },
    { ...password, displayOrder: 2 },
  ],
  oauthOrCredentials: [
    { ...login, displayOrder: 1 },
    { ...password, displayOrder: 2 },
  ],
  email: [
    { ...login, displayOrder: 0, fieldName: 'login_email', label: 'Email address' },
    { ...password, displayOrder: 1, fieldName: 'login_password' },
  ],
  customerNumber: [
    { ...login, displayOrder: 0, fieldName: 'customer_number', label: 'Customer number' },
    { ...password, displayOrder: 1, fieldName: 'access_code', label: 'Access code' },
  ],
  threeFields: [
    { ...login, displayOrder: 1, label: 'User ID' },
    { ...password, displayOrder: 2 },
    { displayOrder: 3, fieldName: 'branch', label: 'Branch number', type: 'TEXT' },
  ],
  memorableWord: [
    { ...login, displayOrder: 1, label: 'Online banking number' },
    { ...password, displayOrder: 2, label: 'Passcode' },
    { displayOrder: 3, fieldName: 'memorable', label: 'Memorable word', type: 'TEXT' },
  ],
  unordered: [
    { ...password, displayOrder: 2 },
    { displayOrder: 3, fieldName: 'company', label: 'Company code', type: 'TEXT' },
    { ...login, displayOrder: 1 },
  ],
  region: [
    {
      displayOrder: 0,
      fieldName: 'region',
      label: 'Region',
      type: 'OPTIONS',
      options: [
        { label: 'Northern counties', value: 'region_01' },
        { label: 'Southern counties', value: 'region_02' },
        { label: 'The islands', value: 'region_03' },
      ],
    },
    { ...login, displayOrder: 1 },
    { ...password, displayOrder: 2 },
  ],
  unknownField: [
    { ...login, displayOrder: 1 },
    { ...password, displayOrder: 2 },
    { displayOrder: 3, fieldName: 'sigil', label: 'Sigil phrase', type: 'SIGIL' },
  ],
} as const satisfies Record<string, readonly FieldDraft[]>;

/** The name of a form. */
export type CredentialShape = keyof typeof shapes;

/** The fields that one institution asks for, with guids that stay the same for ever. */
export function credentialFields(
  shape: CredentialShape,
  institutionCode: string,
): readonly CredentialField[] {
  return shapes[shape].map(({ options, ...field }: FieldDraft) => {
    const name = `${institutionCode} ${field.fieldName}`;
    return {
      ...field,
      guid: field.guid ?? guidOf('CRD', name),
      ...(options && { options: options.map((option) => withGuid(option, name)) }),
    };
  });
}

function withGuid(option: Omit<CredentialOption, 'guid'>, name: string): CredentialOption {
  return { ...option, guid: guidOf('CRO', `${name} ${option.value}`) };
}
