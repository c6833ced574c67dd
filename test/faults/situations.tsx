import type { ReactElement } from 'react';
import type { AtriumClient } from '../../src/api/client.ts';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import type { MessageKey } from '../../src/locales/messages.ts';
import type { ConnectionStatusName } from '../../src/domain/status.ts';
import type { RequestPattern } from './network.ts';
import type { Page, PageOptions } from './page.tsx';
import { PASSWORD, press, send } from './person.ts';

/** A request of the client. */
type Verb = Exclude<keyof AtriumClient, 'scope'>;

/** Where a request is made, and what for. */
export interface Situation {
  readonly request: RequestPattern;
  readonly options?: PageOptions;
  /** What is there before, and what the page shows. */
  readonly page: (page: Page) => ReactElement | Promise<ReactElement>;
  /** What the person does for the request to be made. Absent: nothing. */
  readonly act?: (page: Page) => void | Promise<void>;
  /** What the page says once all is done that the person came for. */
  readonly end: MessageKey;
}

const member = (rest: string) => new RegExp(`^/members/[^/]+${rest}$`);

/** A member of MX Bank at this status. */
async function memberAt(
  { world: { scenario } }: Page,
  status: ConnectionStatusName,
): Promise<string> {
  const { guid } = await scenario.addMember({ password: PASSWORD });
  await scenario.setStatus(guid, status);
  return guid;
}

const widgetAt =
  (status: ConnectionStatusName) =>
  async (page: Page): Promise<ReactElement> => (
    <ConnectWidget memberGuid={await memberAt(page, status)} />
  );

const managerAt =
  (status: ConnectionStatusName) =>
  async (page: Page): Promise<ReactElement> => {
    await memberAt(page, status);
    return <MemberManager />;
  };

const atTheBank = (): ReactElement => <ConnectWidget institutionCode="mxbank" />;

const atTheBanksOwnPage = (): ReactElement => <ConnectWidget institutionCode="mx_bank_oauth" />;

const allConnections = (): ReactElement => (
  <>
    <MemberManager />
    {atTheBank()}
  </>
);

const goThere = (): void => void press(/^Continue to /);

const premium = {
  options: {
    allow: {
      verification: true,
      identification: true,
      accountNumbers: true,
      accountOwners: true,
    },
  },
} as const;

const verification = {
  ...premium,
  page: () => <ConnectWidget institutionCode="mxbank" mode="verification" />,
  act: send,
  end: 'connected.heading-verification',
} as const;

const identification = {
  ...premium,
  page: () => <ConnectWidget institutionCode="mxcu" mode="identification" />,
  act: send,
  end: 'connected.heading-identification',
} as const;

/**
 * Every request that the client can make, in a situation in which the page makes it; and in others,
 * named `request, situation`, where a failure means something else or meets more of the page.
 */
export const SITUATIONS = {
  listInstitutions: {
    request: { method: 'GET', path: /^\/institutions$/ },
    page: () => <ConnectWidget />,
    end: 'connected.heading',
  },
  readInstitution: {
    request: { method: 'GET', path: /^\/institutions\/[^/]+$/ },
    page: atTheBank,
    end: 'connected.heading',
  },
  listInstitutionCredentials: {
    request: { method: 'GET', path: /^\/institutions\/[^/]+\/credentials$/ },
    page: atTheBank,
    end: 'connected.heading',
  },
  listMembers: {
    request: { method: 'GET', path: /^\/members$/ },
    page: managerAt('CONNECTED'),
    end: 'title.CONNECTED',
  },
  readMember: {
    request: { method: 'GET', path: member('') },
    page: widgetAt('DENIED'),
    end: 'connected.heading',
  },
  createMember: {
    request: { method: 'POST', path: /^\/members$/ },
    page: atTheBank,
    act: send,
    end: 'connected.heading',
  },
  updateMember: {
    request: { method: 'PUT', path: member('') },
    page: widgetAt('DENIED'),
    act: send,
    end: 'connected.heading',
  },
  deleteMember: {
    request: { method: 'DELETE', path: member('') },
    page: managerAt('CONNECTED'),
    async act(page) {
      press(/^Remove/);
      await page.pass(0);
      press(/^Remove connection$/);
    },
    end: 'members.empty',
  },
  readMemberStatus: {
    request: { method: 'GET', path: member('/status') },
    page: atTheBank,
    act: send,
    end: 'connected.heading',
  },
  aggregateMember: {
    request: { method: 'POST', path: member('/aggregate') },
    page: widgetAt('FAILED'),
    act: () => void press(/^Try again/),
    end: 'connected.heading',
  },
  verifyMember: {
    ...verification,
    request: { method: 'POST', path: member('/verify') },
  },
  identifyMember: {
    ...identification,
    request: { method: 'POST', path: member('/identify') },
  },
  listChallenges: {
    request: { method: 'GET', path: member('/challenges') },
    options: { statusLacksQuestions: true },
    page: widgetAt('CHALLENGED'),
    end: 'connected.heading',
  },
  resumeMember: {
    request: { method: 'PUT', path: member('/resume') },
    page: widgetAt('CHALLENGED'),
    act: send,
    end: 'connected.heading',
  },
  listMemberCredentials: {
    request: { method: 'GET', path: member('/credentials') },
    page: widgetAt('DENIED'),
    end: 'connected.heading',
  },
  readOauthWindowUri: {
    request: { method: 'GET', path: member('/oauth_window_uri') },
    async page({ world: { client } }) {
      const { guid } = await client.createMember({
        institutionCode: 'mx_bank_oauth',
        isOauth: true,
      });
      return <ConnectWidget memberGuid={guid} />;
    },
    end: 'connected.heading',
  },
  listMemberAccounts: {
    request: { method: 'GET', path: member('/accounts') },
    page: atTheBank,
    act: send,
    end: 'connected.heading',
  },
  listAccountNumbers: {
    ...verification,
    request: { method: 'GET', path: member('/account_numbers') },
  },
  listAccountOwners: {
    ...identification,
    request: { method: 'GET', path: member('/account_owners') },
  },
  readFeatures: {
    request: { method: 'GET', path: /^\/features$/ },
    options: { world: { api: 'platform' }, allow: { manualAccounts: true } },
    page: widgetAt('DISCONTINUED'),
    end: 'title.DISCONTINUED',
  },
  createManualAccount: {
    request: { method: 'POST', path: /^\/accounts$/ },
    options: { world: { api: 'platform' }, allow: { manualAccounts: true } },
    page: widgetAt('DISCONTINUED'),
    async act(page) {
      press(/^Add accounts? by hand$/);
      await page.pass(0);
      await send(page);
    },
    end: 'manual.added',
  },
  openEvents: {
    request: { method: 'GET', path: /^\/events$/ },
    options: { world: { webhooks: true }, live: true },
    page: atTheBank,
    act: send,
    end: 'connected.heading',
  },
  'listMembers, before anything is chosen': {
    request: { method: 'GET', path: /^\/members$/ },
    page: () => <ConnectWidget />,
    end: 'connected.heading',
  },
  'listMembers, on the way to the bank': {
    request: { method: 'GET', path: /^\/members$/ },
    page: atTheBanksOwnPage,
    act: goThere,
    end: 'connected.heading',
  },
  'createMember, on the way to the bank': {
    request: { method: 'POST', path: /^\/members$/ },
    page: atTheBanksOwnPage,
    act: goThere,
    end: 'connected.heading',
  },
  'createMember, below the list': {
    request: { method: 'POST', path: /^\/members$/ },
    page: allConnections,
    act: send,
    end: 'connected.heading',
  },
  'updateMember, in the list': {
    request: { method: 'PUT', path: member('') },
    page: managerAt('DENIED'),
    async act(page) {
      press(/^Enter sign-in details$/);
      await page.pass(0);
      await send(page);
    },
    end: 'connected.heading',
  },
} as const satisfies Record<Verb, Situation> & Record<string, Situation>;

/** The name of a request, and of where it is made. */
export type SituationName = keyof typeof SITUATIONS;
