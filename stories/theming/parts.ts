/**
 * Every class and every `data-*` of the styling contract, once: the documentation shows this
 * table, and a test holds the components and the stylesheet to it.
 */
import type { ChallengeRound } from '../../src/domain/challenge.ts';
import { CONNECTION_MODES, type PremiumMode } from '../../src/domain/mode.ts';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import type { ReportedStatus, Tone, Turn } from '../../src/domain/status.ts';
import { ATRIUM_ERROR_KINDS } from '../../src/domain/errors.ts';
import type {
  ConnectingPace,
  ConnectingStage,
  ConnectionStep,
  ConnectionStepKind,
  Resource,
} from '../../src/domain/step.ts';

export interface Part {
  /** What it is, for a host's designer. */
  readonly is: string;
  /**
   * The states it shows, and the values of each. An empty list is an attribute that is there or
   * not, without a value.
   */
  readonly data?: Readonly<Record<`data-${string}`, readonly string[]>>;
}

/** All members of a union, or a compile error. */
const every = <Value extends string>(values: Readonly<Record<Value, true>>): readonly string[] =>
  Object.keys(values);

const tones = every<Tone>({
  neutral: true,
  progress: true,
  attention: true,
  success: true,
  danger: true,
});

const turns = every<Turn>({
  nobody: true,
  machine: true,
  user: true,
  'user-at-institution': true,
  done: true,
  wait: true,
  later: true,
  ended: true,
});

const statuses: readonly `${ReportedStatus}`[] = [...CONNECTION_STATUSES, 'UNKNOWN', 'null'];

/** The component that a class stands for, on its outermost element. */
export const componentParts = {
  'atrium-connect-widget': {
    is: '`ConnectWidget` and `MemberConnection`',
    data: {
      'data-step': every<ConnectionStepKind>({
        loading: true,
        search: true,
        limit: true,
        consent: true,
        offer: true,
        unavailable: true,
        'choose-account': true,
        credentials: true,
        oauth: true,
        connecting: true,
        challenge: true,
        connected: true,
        attention: true,
        'manual-account': true,
        failure: true,
      }),
    },
  },
  'atrium-search': {
    is: '`InstitutionSearch`',
    data: {
      'data-results': every<Resource<never>['kind']>({ loading: true, ready: true, failed: true }),
    },
  },
  'atrium-credentials': {
    is: '`CredentialsForm`',
    data: { 'data-purpose': ['connect', 'update'] },
  },
  'atrium-oauth-returned': { is: '`OAuthReturned`' },
  'atrium-oauth': {
    is: '`OAuthButton`',
    data: {
      'data-phase': every<Extract<ConnectionStep, { kind: 'oauth' }>['phase']>({
        offer: true,
        preparing: true,
        ready: true,
        away: true,
        confirming: true,
      }),
    },
  },
  'atrium-connecting': {
    is: '`Connecting`',
    data: {
      'data-status': statuses,
      'data-stage': every<ConnectingStage>({
        'signing-in': true,
        'fetching-accounts': true,
        'fetching-transactions': true,
      }),
      'data-pace': every<ConnectingPace>({
        usual: true,
        slow: true,
        stalled: true,
        unreachable: true,
      }),
    },
  },
  'atrium-challenge': {
    is: '`ChallengeForm`',
    data: {
      'data-round': every<ChallengeRound>({
        new: true,
        repeated: true,
        rejected: true,
        replaced: true,
      }),
    },
  },
  'atrium-connected': {
    is: '`Connected`',
    data: {
      'data-mode': [...CONNECTION_MODES],
      'data-accounts': ['loading', 'ready', 'failed'],
      'data-arriving': [],
    },
  },
  'atrium-consent': { is: '`Consent`' },
  'atrium-account-choice': { is: '`AccountChoice`' },
  'atrium-mode-offer': {
    is: '`ModeOffer`',
    data: { 'data-mode': every<PremiumMode>({ verification: true, identification: true }) },
  },
  'atrium-mode-unavailable': {
    is: '`ModeUnavailable`',
    data: {
      'data-reason': every<Extract<ConnectionStep, { kind: 'unavailable' }>['reason']>({
        institution: true,
        app: true,
        accounts: true,
        credentials: true,
      }),
    },
  },
  'atrium-connection-status': {
    is: '`ConnectionStatus`',
    data: {
      'data-status': statuses,
      'data-tone': tones,
      'data-turn': turns,
    },
  },
  'atrium-manual-account': { is: '`ManualAccountForm`' },
  'atrium-manual-account-added': { is: '`ManualAccountAdded`' },
  'atrium-failure': {
    is: '`ConnectFailure`',
    data: {
      'data-error': ATRIUM_ERROR_KINDS,
      'data-during': ['institution', 'credentials', 'member', 'job'],
    },
  },
  'atrium-member-manager': { is: '`MemberManager`' },
  'atrium-member-list': {
    is: '`MemberList`',
    data: {
      'data-members': every<Resource<never>['kind']>({ loading: true, ready: true, failed: true }),
    },
  },
  'atrium-member': {
    is: '`MemberRow`',
    data: { 'data-status': statuses, 'data-turn': turns, 'data-arriving': [], 'data-open': [] },
  },
  'atrium-remove-member': { is: '`RemoveMember`' },
  'atrium-rename-member': { is: '`RenameMember`' },
  'atrium-member-limit': { is: '`MemberLimit`' },
  'atrium-loading': { is: '`Loading`' },
  'atrium-institution-header': { is: '`InstitutionHeader`' },
} as const satisfies Readonly<Record<string, Part>>;

/** The parts that components are made of. */
export const innerParts = {
  'atrium-root': { is: 'Every component: where the properties are read.' },
  'atrium-step': { is: 'Every component that is a `section` with a heading.' },
  'atrium-heading': { is: 'The heading of a step.', data: { 'data-atrium-heading': [] } },
  'atrium-message': { is: 'The sentence below the heading.' },
  'atrium-small': { is: 'Small print.' },
  'atrium-privacy': { is: 'Small print with an icon before it.' },
  'atrium-icon': { is: 'An icon, in the colour of the text around it.' },
  'atrium-sr-only': { is: 'Text that is heard and not seen.' },
  'atrium-actions': { is: 'The buttons of a step.' },
  'atrium-button': {
    is: 'A button, or a link that looks like one. `aria-disabled` while it waits.',
    data: { 'data-kind': ['primary', 'secondary', 'quiet', 'danger'] },
  },
  'atrium-link': { is: 'A link, or a button that looks like one.' },
  'atrium-external': { is: 'What a link to another site ends in, kept with its last word.' },
  'atrium-spinner': { is: 'The sign of movement in a button that waits.' },
  'atrium-notice': { is: 'A remark on a tinted surface.', data: { 'data-tone': tones } },
  'atrium-notice-title': { is: 'Its first line.' },
  'atrium-notice-text': { is: 'Its words, beside the icon.' },
  'atrium-summary': { is: 'The fields with an error, in a notice.' },
  'atrium-badge': { is: 'The icon above a heading.', data: { 'data-tone': tones } },
  'atrium-form': { is: 'The form of a step.' },
  'atrium-field': { is: 'A question: label, error, control, hint.' },
  'atrium-label': { is: 'Its label.' },
  'atrium-field-error': { is: 'What is wrong with its answer.' },
  'atrium-hint': { is: 'A hint below the control.' },
  'atrium-input': { is: 'An `input` or a `select`. `aria-invalid` with an error.' },
  'atrium-input-group': { is: 'A field with something beside it, in one box.' },
  'atrium-input-toggle': { is: 'The button that shows or hides a password.' },
  'atrium-choices': { is: 'A question with choices.', data: { 'data-pictures': [] } },
  'atrium-choice-list': { is: 'All of its choices.' },
  'atrium-choice': { is: 'One of them. `:has(:checked)` if it is the one.' },
  'atrium-picture': { is: 'A picture that a question shows.' },
  'atrium-picture-missing': { is: 'The sentence in place of a picture that cannot be shown.' },
  'atrium-mark': { is: 'The logo or the initials of an institution.' },
  'atrium-institution-text': { is: 'Its name and address.' },
  'atrium-institution-name': { is: 'Its name.' },
  'atrium-institution-host': { is: 'The address of its site.' },
  'atrium-search-count': { is: 'How many institutions there are.' },
  'atrium-institutions': { is: 'The list of institutions.' },
  'atrium-institution': { is: 'One of them: a button, or a placeholder.' },
  'atrium-nothing': { is: 'What is said when there is none.' },
  'atrium-cannot-find': { is: 'The way on for those who do not find theirs.' },
  'atrium-terms': { is: 'What the person is to agree to: what, what for, for how long.' },
  'atrium-steps': { is: 'What will happen at the institution, step by step.' },
  'atrium-stages': { is: 'The stages of connecting.', data: { 'data-moving': [] } },
  'atrium-stage': { is: 'One of them.', data: { 'data-state': ['done', 'current', 'to-come'] } },
  'atrium-stage-mark': { is: 'Its circle.' },
  'atrium-stage-state': { is: 'Its state in a word.' },
  'atrium-pace': { is: 'How it is coming along.' },
  'atrium-accounts': { is: 'The accounts found, and how many.' },
  'atrium-accounts-label': { is: 'How many.' },
  'atrium-account-list': { is: 'The list of accounts.' },
  'atrium-account': { is: 'One of them.', data: { 'data-closed': [] } },
  'atrium-account-name': { is: 'Its name.' },
  'atrium-account-kind': { is: 'Its kind and last digits.' },
  'atrium-account-balance': { is: 'Its balance.' },
  'atrium-members': { is: 'The list of members.' },
  'atrium-no-members': { is: 'What is said when there is none.' },
  'atrium-member-header': { is: 'Who a member is and how it stands.' },
  'atrium-member-text': { is: 'The words of it.' },
  'atrium-member-name': {
    is: 'The name of a member, as a heading.',
    data: { 'data-atrium-heading': [] },
  },
  'atrium-member-status': { is: 'Its status in words.', data: { 'data-tone': tones } },
  'atrium-member-updated': { is: 'When it was last updated, and that more is coming in.' },
  'atrium-member-body': { is: 'What it needs, in words and buttons.' },
  'atrium-member-tools': { is: 'What can always be done: refresh, rename, remove.' },
  'atrium-skeleton': { is: 'A placeholder.' },
  'atrium-skeleton-heading': { is: 'A placeholder as tall as a heading.' },
  'atrium-skeleton-line': { is: 'A placeholder as tall as a line.' },
  'atrium-skeleton-control': { is: 'A placeholder as tall as a control.' },
} as const satisfies Readonly<Record<string, Part>>;

/** Every class of the contract. */
export const parts: Readonly<Record<string, Part>> = { ...componentParts, ...innerParts };
