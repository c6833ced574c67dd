import type { AtriumClient } from '../../src/api/client.ts';
import type { ConnectEventType } from '../../src/domain/events.ts';
import type { MxMessageType } from '../../src/api/mx-post-message.ts';
import type { AtriumProxyOptions, ProxyAllow } from '../../src/server.ts';
import type { AtriumProviderProps } from '../../src/widget/atrium-provider.tsx';
import type { ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import type { ConnectOauthOptions } from '../../src/hooks/oauth-options.ts';

type NameIn<Props> = Extract<keyof Props, string>;

/** Something of this package, by a name that must exist. */
export type Ours =
  | `ConnectWidget ${NameIn<ConnectWidgetProps>}`
  | `ConnectWidget oauth.${NameIn<ConnectOauthOptions> | 'returnUrl'}`
  | `AtriumProvider ${NameIn<AtriumProviderProps>}`
  | `createAtriumClient ${NameIn<AtriumClient>}`
  | `createAtriumProxy ${NameIn<AtriumProxyOptions>}`
  | `createAtriumProxy allow.${NameIn<ProxyAllow>}`
  | `event ${ConnectEventType}`;

/** One thing of MX's widget, and what takes its place. Nothing does where `ours` is empty. */
export interface Counterpart {
  readonly theirs: string;
  readonly ours: readonly Ours[];
  readonly note: string;
}

const row = (theirs: string, ours: Ours | readonly Ours[] | null, note = ''): Counterpart => ({
  theirs,
  ours: ours === null ? [] : typeof ours === 'string' ? [ours] : ours,
  note,
});

/** The props of its `ConnectWidget` and `ApiProvider`. */
export const props: readonly Counterpart[] = [
  row(
    'apiValue (ApiProvider)',
    'AtriumProvider client',
    'One client in place of 28 functions: see below.',
  ),
  row('clientConfig', null, 'Field by field: see below.'),
  row('profiles', null, 'Nothing of it is needed. What the client may do, the proxy decides.'),
  row('userFeatures', null, 'There are none to switch.'),
  row(
    'language',
    ['AtriumProvider locale', 'AtriumProvider messages', 'AtriumProvider translate'],
    'Any text can be replaced, in any language.',
  ),
  row('onPostMessage', 'ConnectWidget onEvent', 'toMxPostMessage gives the same names and shapes.'),
  row(
    'postMessageEventOverrides',
    'ConnectWidget onEvent',
    'Your listener decides what it passes on.',
  ),
  row('onAnalyticEvent', 'ConnectWidget onEvent', 'What a person typed is in no event.'),
  row('onAnalyticPageview', 'event step-changed'),
  row('onShowConnectSuccessSurvey', null, 'There is no survey.'),
  row('onSubmitConnectSuccessSurvey', null, 'There is no survey.'),
  row('onSuccessfulAggregation', 'ConnectWidget onSuccess'),
  row('onUpsertMember', ['event member-created', 'ConnectWidget onStatusChange']),
  row('onMemberDeleted', 'event member-removed'),
  row(
    'onManualAccountAdded',
    'event manual-account-added',
    'Only the Platform API has manual accounts. With `onManualAccount`, the host adds them its own way.',
  ),
  row('availableAccountTypes', null, 'The form for a manual account offers every kind.'),
  row('webSocketConnection', null, 'The status is polled.'),
  row(
    'experimentalFeatures',
    'ConnectWidget pollPolicy',
    'For memberPollingMilliseconds. The others have no counterpart.',
  ),
  row('showTooSmallDialog', null, 'It fits from 320 px.'),
];

/** The fields of its `clientConfig`. */
export const config: readonly Counterpart[] = [
  row('mode', 'ConnectWidget mode', 'aggregation, verification, and identification besides.'),
  row('current_institution_code', 'ConnectWidget institutionCode'),
  row('current_institution_guid', 'ConnectWidget institutionCode', 'The Atrium API knows codes.'),
  row(
    'current_member_guid',
    'ConnectWidget memberGuid',
    'MemberConnection is the same without a search.',
  ),
  row('current_microdeposit_guid', null, 'There are no microdeposits.'),
  row('update_credentials', 'ConnectWidget memberGuid', 'It opens where the member stands.'),
  row(
    'disable_institution_search',
    'ConnectWidget memberGuid',
    'MemberConnection leads to no search.',
  ),
  row('include_identity', 'ConnectWidget mode', 'As a mode of its own: identification.'),
  row('include_transactions', 'ConnectWidget mode', 'An aggregation reads them.'),
  row(
    'wait_for_full_aggregation',
    ['event data-ready', 'event member-connected'],
    'The person never waits; listen to the one you need.',
  ),
  row('data_request', 'ConnectWidget mode'),
  row('use_cases', null, 'Not part of the Atrium API.'),
  row('disable_background_agg', null, 'Not part of the Atrium API.'),
  row('iso_country_code', null, 'Not part of the Atrium API.'),
  row(
    'color_scheme',
    'AtriumProvider appearance',
    'It follows the color-scheme of your page by itself.',
  ),
  row('enable_app2app', null, 'Not part of the Atrium API.'),
  row('client_redirect_url', [
    'ConnectWidget oauth.returnUrl',
    'createAtriumProxy allow.redirectOrigins',
  ]),
  row('oauth_referral_source', 'ConnectWidget oauth.returnUrl'),
  row(
    'ui_message_webview_url_scheme',
    'ConnectWidget oauth.returnUrl',
    'For apps. A web page is returned to by its address.',
  ),
  row('ui_message_version', null, 'The messages are those of version 4.'),
  row('ui_message_protocol', null, 'Post what toMxPostMessage gives, any way you like.'),
  row('is_mobile_webview', 'ConnectWidget onEvent', 'Turn the message into a navigation yourself.'),
  row('target_origin_referrer', null, 'There is no frame.'),
  row('widget_type', null, 'There is one.'),
];

/** The functions of its `ApiProvider`. */
export const callbacks: readonly Counterpart[] = [
  row('addMember', 'createAtriumClient createMember'),
  row('updateMember', 'createAtriumClient updateMember'),
  row('updateMFA', 'createAtriumClient resumeMember'),
  row('deleteMember', 'createAtriumClient deleteMember'),
  row('loadMembers', 'createAtriumClient listMembers'),
  row('loadMemberByGuid', ['createAtriumClient readMember', 'createAtriumClient readMemberStatus']),
  row('getMemberCredentials', 'createAtriumClient listMemberCredentials'),
  row('loadInstitutions', 'createAtriumClient listInstitutions'),
  row('loadPopularInstitutions', 'createAtriumClient listInstitutions', 'In the order of the API.'),
  row('loadDiscoveredInstitutions', null, 'Not part of the Atrium API.'),
  row('loadInstitutionByCode', 'createAtriumClient readInstitution'),
  row('loadInstitutionByGuid', 'createAtriumClient readInstitution', 'The Atrium API knows codes.'),
  row('getInstitutionCredentials', 'createAtriumClient listInstitutionCredentials'),
  row('runJob', [
    'createAtriumClient aggregateMember',
    'createAtriumClient verifyMember',
    'createAtriumClient identifyMember',
  ]),
  row(
    'loadJob',
    'createAtriumClient readMemberStatus',
    'Not part of the Atrium API: the status tells.',
  ),
  row('oAuthStart', 'createAtriumClient createMember'),
  row('getOAuthWindowURI', 'createAtriumClient readOauthWindowUri'),
  row(
    'loadOAuthState',
    'createAtriumClient readMemberStatus',
    'Not part of the Atrium API: the status tells.',
  ),
  row(
    'loadOAuthStates',
    'createAtriumClient readMemberStatus',
    'Not part of the Atrium API: the status tells.',
  ),
  row('createAccount', 'ConnectWidget onManualAccount'),
  row('createSupportTicket', 'ConnectWidget onContactSupport'),
  row('updateUserProfile', null, 'Nothing is kept about the person.'),
  row('createMicrodeposit', null, 'There are no microdeposits.'),
  row('loadMicrodepositByGuid', null, 'There are no microdeposits.'),
  row('refreshMicrodepositStatus', null, 'There are no microdeposits.'),
  row('updateMicrodeposit', null, 'There are no microdeposits.'),
  row('verifyMicrodeposit', null, 'There are no microdeposits.'),
  row('verifyRoutingNumber', null, 'There are no microdeposits.'),
];

/** The messages that `toMxPostMessage` gives. One that is missing here does not compile. */
const given: Readonly<Record<MxMessageType, readonly [ours: Ours, note?: string]>> = {
  'mx/connect/loaded': ['event ready'],
  'mx/connect/stepChange': ['event step-changed'],
  'mx/connect/institutionSearch': [
    'event institution-searched',
    '`query` is empty: people paste anything into a search.',
  ],
  'mx/connect/selectedInstitution': [
    'event institution-selected',
    '`guid` is empty: the Atrium API knows codes.',
  ],
  'mx/connect/enterCredentials': ['event credentials-submitted', 'With the purpose `connect`.'],
  'mx/connect/updateCredentials': ['event credentials-submitted', 'With the purpose `update`.'],
  'mx/connect/createMemberError': ['event create-failed'],
  'mx/connect/submitMFA': ['event challenge-answered', 'Some pages of MX spell it `submitMfa`.'],
  'mx/connect/memberStatusUpdate': [
    'event status-changed',
    'Some pages of MX spell it `memberStatusUpdated`. None for a status without a number.',
  ],
  'mx/connect/initialDataReady': ['event data-ready'],
  'mx/connect/memberConnected': ['event member-connected'],
  'mx/connect/memberConnected/primaryAction': ['event exited', 'With the reason `success`.'],
  'mx/connect/memberError': ['event member-error'],
  'mx/connect/memberDeleted': ['event member-removed'],
  'mx/connect/invalidData': ['event no-eligible-account'],
  'mx/connect/oauthRequested': [
    'event oauth-requested',
    '`url` is the origin alone: the whole address works only once, for whoever has it.',
  ],
  'mx/connect/oauthError': ['event oauth-failed'],
  'mx/connect/backToSearch': ['event back-to-search'],
};

/** Its messages, and the events that tell the same. */
export const messages: readonly Counterpart[] = [
  ...Object.entries(given).map(([type, [ours, note = '']]) => row(type, ours, note)),
  row('mx/connect/invalidData/primaryAction', 'event back-to-search'),
  row('mx/connect/microdeposits/detailsSubmitted', null, 'There are no microdeposits.'),
  row('mx/connect/microdeposits/verified', null, 'There are no microdeposits.'),
  row('mx/load', 'ConnectWidget onReady'),
  row('mx/ping', null, 'There is no session of MX to keep alive.'),
  row('mx/focusTrap', null, 'There is no frame.'),
  row('mx/navigation', null, 'The widget listens to no message of the page.'),
  row(
    'oauthComplete/success',
    'ConnectWidget oauth.returnUrl',
    'The popup has no opener to post it to. Your return page reports the same.',
  ),
  row(
    'oauthComplete/error',
    'ConnectWidget oauth.returnUrl',
    'The popup has no opener to post it to. Your return page reports the same.',
  ),
];
