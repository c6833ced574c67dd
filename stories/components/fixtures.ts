import type { Account } from '../../src/domain/account.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import type { ConsentTerms } from '../../src/domain/consent.ts';
import type { Credential } from '../../src/domain/credential.ts';
import { AtriumError, type AtriumErrorKind } from '../../src/domain/errors.ts';
import type { Institution } from '../../src/domain/institution.ts';
import type { StatusDetail } from '../../src/domain/member-error.ts';
import type { Member } from '../../src/domain/member.ts';

export const institutionName = 'MX Bank';
export const institutionUrl = 'https://www.mx.com/';

export const terms: ConsentTerms = {
  data: ['Names and balances of your accounts', 'Transactions of the last year'],
  purpose: 'To show where your money goes, and to warn you before a bill cannot be paid.',
  duration: 'Until you remove the connection, which you can do at any time.',
};

function institution(code: string, name: string, url: string | null): Institution {
  return {
    code,
    name,
    url,
    mediumLogoUrl: null,
    smallLogoUrl: null,
    supportsOauth: false,
    supportsAccountIdentification: true,
    supportsAccountStatement: true,
    supportsAccountVerification: true,
    supportsTransactionHistory: true,
  };
}

export const institutions: readonly Institution[] = [
  institution('mxbank', institutionName, institutionUrl),
  institution('harbor', 'Harbor Federal Credit Union', 'https://www.harborfcu.example/'),
  institution('cedar', 'Cedar & Vale Savings', 'https://online.cedarvale.example/'),
  institution(
    'long',
    'The Mutual Building and Loan Association of Greater Llanfairpwllgwyngyll',
    'https://secure.online-banking.mutual-building-and-loan.example/',
  ),
  institution('nile', 'بنك النيل الأهلي', 'https://nile.example/'),
  institution('nowhere', 'Öst–Väst Bank', null),
];

function field(guid: string, label: string, type: Credential['type']): Credential {
  return { guid, fieldName: null, label, type, options: [] };
}

export const login: readonly Credential[] = [
  field('CRD-1', 'Username', 'LOGIN'),
  field('CRD-2', 'Password', 'PASSWORD'),
];

export const everyField: readonly Credential[] = [
  ...login,
  {
    ...field('CRD-3', 'Branch', 'OPTIONS'),
    options: [
      { label: 'Lehi', value: 'lehi' },
      { label: 'Provo', value: 'provo' },
    ],
  },
  field('CRD-4', 'Code from your card reader', 'TOKEN'),
  field('CRD-5', 'Customer number', 'TEXT'),
  field('CRD-6', 'Memorable date', 'UNKNOWN'),
];

/** A member that is connected, and was updated at the turn of the year. */
export function member(index: number, facts: Partial<Member> = {}): Member {
  return {
    guid: `MBR-${index}`,
    identifier: null,
    institutionCode: 'mxbank',
    name: institutionName,
    metadata: null,
    connectionStatus: 'CONNECTED',
    status: null,
    isBeingAggregated: false,
    isOauth: false,
    isManual: false,
    oauthWindowUri: null,
    aggregatedAt: '2026-01-01T09:30:00.000Z',
    successfullyAggregatedAt: '2026-01-01T09:30:00.000Z',
    error: null,
    connectionStatusMessage: null,
    ...facts,
  };
}

/** A picture drawn on the spot, as the data URI that the API would send. */
function picture(text: string, background: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 200;
  canvas.height = 80;
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('A story needs a browser that draws.');
  }
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#1f2937';
  context.font = 'italic 36px serif';
  context.fillText(text, 24, 52);
  return canvas.toDataURL('image/png');
}

export const challenges = {
  text: { guid: 'CHG-1', type: 'TEXT', label: 'What city were you born in?' },
  sameText: { guid: 'CHG-2', type: 'TEXT', label: 'What city were you born in?' },
  token: { guid: 'CHG-3', type: 'TOKEN', label: 'Enter the code we sent to your phone' },
  options: {
    guid: 'CHG-4',
    type: 'OPTIONS',
    label: 'Where should we send the code?',
    options: [
      { label: 'Text message to •••• 4821', value: 'sms' },
      { label: 'E-mail to a•••@example.com', value: 'mail' },
    ],
  },
  image: {
    guid: 'CHG-5',
    type: 'IMAGE_DATA',
    label: 'Type the characters in the picture',
    imageData: picture('7k Qm3', '#e7ecf5'),
  },
  brokenImage: {
    guid: 'CHG-6',
    type: 'IMAGE_DATA',
    label: 'Type the characters in the picture',
    imageData: 'data:image/png;base64,AAAA',
  },
  imageOptions: {
    guid: 'CHG-7',
    type: 'IMAGE_OPTIONS',
    label: 'Which is your security picture?',
    imageOptions: [
      { label: 'Lighthouse', value: '1', dataUri: picture('▲ light', '#fdeccf') },
      { label: 'Willow', value: '2', dataUri: picture('♣ willow', '#dff2e1') },
      { label: 'Anchor', value: '3', dataUri: picture('⚓ anchor', '#dce8fb') },
      { label: 'Kite', value: '4', dataUri: null },
    ],
  },
  unknown: { guid: 'CHG-8', type: 'UNKNOWN', label: 'Say the magic word' },
} as const satisfies Record<string, Challenge>;

export function account(index: number, facts: Partial<Account> = {}): Account {
  return {
    guid: `ACT-${index}`,
    memberGuid: 'MBR-1',
    name: 'Everyday Checking',
    type: 'CHECKING',
    subtype: null,
    lastFour: String(4_000 + index * 37).slice(-4),
    balance: 1_250.5 + index * 311,
    availableBalance: null,
    currencyCode: 'USD',
    isClosed: false,
    ...facts,
  };
}

export const accounts: readonly Account[] = [
  account(1),
  account(2, { name: 'Rainy Day Savings', type: 'SAVINGS', balance: 18_400 }),
  account(3, { name: 'Platinum Rewards Card', type: 'CREDIT_CARD', balance: -326.18 }),
  account(4, { name: 'Reisekonto', type: 'TIME_DEPOSIT', balance: 90, currencyCode: 'EUR' }),
  account(5, { name: 'Old Loan', type: 'LOAN', balance: null, lastFour: null, isClosed: true }),
];

export function failure(kind: AtriumErrorKind, retryAfterMs?: number): AtriumError {
  return new AtriumError(kind, 'Only developers read this.', { retryAfterMs });
}

/** What the Platform API says of a member besides its status. */
export const detail = (code: number, message: string | null = null): StatusDetail => ({
  error: { code, message, locale: 'en' },
  connectionStatusMessage: null,
});
