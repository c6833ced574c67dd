import { expect, test, type Widget } from './bank.ts';

/** The questions of MX Bank: the password that brings each up, and how a person answers it. */
const types = {
  challenge: {
    asks: 'What city were you born in?',
    answer: ({ root }: Widget, value: string) =>
      root.getByLabel('What city were you born in?').fill(value),
  },
  token: {
    asks: 'Enter the code from your authenticator app',
    answer: ({ root }: Widget, value: string) => root.getByRole('textbox').fill(value),
  },
  options: {
    asks: 'Pick one of the following',
    answer: ({ root }: Widget, value: string) => root.getByRole('radio', { name: value }).check(),
  },
  image: {
    asks: 'Who is this guy?',
    answer: ({ root }: Widget, value: string) => root.getByRole('textbox').fill(value),
  },
  'image options': {
    asks: 'Pick an image',
    answer: ({ root }: Widget, value: string) =>
      root
        .getByRole('radio', { name: value === 'correct' ? 'IMAGE_2' : 'IMAGE_1', exact: true })
        .check(),
  },
} as const;

const asks = async ({ root }: Widget, question: string) => {
  await expect(root.getByText(question).first()).toBeVisible();
};

const send = (widget: Widget) => widget.button('Continue').click();

for (const [password, { asks: question, answer }] of Object.entries(types)) {
  test(`“${password}”: a wrong answer is said to be wrong, a right one connects`, async ({
    widget,
  }) => {
    await widget.connect(password);
    await asks(widget, question);
    await expect(
      widget.root
        .getByText(
          'To authenticate your connection to MX Bank, please answer the following challenge(s).',
        )
        .first(),
    ).toBeVisible();
    await answer(widget, 'wrong answer');
    await send(widget);
    await expect(
      widget.root
        .getByText('The answer or answers provided were incorrect. Please try again.')
        .first(),
    ).toBeVisible();

    await widget.button('Try again').click();
    await asks(widget, question);
    await answer(widget, 'correct');
    await send(widget);
    await widget.isConnected();
  });
}

test('several questions are answered at once', async ({ widget }) => {
  await widget.connect('challenges');
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await send(widget);
  await expect(widget.root.getByText('One answer is missing')).toBeVisible();
  await widget.root.getByLabel('What was the name of your first pet?').fill('correct');
  await send(widget);
  await widget.isConnected();
});

test('a question of every type at once, and one of a type nobody knows, can be answered', async ({
  widget,
}) => {
  await widget.connect('all challenges');
  await asks(widget, types.image.asks);
  await widget.root.getByRole('group', { name: types.options.asks }).getByLabel('correct').check();
  await widget.root.getByRole('radio', { name: 'IMAGE_2', exact: true }).check();
  for (const box of await widget.root.getByRole('textbox').all()) {
    await box.fill('correct');
  }
  await send(widget);
  await widget.isConnected();
});

test('a right answer may lead to a second round', async ({ widget }) => {
  await widget.connect('challenge');
  await types.challenge.answer(widget, 'options');
  await send(widget);
  await asks(widget, types.options.asks);
  await types.options.answer(widget, 'correct');
  await send(widget);
  await widget.isConnected();
});

test('a picture is shown under the strictest content policy', async ({ page, widget }) => {
  await widget.connect('image');
  const picture = widget.root.getByRole('img', { name: 'Picture from MX Bank' });
  await expect(picture).toBeVisible();
  const pixels = await picture.screenshot();
  await page.reload();
  expect(pixels.byteLength).toBeGreaterThan(500);
});

test('when the bank asks again by itself, the person is told why', async ({ widget }) => {
  await widget.connect('challenge');
  await types.challenge.answer(widget, 'wrong, ask again');
  await send(widget);
  // A page that is told has seen why in between; one that asks may have come too late for that.
  const why = /You are being asked the same again|The answer or answers provided were incorrect/;
  await expect(widget.root.getByText(why).first()).toBeVisible();
  await asks(widget, types.challenge.asks);
  await types.challenge.answer(widget, 'correct');
  await send(widget);
  await widget.isConnected();
});
