import type { ConnectEvent } from '../domain/events.ts';
import { OAUTH_ERROR_REASONS, type OauthErrorReason } from '../domain/oauth.ts';
import { statusRow, type ReportedStatus } from '../domain/status.ts';
import type { ConnectionStepKind } from '../domain/step.ts';

/** MX's spelling. The Atrium API gives an institution a code and no guid, so `guid` is empty. */
interface MxInstitution {
  readonly code: string;
  readonly guid: string;
}

interface MxMember {
  readonly member_guid: string;
}

/** What each message of MX's Connect widget carries, by its name. */
export interface MxMetadata {
  'mx/connect/loaded': { readonly initial_step: string };
  'mx/connect/stepChange': { readonly previous: string; readonly current: string };
  /** `query` is empty: what was searched for is not told. */
  'mx/connect/institutionSearch': { readonly query: string };
  'mx/connect/selectedInstitution': MxInstitution & { readonly name: string; readonly url: string };
  'mx/connect/enterCredentials': { readonly institution: MxInstitution };
  'mx/connect/updateCredentials': MxMember & { readonly institution: MxInstitution };
  'mx/connect/createMemberError': {
    readonly institution_guid: string;
    readonly institution_code: string;
  };
  'mx/connect/submitMFA': MxMember;
  'mx/connect/memberStatusUpdate': MxMember & { readonly connection_status: number };
  'mx/connect/initialDataReady': MxMember;
  'mx/connect/memberConnected': MxMember;
  'mx/connect/memberConnected/primaryAction': Readonly<Record<string, never>>;
  'mx/connect/memberError': {
    readonly member: { readonly guid: string; readonly connection_status: number };
  };
  'mx/connect/memberDeleted': MxMember;
  'mx/connect/invalidData': MxMember & { readonly code: string };
  /** `url` is the origin alone: the whole address works only once. */
  'mx/connect/oauthRequested': MxMember & { readonly url: string };
  'mx/connect/oauthError': {
    readonly member_guid?: string;
    readonly error_reason: OauthErrorReason | 'UNKNOWN_ERROR';
  };
  'mx/connect/backToSearch': Readonly<Record<string, never>>;
}

/** The name of a message. */
export type MxMessageType = keyof MxMetadata;

/** A message as MX's Connect widget posts it to the page around it. */
export type MxPostMessage = {
  [Type in MxMessageType]: {
    readonly mx: true;
    readonly type: Type;
    readonly metadata: MxMetadata[Type];
  };
}[MxMessageType];

/**
 * The message that MX's own Connect widget (`ui_message_version` 4) posts when this happens, or
 * `null` where it posts none. For code that listens to that widget already: the names and shapes
 * are the same, without `user_guid` and `session_guid`, which a browser never learns here.
 */
export function toMxPostMessage(event: ConnectEvent): MxPostMessage | null {
  switch (event.type) {
    case 'ready':
      return message('mx/connect/loaded', { initial_step: STEPS[event.step] });
    case 'step-changed':
      return message('mx/connect/stepChange', {
        previous: STEPS[event.previous],
        current: STEPS[event.current],
      });
    case 'institution-searched':
      return message('mx/connect/institutionSearch', { query: '' });
    case 'institution-selected':
      return message('mx/connect/selectedInstitution', {
        ...institution(event.institutionCode),
        name: event.institutionName,
        url: event.institutionUrl ?? '',
      });
    case 'credentials-submitted':
      return event.memberGuid === null
        ? message('mx/connect/enterCredentials', {
            institution: institution(event.institutionCode),
          })
        : message('mx/connect/updateCredentials', {
            member_guid: event.memberGuid,
            institution: institution(event.institutionCode),
          });
    case 'create-failed':
      return message('mx/connect/createMemberError', {
        institution_guid: '',
        institution_code: event.institutionCode,
      });
    case 'challenge-answered':
      return message('mx/connect/submitMFA', member(event));
    case 'status-changed':
      return numbered(event.status, (connection_status) =>
        message('mx/connect/memberStatusUpdate', { ...member(event), connection_status }),
      );
    case 'data-ready':
      return message('mx/connect/initialDataReady', member(event));
    case 'member-connected':
      return message('mx/connect/memberConnected', member(event));
    case 'member-error':
      return numbered(event.status, (connection_status) =>
        message('mx/connect/memberError', {
          member: { guid: event.memberGuid, connection_status },
        }),
      );
    case 'member-removed':
      return message('mx/connect/memberDeleted', member(event));
    case 'no-eligible-account':
      return message('mx/connect/invalidData', { ...member(event), code: '1000' });
    case 'oauth-requested':
      return message('mx/connect/oauthRequested', { ...member(event), url: event.origin });
    case 'oauth-failed':
      return message('mx/connect/oauthError', {
        ...(event.memberGuid !== null && { member_guid: event.memberGuid }),
        error_reason: OAUTH_ERROR_REASONS.find((each) => each === event.reason) ?? 'UNKNOWN_ERROR',
      });
    case 'back-to-search':
      return message('mx/connect/backToSearch', {});
    case 'exited':
      return event.reason === 'success'
        ? message('mx/connect/memberConnected/primaryAction', {})
        : null;
    case 'consent-accepted':
    case 'consent-declined':
    case 'member-created':
    case 'oauth-member-not-found':
    case 'account-chosen':
    case 'manual-account-added':
    case 'refresh-requested':
      return null;
    default:
      return event satisfies never;
  }
}

/** What MX's widget calls its steps. */
const STEPS = {
  loading: 'search',
  search: 'search',
  limit: 'error',
  consent: 'consent',
  offer: 'verifyExistingMember',
  unavailable: 'verifyError',
  'choose-account': 'mfa',
  credentials: 'enterCreds',
  oauth: 'enterCreds',
  connecting: 'connecting',
  challenge: 'mfa',
  connected: 'connected',
  attention: 'loginError',
  'manual-account': 'addManualAccount',
  failure: 'error',
} as const satisfies Record<ConnectionStepKind, string>;

const message = <Type extends MxMessageType>(type: Type, metadata: MxMetadata[Type]) =>
  ({ mx: true, type, metadata }) as Extract<MxPostMessage, { type: Type }>;

const member = ({ memberGuid }: { readonly memberGuid: string }): MxMember => ({
  member_guid: memberGuid,
});

const institution = (code: string | null): MxInstitution => ({ code: code ?? '', guid: '' });

/** Where there is no number for a status, there is no message for it. */
function numbered<Message>(status: ReportedStatus, make: (id: number) => Message): Message | null {
  const { id } = statusRow(status);
  return id === null ? null : make(id);
}
