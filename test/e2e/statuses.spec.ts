import { connectionStatuses } from 'react-atrium-connect/core';
import type { ConnectionStatusName } from 'react-atrium-connect/core';
import type { MxApi } from '../../demo/settings.ts';
import { expect, test, type Widget } from './bank.ts';

/** What is done about a status in the browser, and seen to work. */
type Remedy = (widget: Widget, api: MxApi) => Promise<void>;

const NOTICE = {
  manual: 'Larder would now ask you for the account by hand.',
  support: 'Larder would now put you through to its support.',
};

const backAtTheSearch: Remedy = ({ root }) => expect(root.getByRole('searchbox')).toBeVisible();

const press =
  (name: string, then: Remedy): Remedy =>
  async (widget, api) => {
    await widget.button(name).click();
    await then(widget, api);
  };

const connects: Remedy = (widget) => widget.isConnected();

const notice =
  (text: string): Remedy =>
  ({ page }) =>
    expect(page.getByText(text)).toBeVisible();

/** Where MX keeps accounts by hand, the library asks for one; the app would anywhere else. */
const asksByHand: Remedy = (widget, api) =>
  api === 'platform'
    ? expect(widget.heading()).toHaveText('Add an account by hand')
    : notice(NOTICE.manual)(widget, api);

const otherCredentials: Remedy = async (widget, api) => {
  await widget.signIn('password');
  await connects(widget, api);
};

const linkToTheBank: Remedy = async ({ root }) => {
  const link = root.getByRole('link', { name: /MX Bank/ });
  await expect(link).toHaveAttribute('href', 'https://www.mx.com/');
  await expect(link).toHaveAttribute('rel', /noopener/);
};

const both =
  (...remedies: readonly Remedy[]): Remedy =>
  async (widget, api) => {
    for (const remedy of remedies) {
      await remedy(widget, api);
    }
  };

/** The remedies of each status. A status without a line here does not compile. */
const remedies: Record<ConnectionStatusName, Remedy> = {
  CREATED: press('Cancel', backAtTheSearch),
  PREVENTED: both(linkToTheBank, otherCredentials),
  DENIED: both(linkToTheBank, otherCredentials),
  CHALLENGED: async (widget, api) => {
    await widget.root.getByLabel('What city were you born in?').fill('correct');
    await press('Continue', connects)(widget, api);
  },
  REJECTED: press('Try again', connects),
  LOCKED: both(linkToTheBank, press('I have resolved it', connects)),
  CONNECTED: press('Done', backAtTheSearch),
  IMPEDED: both(linkToTheBank, press('Try again', connects)),
  RECONNECTED: connects,
  DEGRADED: press('Close', backAtTheSearch),
  DISCONNECTED: press('Close', backAtTheSearch),
  DISCONTINUED: both(
    ({ root }) =>
      expect(root.getByRole('button', { name: 'Choose another institution' })).toBeVisible(),
    press('Add accounts by hand', asksByHand),
  ),
  CLOSED: both(
    ({ root }) => expect(root.getByRole('button', { name: 'Add accounts by hand' })).toBeVisible(),
    press('Connect again', ({ root }) => expect(root.getByLabel('Username')).toBeVisible()),
  ),
  DELAYED: press('Carry on in the background', backAtTheSearch),
  FAILED: both(
    ({ root }) => expect(root.getByRole('button', { name: 'Close' })).toBeVisible(),
    press('Try again', connects),
  ),
  UPDATED: connects,
  DISABLED: both(
    ({ root }) => expect(root.getByRole('button', { name: 'Close' })).toBeVisible(),
    press('Contact support', notice(NOTICE.support)),
  ),
  IMPORTED: otherCredentials,
  RESUMED: press('Cancel', backAtTheSearch),
  EXPIRED: press('Try again', connects),
  IMPAIRED: otherCredentials,
  PENDING: async ({ root }) => {
    await expect(root.getByRole('link', { name: /Continue to MX Bank/ })).toBeVisible();
  },
};

for (const { name, message } of Object.values(connectionStatuses)) {
  test(`${name} shows the API's own words and offers what helps`, async ({ widget, api }) => {
    await widget.connect(`status:${name}`);
    if (message !== null) {
      const words = message.replace('{institution}', 'MX Bank');
      await expect(widget.root.getByText(words, { exact: true }).first()).toBeVisible();
    }
    await remedies[name as ConnectionStatusName](widget, api);
  });
}

test('a member without a status says nothing and lets the person go', async ({ widget, api }) => {
  await widget.connect('status:null');
  await press('Close', backAtTheSearch)(widget, api);
});
