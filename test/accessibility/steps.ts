import { expect, type Widget } from '../e2e/bank.ts';
import { hold } from '../e2e/hold.ts';

const BANK = 'MX Bank (OAuth)';

/** Every step of a connection with sign-in details, each in turn, and by its name. */
export async function* bySignIn(widget: Widget): AsyncGenerator<string> {
  const { page, root } = widget;
  const box = root.getByRole('searchbox');
  yield* searching(widget);

  const reading = await hold(page, '**/credentials?*');
  await widget.button('MX Bank').first().click();
  await shown(widget, 'One moment …');
  yield 'loading';
  reading.fail();
  await shown(widget, 'You seem to be offline');
  yield 'a failure';
  reading.pass();
  await widget.button('Back').click();
  await box.fill('MX Bank');
  await widget.button('MX Bank').first().click();
  await shown(widget, 'Sign in to MX Bank');
  yield 'the sign-in form';
  await widget.button('Connect').click();
  await expect(root.getByText('2 answers are missing')).toBeVisible();
  yield 'the sign-in form with gaps';
  const creating = await hold(page, '**/api/atrium/members');
  await widget.signIn('all challenges');
  await expect(widget.button('Connecting …')).toBeVisible();
  yield 'the sign-in form on its way';
  // A page that is told what happens would be further by the time that this has been looked at.
  const asking = await hold(page, '**/status');
  creating.pass();
  await shown(widget, 'Connecting');
  yield 'connecting';
  asking.pass();
  yield* answering(widget);
}

async function* searching({ page, root }: Widget): AsyncGenerator<string> {
  const box = root.getByRole('searchbox');
  await expect(root.getByRole('listitem').first()).toBeVisible();
  yield 'the search';
  await box.fill('Bnak of Lehi');
  await expect(root.getByText('Nothing found')).toBeVisible();
  yield 'a search without result';
  const reading = await hold(page, '**/institutions?*');
  await box.fill('MX Bank');
  await expect(root.getByText('Searching …')).toBeVisible();
  yield 'a search under way';
  reading.fail();
  await expect(root.getByRole('alert')).toBeVisible();
  yield 'a search that failed';
  reading.pass();
  await root.getByRole('button', { name: 'Try again' }).click();
  await expect(root.getByText('2 institutions found')).toBeVisible();
  yield 'a search with results';
}

async function* answering(widget: Widget): AsyncGenerator<string> {
  const { page, root } = widget;
  await shown(widget, 'Confirm that it is you');
  yield 'the questions';
  await widget.button('Continue').click();
  await expect(root.getByText('5 answers are missing')).toBeVisible();
  yield 'the questions with gaps';
  const resuming = await hold(page, '**/resume');
  await answer(widget, 'wrong answer');
  await expect(widget.button('Sending …')).toBeVisible();
  yield 'the answers on their way';
  resuming.pass();
  await shown(widget, 'That answer was not right');
  yield 'a wrong answer';
  await widget.button('Try again').click();
  await shown(widget, 'Confirm that it is you');
  const reading = await hold(page, '**/accounts*');
  await answer(widget, 'correct');
  await shown(widget, 'You are connected');
  await expect(root.getByText('Getting your accounts …')).toBeVisible();
  yield 'connected';
  reading.pass();
  await expect(root.getByText(/accounts found/).first()).toBeVisible();
  yield 'the accounts';
}

/** Every step of a connection at the bank’s own page, each in turn, and by its name. */
export async function* byOauth(widget: Widget): AsyncGenerator<string> {
  const { page, root } = widget;
  await widget.choose(BANK);
  await shown(widget, `Sign in at ${BANK}`);
  yield 'the way to the bank';
  const creating = await hold(page, '**/api/atrium/members');
  await widget.button(`Continue to ${BANK}`).click();
  await expect(widget.button('Preparing …')).toBeVisible();
  yield 'the way to the bank being prepared';
  creating.pass();
  const link = root.getByRole('link', { name: `Continue to ${BANK}` });
  await expect(link).toBeVisible();
  yield 'the link to the bank';
  const opened = page.waitForEvent('popup');
  await link.click();
  const bank = await opened;
  await shown(widget, `Waiting for ${BANK}`);
  yield 'away at the bank';
  await bank.getByRole('button', { name: 'Authorize' }).click();
  await shown(widget, 'You are connected');
  yield 'back from the bank';
}

/** Gives every question of MX Bank the same answer, and sends them. */
async function answer({ root, page }: Widget, value: string): Promise<void> {
  for (const box of await root.getByRole('textbox').all()) {
    await box.fill(value);
  }
  await root.getByRole('radio', { name: value, exact: true }).check();
  await root.getByRole('radio', { name: 'IMAGE_2', exact: true }).check();
  await page.keyboard.press('Enter');
}

/** A new step is one that is shown and has taken the focus. */
async function shown(widget: Widget, heading: string): Promise<void> {
  await expect(widget.heading()).toHaveText(heading);
  await expect(widget.heading()).toBeFocused();
}
