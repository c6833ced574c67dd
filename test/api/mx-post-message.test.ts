import { describe, expect, it } from 'vitest';
import type { ConnectEvent } from '../../src/domain/events.ts';
import { toMxPostMessage } from '../../src/api/mx-post-message.ts';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { everyEvent } from '../every-event.ts';
import { GUID } from '../domain/support.ts';

const institution = { code: 'mxbank', guid: '' };

/** What MX's documentation of its Connect widget says: `type` and `metadata`. */
const DOCUMENTED: readonly [event: ConnectEvent, type: string | null, metadata?: object][] = [
  [everyEvent.ready, 'loaded', { initial_step: 'search' }],
  [everyEvent['step-changed'], 'stepChange', { previous: 'search', current: 'enterCreds' }],
  [everyEvent['institution-searched'], 'institutionSearch', { query: '' }],
  [
    everyEvent['institution-selected'],
    'selectedInstitution',
    { ...institution, name: 'MX Bank', url: 'https://www.mx.com/' },
  ],
  [
    { ...everyEvent['institution-selected'], institutionUrl: null },
    'selectedInstitution',
    { ...institution, name: 'MX Bank', url: '' },
  ],
  [
    { ...everyEvent['credentials-submitted'], purpose: 'connect', memberGuid: null },
    'enterCredentials',
    { institution },
  ],
  [everyEvent['credentials-submitted'], 'updateCredentials', { member_guid: GUID, institution }],
  [
    everyEvent['create-failed'],
    'createMemberError',
    { institution_guid: '', institution_code: 'mxbank' },
  ],
  [everyEvent['challenge-answered'], 'submitMFA', { member_guid: GUID }],
  [everyEvent['status-changed'], 'memberStatusUpdate', { member_guid: GUID, connection_status: 3 }],
  [everyEvent['data-ready'], 'initialDataReady', { member_guid: GUID }],
  [everyEvent['member-connected'], 'memberConnected', { member_guid: GUID }],
  [everyEvent['member-error'], 'memberError', { member: { guid: GUID, connection_status: 2 } }],
  [everyEvent['member-removed'], 'memberDeleted', { member_guid: GUID }],
  [everyEvent['no-eligible-account'], 'invalidData', { member_guid: GUID, code: '1000' }],
  [
    everyEvent['oauth-requested'],
    'oauthRequested',
    { member_guid: GUID, url: 'https://bank.example' },
  ],
  [everyEvent['oauth-failed'], 'oauthError', { member_guid: GUID, error_reason: 'DENIED' }],
  [
    { ...everyEvent['oauth-failed'], memberGuid: null, reason: 'BLOCKED' },
    'oauthError',
    { error_reason: 'UNKNOWN_ERROR' },
  ],
  [everyEvent['back-to-search'], 'backToSearch', {}],
  [everyEvent.exited, 'memberConnected/primaryAction', {}],
  [{ ...everyEvent.exited, reason: 'user' }, null],
  [everyEvent['consent-accepted'], null],
  [everyEvent['consent-declined'], null],
  [everyEvent['member-created'], null],
  [everyEvent['oauth-member-not-found'], null],
  [everyEvent['account-chosen'], null],
  [everyEvent['manual-account-added'], null],
  [everyEvent['refresh-requested'], null],
];

describe('as MX’s own widget posts it', () => {
  it.each(DOCUMENTED)('%j is %s', (event, type, metadata) => {
    expect(toMxPostMessage(event)).toEqual(
      type === null ? null : { mx: true, type: `mx/connect/${type}`, metadata },
    );
  });

  it('is said of every event whether there is a message for it', () => {
    const said = new Set(DOCUMENTED.map(([{ type }]) => type));
    expect([...said].toSorted()).toEqual(Object.keys(everyEvent).toSorted());
  });

  it.each(CONNECTION_STATUSES.map((status, id) => [status, id] as const))(
    '%s is the number %i',
    (status, connection_status) => {
      expect(
        toMxPostMessage({ type: 'status-changed', memberGuid: GUID, status, previous: undefined }),
      ).toMatchObject({ metadata: { connection_status } });
    },
  );

  it.each([null, 'UNKNOWN'] as const)('%s has no number, and so no message', (status) => {
    const event = {
      type: 'status-changed',
      memberGuid: GUID,
      status,
      previous: undefined,
    } as const;
    expect(toMxPostMessage(event)).toBeNull();
    expect(
      toMxPostMessage({ type: 'member-error', memberGuid: GUID, status, code: null }),
    ).toBeNull();
  });

  it('can be posted: it survives the structured clone', () => {
    for (const event of Object.values(everyEvent)) {
      expect(structuredClone(toMxPostMessage(event))).toEqual(toMxPostMessage(event));
    }
  });
});
