import { challenge } from './en/challenge.ts';
import { common } from './en/common.ts';
import { connected } from './en/connected.ts';
import { connecting } from './en/connecting.ts';
import { consent } from './en/consent.ts';
import { credentials } from './en/credentials.ts';
import { failure } from './en/failure.ts';
import { form } from './en/form.ts';
import { limit } from './en/limit.ts';
import { loading } from './en/loading.ts';
import { mode } from './en/mode.ts';
import { manualAccount } from './en/manual-account.ts';
import { oauthReturn } from './en/oauth-return.ts';
import { memberErrors } from './en/member-errors.ts';
import { members } from './en/members.ts';
import { oauth } from './en/oauth.ts';
import { remedies } from './en/remedies.ts';
import { search } from './en/search.ts';
import { statusMessages } from './en/status-messages.ts';
import { statusTitles } from './en/status-titles.ts';
import type { Messages } from './messages.ts';

/** The English catalog, whole: what a translation starts from. Components carry their own slices. */
export const en: Messages = {
  ...common,
  ...loading,
  ...statusTitles,
  ...statusMessages,
  ...memberErrors,
  ...remedies,
  ...search,
  ...form,
  ...consent,
  ...credentials,
  ...challenge,
  ...oauth,
  ...oauthReturn,
  ...connecting,
  ...connected,
  ...mode,
  ...limit,
  ...manualAccount,
  ...members,
  ...failure,
};
