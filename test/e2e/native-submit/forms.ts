import { createElement, useState, type ReactElement } from 'react';
import {
  AccountChoice,
  ChallengeForm,
  CredentialsForm,
  InstitutionSearch,
  ManualAccountForm,
  RenameMember,
  type Account,
  type Challenge,
  type Credential,
} from 'react-atrium-connect';

/** What the user types or chooses, found nowhere else. */
export const TYPED = 'zebra-5f02';

/** Guids under which the properties of a form or a document are found. */
const CLOBBERING = [
  'nodeName',
  'parentNode',
  'ownerDocument',
  'action',
  'method',
  'submit',
  'elements',
  '__proto__',
];

const option = { label: 'One', value: TYPED };

const credential = (guid: string, type: Credential['type']): Credential => ({
  guid,
  fieldName: null,
  label: `${type} ${guid}`,
  type,
  options: [option],
});

const account: Account = {
  guid: `ACT-${TYPED}`,
  memberGuid: null,
  name: 'Checking',
  type: 'CHECKING',
  subtype: null,
  lastFour: null,
  balance: null,
  availableBalance: null,
  currencyCode: null,
  isClosed: false,
};

const challenges: readonly Challenge[] = [
  { guid: 'CRD-1', type: 'TEXT', label: 'City' },
  { guid: 'CRD-2', type: 'TOKEN', label: 'Code' },
  { guid: 'CRD-3', type: 'OPTIONS', label: 'Phone', options: [option] },
  { guid: 'CRD-4', type: 'IMAGE_DATA', label: 'Picture', imageData: null },
  {
    guid: 'CRD-5',
    type: 'IMAGE_OPTIONS',
    label: 'Pictures',
    imageOptions: [{ ...option, dataUri: null }],
  },
  { guid: 'CRD-6', type: 'UNKNOWN', label: 'Other' },
];

/** Receives what a form submits to the host. */
export type OnSubmit = (submitted: unknown) => void;

const common = { institutionName: 'MX Bank', isSubmitting: false, onCancel: () => {} };

const credentialsForm = (credentials: readonly Credential[]) => (onSubmit: OnSubmit) =>
  createElement(CredentialsForm, {
    institutionName: 'MX Bank',
    isSubmitting: false,
    credentials,
    purpose: 'connect',
    onSubmit,
  });

const challengeForm = (asked: readonly Challenge[]) => (onSubmit: OnSubmit) =>
  createElement(ChallengeForm, { ...common, challenges: asked, onSubmit });

function Search(): ReactElement {
  const [query, setQuery] = useState('');
  return createElement(InstitutionSearch, {
    query,
    onQueryChange: setQuery,
    results: { kind: 'loading' },
    onSelect: () => {},
    onLoadMore: () => {},
    onRetry: () => {},
  });
}

/** Every form of the library. The search submits nothing: it searches as the user types. */
export const FORMS: Readonly<Record<string, (onSubmit: OnSubmit) => ReactElement>> = {
  CredentialsForm: credentialsForm(
    (['LOGIN', 'PASSWORD', 'TEXT', 'TOKEN', 'OPTIONS', 'UNKNOWN'] as const).map((type, index) =>
      credential(`CRD-${index}`, type),
    ),
  ),
  'CredentialsForm with clobbering guids': credentialsForm(
    CLOBBERING.map((guid) => credential(guid, 'TEXT')),
  ),
  ChallengeForm: challengeForm(challenges),
  'ChallengeForm with clobbering guids': challengeForm(
    CLOBBERING.map((guid) => ({ guid, type: 'OPTIONS', label: guid, options: [option] })),
  ),
  ManualAccountForm: (onSubmit) => createElement(ManualAccountForm, { ...common, onSubmit }),
  RenameMember: (onSubmit) =>
    createElement(RenameMember, { name: '', isSubmitting: false, onCancel: () => {}, onSubmit }),
  AccountChoice: (onChoose) =>
    createElement(AccountChoice, { accounts: [account], institutionName: 'MX Bank', onChoose }),
  InstitutionSearch: () => createElement(Search),
};

/** One form three times: on its own, inside a form of the host, and inside an open dialog. */
export function HostPage({ name, onSubmit }: { name: string; onSubmit: OnSubmit }): ReactElement {
  const form = () => FORMS[name]?.(onSubmit);
  return createElement(
    'main',
    null,
    createElement('div', { className: 'place' }, form()),
    createElement(
      'form',
      { className: 'place', action: '/host' },
      createElement('input', { name: 'host', defaultValue: 'yes', 'aria-label': 'Host' }),
      form(),
      createElement('button', { id: 'submit-host-form' }, 'Submit'),
    ),
    createElement('dialog', { className: 'place', open: true }, form()),
  );
}
