import { RESOURCES } from '../contract/resources.ts';
import { MAX_ANSWERS } from '../domain/credential.ts';
import type { AuditAction } from './audit.ts';
import {
  amount,
  flag,
  guid,
  listOf,
  matching,
  object,
  oneOf,
  redirectUrl,
  text,
} from './fields.ts';
import type { Field, Root } from './fields.ts';
import type { Permission } from './options.ts';
import { one, pageOf } from './response-shape.ts';
import type { ResponseShape } from './response-shape.ts';

/** Every write has a name in the audit. */
type Method =
  | { readonly method: 'GET'; readonly action?: AuditAction }
  | { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly action: AuditAction };

/** One thing that a browser may ask for, and everything that may pass in either direction. */
type RouteBase = Method & {
  /** Below the proxy's base path. The browser never names a user. */
  readonly path: string;
  /** Query parameters that pass; any other is dropped. */
  readonly query?: Readonly<Record<string, Field>>;
  readonly body?: Root;
  /** Answers 404 unless the host allowed it, or gave what it takes. */
  readonly needs?: Permission | 'events';
};

/** A route that MX answers. */
export type UpstreamRoute = RouteBase & {
  /** In Atrium's words, whichever API is asked. */
  readonly upstream: string;
  readonly answer: ResponseShape;
};

/** A route that the proxy answers itself. */
type OwnRoute = RouteBase & { readonly upstream?: undefined };

export type Route = UpstreamRoute | OwnRoute;

const IDENTIFIER = /^[A-Za-z0-9_-]{1,255}$/;
const INSTITUTION_CODE = /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,100}$/;
/** An app's own. One that runs code, or leads to any page of the web, is none. */
const URL_SCHEME =
  /^(?!(?:javascript|data|vbscript|blob|file|about|https?)$)[a-z][a-z0-9+.-]{0,63}$/i;

const page = matching(/^[1-9]\d{0,6}$/, 'a whole number from 1');
const yesOrNo = oneOf('true', 'false');
const referralSource = oneOf('BROWSER', 'APP');
const scheme = matching(URL_SCHEME, "an app's own URL scheme");
const identifier = matching(IDENTIFIER, 'at most 255 letters, digits, hyphens or underscores');

const secrets = listOf(object({ guid, value: text(4_096) }, ['guid', 'value']), MAX_ANSWERS);

const paging = { page, records_per_page: page };
const member = (field: Field): Root => ({ name: 'member', field });
/** What may be changed later; a member's name is given once. */
const described = { identifier, metadata: text(4_096) };

const ACCOUNT_TYPES = [
  'ANY',
  'CASH',
  'CHECKING',
  'CHECKING_LINE_OF_CREDIT',
  'CREDIT_CARD',
  'INSURANCE',
  'INVESTMENT',
  'LINE_OF_CREDIT',
  'LOAN',
  'MORTGAGE',
  'PREPAID',
  'PROPERTY',
  'SAVINGS',
];

/** An account kept by hand. Its subtypes are a long list that MX adds to. */
const account = object(
  {
    name: text(255),
    account_type: oneOf(...ACCOUNT_TYPES),
    account_subtype: matching(/^[A-Z0-9_]{1,64}$/, 'the name of a subtype, such as PERSONAL'),
    balance: amount,
    currency_code: matching(/^[A-Z]{3}$/, 'a currency of three letters, such as USD'),
  },
  ['name', 'account_type'],
);

/** Every route there is. What is not listed here does not exist. */
export const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/institutions',
    upstream: '/institutions',
    query: {
      name: text(200),
      ...paging,
      supports_account_identification: yesOrNo,
      supports_account_statement: yesOrNo,
      supports_account_verification: yesOrNo,
      supports_transaction_history: yesOrNo,
    },
    answer: pageOf('institutions', RESOURCES.institution),
  },
  {
    method: 'GET',
    path: '/institutions/:code',
    upstream: '/institutions/:code',
    answer: one('institution', RESOURCES.institution),
  },
  {
    method: 'GET',
    path: '/institutions/:code/credentials',
    upstream: '/institutions/:code/credentials',
    query: paging,
    answer: pageOf('credentials', RESOURCES.credential),
  },
  {
    method: 'GET',
    path: '/members',
    upstream: '/users/:user/members',
    query: paging,
    answer: pageOf('members', RESOURCES.member),
  },
  {
    method: 'POST',
    action: 'create-member',
    path: '/members',
    upstream: '/users/:user/members',
    body: member(
      object(
        {
          institution_code: matching(INSTITUTION_CODE, "an institution's code"),
          credentials: secrets,
          ...described,
          name: text(255),
          is_oauth: flag,
          skip_aggregation: flag,
          referral_source: referralSource,
          client_redirect_url: redirectUrl,
          ui_message_webview_url_scheme: scheme,
        },
        ['institution_code'],
      ),
    ),
    answer: one('member', RESOURCES.member),
  },
  {
    method: 'GET',
    path: '/members/:member',
    upstream: '/users/:user/members/:member',
    answer: one('member', RESOURCES.member),
  },
  {
    method: 'PUT',
    action: 'update-member',
    path: '/members/:member',
    upstream: '/users/:user/members/:member',
    body: member(object({ credentials: secrets, ...described, skip_aggregation: flag })),
    answer: one('member', RESOURCES.member),
  },
  {
    method: 'DELETE',
    action: 'delete-member',
    path: '/members/:member',
    upstream: '/users/:user/members/:member',
    answer: one('member', {}),
  },
  {
    method: 'GET',
    path: '/members/:member/status',
    upstream: '/users/:user/members/:member/status',
    answer: one('member', RESOURCES.memberStatus),
  },
  {
    method: 'POST',
    action: 'aggregate-member',
    path: '/members/:member/aggregate',
    upstream: '/users/:user/members/:member/aggregate',
    answer: one('member', RESOURCES.member),
  },
  {
    method: 'GET',
    path: '/members/:member/challenges',
    upstream: '/users/:user/members/:member/challenges',
    query: paging,
    answer: pageOf('challenges', RESOURCES.challenge),
  },
  {
    method: 'PUT',
    action: 'resume-member',
    path: '/members/:member/resume',
    upstream: '/users/:user/members/:member/resume',
    body: member(object({ challenges: secrets }, ['challenges'])),
    answer: one('member', RESOURCES.member),
  },
  {
    method: 'GET',
    path: '/members/:member/credentials',
    upstream: '/users/:user/members/:member/credentials',
    query: paging,
    answer: pageOf('credentials', RESOURCES.credential),
  },
  {
    method: 'GET',
    path: '/members/:member/oauth_window_uri',
    upstream: '/users/:user/members/:member/oauth_window_uri',
    query: {
      referral_source: referralSource,
      client_redirect_url: redirectUrl,
      ui_message_webview_url_scheme: scheme,
      skip_aggregation: yesOrNo,
    },
    answer: one('member', RESOURCES.oauthWindow),
  },
  {
    method: 'GET',
    path: '/members/:member/accounts',
    upstream: '/users/:user/members/:member/accounts',
    query: paging,
    answer: pageOf('accounts', RESOURCES.account),
  },
  {
    method: 'GET',
    action: 'read-account-numbers',
    path: '/members/:member/account_numbers',
    upstream: '/users/:user/members/:member/account_numbers',
    query: paging,
    answer: pageOf('account_numbers', RESOURCES.accountNumbers),
    needs: 'accountNumbers',
  },
  {
    method: 'GET',
    action: 'read-account-owners',
    path: '/members/:member/account_owners',
    upstream: '/users/:user/members/:member/account_owners',
    query: paging,
    answer: pageOf('account_owners', RESOURCES.accountOwner),
    needs: 'accountOwners',
  },
  {
    method: 'POST',
    action: 'verify-member',
    path: '/members/:member/verify',
    upstream: '/users/:user/members/:member/verify',
    answer: one('member', RESOURCES.member),
    needs: 'verification',
  },
  {
    method: 'POST',
    action: 'identify-member',
    path: '/members/:member/identify',
    upstream: '/users/:user/members/:member/identify',
    answer: one('member', RESOURCES.member),
    needs: 'identification',
  },
  {
    method: 'POST',
    action: 'create-manual-account',
    path: '/accounts',
    upstream: '/users/:user/accounts',
    body: { name: 'account', field: account },
    answer: one('account', RESOURCES.account),
    needs: 'manualAccounts',
  },
  { method: 'GET', path: '/features' },
  { method: 'GET', path: '/events', needs: 'events' },
  { method: 'GET', path: '/health' },
];
