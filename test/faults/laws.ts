import { expect } from 'vitest';
import { ATRIUM_ERROR_KINDS, type AtriumErrorKind } from '../../src/domain/errors.ts';
import { en } from '../../src/locales/en.ts';
import type { MessageKey } from '../../src/locales/messages.ts';
import type { Outcome } from './outcomes.ts';
import type { Page } from './page.tsx';
import { offers, PASSWORD, place } from './person.ts';

/** Whether the page says this, of the institution that all of this is about. */
export function says(key: MessageKey): boolean {
  return ['MX Bank', 'MXCU'].some((institution) =>
    document.body.textContent.includes(en[key].replaceAll('{institution}', institution)),
  );
}

const isKind = (outcome: Outcome): outcome is AtriumErrorKind =>
  ATRIUM_ERROR_KINDS.some((kind) => kind === outcome);

/** Whether the page says what it is to say; `null` if there is nothing to be said. */
export function isSaid(outcome: Outcome): boolean | null {
  if (outcome === 'goes on' || outcome === 'waits') {
    return null;
  }
  return says(isKind(outcome) ? `failure.${outcome}.title` : outcome);
}

export function nothingIsSaidToHaveFailed(): void {
  const said = ATRIUM_ERROR_KINDS.filter((kind) => says(`failure.${kind}.title`));
  expect(said, 'failures that are said').toEqual([]);
}

/** A button, a link or a field; or the words that say whom to turn to. */
export function aWayOnIsOffered(): void {
  const fields = document.querySelectorAll('input:not([disabled]):not([readonly])');
  const isReferred = (['forbidden', 'not-found'] as const).some((kind) =>
    says(`failure.${kind}.message`),
  );
  expect(offers(place()).length + fields.length > 0 || isReferred, document.body.textContent).toBe(
    true,
  );
}

/** What was typed into the form is still there, if the form is. */
export function whatWasTypedIsStillThere(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('.atrium-form input[required]');
  const emptied = [...fields]
    .filter(({ value }) => value === '')
    .map(({ labels }) => labels?.[0]?.textContent);
  expect(emptied, 'fields that were emptied').toEqual([]);
}

/** Whatever was sent again, no connection or account is made twice, and nothing is sent unasked. */
export async function nothingIsDoneTwice(page: Page): Promise<void> {
  // One that the network has doubled, and that waits at the bank for nobody, the API drops by itself.
  const isDoubled = page.network.sentAgain({ method: 'POST', path: /^\/members$/ }) === 0;
  const codes = (await page.members())
    .filter(({ connection_status: status }) => status !== 'PENDING' || !isDoubled)
    .map((member) => member.institution_code);
  expect(codes, 'institutions with a member').toEqual([...new Set(codes)]);
  const accounts = page.network.sentAgain({ method: 'POST', path: /^\/accounts$/ });
  expect(accounts, 'accounts sent again after they were made').toBe(0);
  const ofForms = [
    { method: 'PUT', path: /^\/members\// },
    { method: 'POST', path: /^\/accounts$/ },
  ].map((requests) => page.network.sent(requests));
  expect(Math.max(...ofForms), 'what a form sends').toBeLessThanOrEqual(page.submissions());
}

export async function successIsTrue(page: Page): Promise<void> {
  if (says('connected.heading')) {
    const statuses = (await page.members()).map((member) => member.connection_status);
    expect(statuses, 'what the bank says').toContain('CONNECTED');
  }
}

/** Nothing was thrown that nobody caught, the host's page stands, and nobody else learns a secret. */
export function theHostIsUnharmed({ errors, events }: Page): void {
  expect(errors, 'errors').toEqual([]);
  expect(document.body.textContent).toContain('The host’s own page');
  expect(document.body.textContent + JSON.stringify(events)).not.toContain(PASSWORD);
}
