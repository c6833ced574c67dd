import type { Page } from '@playwright/test';
import { heapOf, storedBy } from './heap.ts';
import { authorize, BANK, expect, go, KEYS, test as base } from './own-bank.ts';

/** What this person types, which is found nowhere else in the world. */
const TYPED = {
  username: 'Quagga-username-83b1',
  password: 'Zebra-password-5f02',
  answer: 'Okapi-answer-c6d4',
} as const;

/** What the sandbox knows them as: only between the app's server and the bank are they the same. */
const MEANING: Readonly<Record<string, string>> = {
  [TYPED.username]: 'test_atrium',
  [TYPED.password]: 'challenge',
  [TYPED.answer]: 'correct',
};

const inBankWords = (body: string): string =>
  Object.entries(MEANING).reduce((text, [typed, word]) => text.replaceAll(typed, word), body);

/** What people said over the wire, and what was written where anybody might read it. */
interface Traces {
  readonly sent: string[];
  readonly heard: Promise<string>[];
  readonly written: string[];
}

const test = base.extend<{ traces: Traces }>({
  bank: async ({ bank }, use) => {
    bank.between = async (url, init) => {
      const { body } = init;
      return fetch(url, typeof body === 'string' ? { ...init, body: inBankWords(body) } : init);
    };
    await use(bank);
  },
  traces: async ({ page, bank }, use) => {
    const traces: Traces = { sent: [], heard: [], written: [] };
    page.on('console', (message) => traces.written.push(message.text()));
    page.on('pageerror', (error) => traces.written.push(String(error.stack)));
    page.context().on('request', (request) => {
      traces.written.push(`${request.url()} ${request.headers()['referer'] ?? ''}`);
      traces.sent.push(request.postData() ?? '');
    });
    page.context().on('response', (response) => {
      // That of the events does not end.
      if (response.url().startsWith(bank.origin) || response.url().endsWith('/events')) return;
      traces.heard.push(
        response.text().then(
          (text) => `${text} ${JSON.stringify(response.headers())}`,
          () => '',
        ),
      );
    });
    await page.addInitScript(() => {
      const messages: unknown[] = [];
      Object.assign(window, { messages });
      window.addEventListener('message', ({ data }) => messages.push(data));
    });
    const streams = [process.stdout, process.stderr];
    const writes = streams.map((stream) => stream.write.bind(stream));
    for (const [index, stream] of streams.entries()) {
      stream.write = (chunk: string | Uint8Array): boolean => {
        traces.written.push(String(chunk));
        return writes[index]?.(chunk) ?? true;
      };
    }
    await use(traces);
    for (const [index, stream] of streams.entries()) {
      const write = writes[index];
      if (write) stream.write = write;
    }
  },
});

const secretsIn = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.includes(secret));

const typed = Object.values(TYPED);

const messagesOf = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(Reflect.get(window, 'messages')));

/** All that the app was told of what happened, as it hands that on. */
const toldToTheApp = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(window.dataLayer));

test('nothing that a person typed is left anywhere once their bank is connected, and no key ever comes', async ({
  traces,
  page,
  widget,
  bank,
}) => {
  await widget.choose('MX Bank');
  await widget.signIn(TYPED.password, TYPED.username);
  const question = widget.root.getByLabel('What city were you born in?');
  await question.fill(TYPED.answer);
  expect(secretsIn(await storedBy(page), typed)).toEqual([TYPED.answer]);
  await widget.button('Continue').click();
  await widget.isConnected();
  await widget.button('Done').click();

  await widget.choose(BANK);
  await widget.button(`Continue to ${BANK}`).click();
  const bankPage = await go(widget);
  await authorize(bankPage);
  await widget.isConnected(BANK);
  await bankPage.close();

  // They were sent, so that it means something not to find them.
  expect(secretsIn(traces.sent.join('\n'), typed)).toEqual(typed);
  expect(secretsIn(await storedBy(page), typed)).toEqual([]);
  expect(secretsIn(await messagesOf(page), typed)).toEqual([]);
  expect(secretsIn(traces.written.join('\n'), typed)).toEqual([]);
  const told = await toldToTheApp(page);
  for (const type of ['credentials-submitted', 'challenge-answered', 'oauth-requested']) {
    expect(told).toContain(`"type":"${type}"`);
  }
  expect(secretsIn(told, [...typed, 'USR-'])).toEqual([]);
  expect(bank.log.length).toBeGreaterThan(5);
  expect(secretsIn(JSON.stringify(bank.log), typed)).toEqual([]);
  expect(secretsIn(await heapOf(page), typed)).toEqual([]);

  const heard = (await Promise.all(traces.heard)).join('\n');
  expect(heard).toContain('MBR-');
  expect(secretsIn(heard, [...typed, ...Object.values(KEYS), 'USR-'])).toEqual([]);
  expect(secretsIn(await heapOf(page), Object.values(KEYS))).toEqual([]);
});

test('a secret that a page does keep is found: in its heap, a field, its storage or a database', async ({
  page,
  widget,
}) => {
  await widget.choose('MX Bank');
  await widget.root.getByLabel('Username').fill(TYPED.username);
  await page.evaluate(({ password, answer }) => {
    Object.assign(window, { kept: () => `${password}!` });
    sessionStorage.setItem('kept', answer);
  }, TYPED);
  expect(secretsIn(await heapOf(page), [TYPED.password])).toEqual([TYPED.password]);
  expect(secretsIn(await storedBy(page), typed)).toEqual([TYPED.username, TYPED.answer]);
  await page.evaluate(
    (password) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('kept');
        opening.addEventListener('upgradeneeded', () =>
          opening.result.createObjectStore('words').add({ password }, 'kept'),
        );
        opening.addEventListener('success', resolve);
      }),
    TYPED.password,
  );
  expect(secretsIn(await storedBy(page), typed)).toEqual(typed);
});
