import type { ConnectEvent, ConnectEventType } from '../src/domain/events.ts';
import { GUID } from './domain/support.ts';

const about = { memberGuid: GUID, institutionCode: 'mxbank' };

/** One of each event. An event that is missing here does not compile. */
export const everyEvent: {
  readonly [Type in ConnectEventType]: Extract<ConnectEvent, { type: Type }>;
} = {
  ready: { type: 'ready', step: 'search' },
  'step-changed': { type: 'step-changed', previous: 'search', current: 'credentials', ...about },
  'institution-searched': { type: 'institution-searched', length: 4, found: 2 },
  'institution-selected': {
    type: 'institution-selected',
    institutionCode: 'mxbank',
    institutionName: 'MX Bank',
    institutionUrl: 'https://www.mx.com/',
  },
  'consent-accepted': {
    type: 'consent-accepted',
    ...about,
    terms: { data: ['Balances'], purpose: 'To budget.', duration: 'A year.' },
    at: '2026-01-01T00:00:00.000Z',
  },
  'consent-declined': { type: 'consent-declined', ...about },
  'credentials-submitted': { type: 'credentials-submitted', purpose: 'update', ...about },
  'member-created': { type: 'member-created', ...about },
  'create-failed': { type: 'create-failed', institutionCode: 'mxbank', error: 'server' },
  'challenge-answered': { type: 'challenge-answered', memberGuid: GUID, count: 2 },
  'oauth-requested': { type: 'oauth-requested', ...about, origin: 'https://bank.example' },
  'oauth-failed': { type: 'oauth-failed', memberGuid: GUID, reason: 'DENIED' },
  'oauth-member-not-found': { type: 'oauth-member-not-found', memberGuid: GUID },
  'status-changed': {
    type: 'status-changed',
    memberGuid: GUID,
    status: 'CHALLENGED',
    previous: 'CREATED',
  },
  'data-ready': { type: 'data-ready', memberGuid: GUID },
  'member-connected': { type: 'member-connected', memberGuid: GUID },
  'member-error': { type: 'member-error', memberGuid: GUID, status: 'DENIED', code: 2005 },
  'no-eligible-account': { type: 'no-eligible-account', memberGuid: GUID },
  'account-chosen': { type: 'account-chosen', memberGuid: GUID, accountGuid: 'ACT-1' },
  'manual-account-added': {
    type: 'manual-account-added',
    memberGuid: GUID,
    accountGuid: 'ACT-1',
  },
  'refresh-requested': { type: 'refresh-requested', memberGuid: GUID },
  'member-removed': { type: 'member-removed', memberGuid: GUID },
  'back-to-search': { type: 'back-to-search' },
  exited: { type: 'exited', reason: 'success', memberGuid: GUID },
};
