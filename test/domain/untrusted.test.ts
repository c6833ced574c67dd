import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  challengeFormKey,
  challengeKey,
  imageDataUri,
  type Challenge,
} from '../../src/domain/challenge.ts';
import { hostOf, safeOauthUri, safeWebUrl } from '../../src/domain/urls.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUg==';

describe('a picture from the API', () => {
  it.each([
    [`data:image/png;base64,${PNG}`, `data:image/png;base64,${PNG}`],
    [PNG, `data:image/png;base64,${PNG}`],
    [`${PNG.slice(0, 8)}\n  ${PNG.slice(8)}`, `data:image/png;base64,${PNG}`],
    ['/9j/4AAQSkZJRg==', 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='],
    ['R0lGODlhAQABAAAAACw=', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['UklGRiQAAABXRUJQ', 'data:image/webp;base64,UklGRiQAAABXRUJQ'],
    ['QkBmAA==', 'data:image/bmp;base64,QkBmAA=='],
    ['data:image/jpg;base64,AAAA', 'data:image/jpg;base64,AAAA'],
  ])('%s is shown', (raw, expected) => {
    expect(imageDataUri(raw)).toBe(expected);
  });

  it.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:text/html;base64,PGgxPg==',
    'data:image/png;base64,',
    'data:image/png;base64,AAAA" onerror="alert(1)',
    'data:image/png,AAAA',
    'https://tracker.example/pixel.png',
    'javascript:alert(1)',
    'PHN2Zz48L3N2Zz4=',
    `${PNG}<script>`,
    '',
    null,
    undefined,
    {},
    7,
  ])('%j is not', (raw) => {
    expect(imageDataUri(raw)).toBe(null);
  });

  it('is base64 of a known kind of image, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (raw) => {
        const uri = imageDataUri(raw) ?? 'data:image/png;base64,A';
        expect(uri).toMatch(/^data:image\/(png|jpe?g|gif|webp|bmp);base64,[a-z\d+/]+=*$/i);
      }),
    );
  });
});

/** URLs that read differently from where they lead. */
const MISLEADING = [
  'https://bank.example@evil.example',
  'https://bank.example:443@evil.example/',
  'https://:secret@evil.example',
  'https://bank.example%2f@evil.example',
  'bank.example@evil.example',
  'https:\\\\evil.example',
  'https://evil.example\\@bank.example',
  'https://evil.example\\.bank.example',
  'https://bank.exa\nmple',
  'https://bank.example/a b',
  'https://bank.example/\ta',
  'https://bank\u3000.example',
  '\0https://bank.example',
  'https://bank.example/\u0085',
  'https://bank\u202e.example',
  'https://bank.example%00.evil.example',
];

describe('a web page of an institution', () => {
  it.each([
    ['https://www.mx.com', 'https://www.mx.com/'],
    [' https://bank.example\n', 'https://bank.example/'],
    ['https://bank.example/@team?to=a@b', 'https://bank.example/@team?to=a@b'],
    ['https://bänk.example', 'https://xn--bnk-qla.example/'],
    ['https://xn--bnk-qla.example', 'https://xn--bnk-qla.example/'],
    ['www.mx.com', 'https://www.mx.com/'],
    ['bank.example/login', 'https://bank.example/login'],
  ])('%s may be linked to', (raw, expected) => {
    expect(safeWebUrl(raw)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    ...MISLEADING,
    'ftp://bank.example',
    '//bank.example',
    '/login',
    'bank',
    'n/a',
    '',
    null,
    5,
    new URL('https://bank.example'),
    { toString: () => 'bank.example' },
  ])('%j may not', (raw) => {
    expect(safeWebUrl(raw)).toBe(null);
  });
});

describe('the sign-in page of an institution', () => {
  it.each([
    ['http://localhost:4000/oauth'],
    ['http://127.0.0.1:4000/oauth'],
    ['http://[::1]:4000/oauth'],
  ])('%s may be opened by a page on this machine, and by no other', (raw) => {
    for (const pageHost of ['localhost', 'app.localhost', '127.0.0.1', '[::1]']) {
      expect(safeOauthUri(raw, [], pageHost)).toBe(raw);
    }
    for (const pageHost of ['bank.example', 'localhost.evil.example', '192.168.0.7', '']) {
      expect(safeOauthUri(raw, [], pageHost)).toBe(null);
    }
    expect(safeOauthUri(raw)).toBe(null);
  });

  it.each<[string, string[], string]>([
    [
      'https://mxbank.mx.com/oauth/authorize?state=1',
      [],
      'https://mxbank.mx.com/oauth/authorize?state=1',
    ],
    ['int-widgets.moneydesktop.com/oauth/x', [], 'https://int-widgets.moneydesktop.com/oauth/x'],
    ['mybank://authorize', ['mybank:'], 'mybank://authorize'],
  ])('a person may be sent to %s with schemes %j', (raw, schemes, expected) => {
    expect(safeOauthUri(raw, schemes)).toBe(expected);
  });

  it.each<[unknown, string[]]>([
    ...MISLEADING.map((raw) => [raw, []] satisfies [string, string[]]),
    ['mybank://evil@authorize', ['mybank:']],
    ['http://bank.example/oauth', []],
    ['http://localhost.evil.example/oauth', []],
    ['http://127.0.0.1.evil.example/oauth', []],
    ['mybank://authorize', []],
    ['mybank://authorize', ['otherbank:']],
    ['javascript:alert(1)', ['javascript:']],
    ['JAVASCRIPT:alert(1)', ['javascript:']],
    ['data:text/html,x', ['data:']],
    ['vbscript:x', ['vbscript:']],
    ['blob:https://bank.example/1', ['blob:']],
    ['file:///etc/passwd', ['file:']],
    ['/oauth', []],
    ['oauth', []],
    ['', []],
    [null, []],
    [{ href: 'https://bank.example' }, []],
    [new URL('https://bank.example'), []],
    ['ftp://localhost/oauth', []],
    ['ws://127.0.0.1:4000/oauth', []],
  ])('but not to %j with schemes %j', (raw, schemes) => {
    expect(safeOauthUri(raw, schemes, 'localhost')).toBe(null);
  });

  it('is https, this machine, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.webUrl({ validSchemes: ['http', 'javascript', 'ftp'] }),
          fc.string(),
        ),
        (raw) => {
          const uri = safeOauthUri(raw, [], 'localhost') ?? 'https://nowhere';
          expect(uri).toMatch(/^(https:|http:\/\/(localhost|127\.|\[::1\]))/);
        },
      ),
    );
  });
});

describe('hostOf', () => {
  it.each([
    ['https://moc.knab-ym.evil.example/go?to=bank.example', 'moc.knab-ym.evil.example'],
    ['https://bänk.example:8443/', 'xn--bnk-qla.example:8443'],
    ['https://аррӏе.example/', 'xn--80ak6aa92e.example'],
    ['mybank:authorize', 'mybank:'],
  ])('shows of %s the host as it is in ASCII, or the scheme: %s', (url, shown) => {
    expect(hostOf(url)).toBe(shown);
  });
});

describe.each([
  ['challengeKey', challengeKey],
  ['challengeFormKey', challengeFormKey],
])('%s', (_name, keyOf) => {
  const ask = (label: string, guid = label): Challenge => ({ guid, label, type: 'TEXT' });

  it('differs between sets of questions', () => {
    const sets = [[ask('a'), ask('b')], [ask('a')], [ask('ab')], [ask('b', 'a')], []];
    expect(new Set(sets.map(keyOf)).size).toBe(sets.length);
  });

  it('differs by guid only if it is no key of a form', () => {
    expect(keyOf([ask('a', '1')]) === keyOf([ask('a', '2')])).toBe(keyOf === challengeFormKey);
  });
});

it('challengeKey is the same in any order', () => {
  const [one, other]: Challenge[] = ['a', 'b'].map((guid) => ({ guid, label: '?', type: 'TEXT' }));
  const key = (...asked: (Challenge | undefined)[]) => challengeKey(asked as Challenge[]);
  expect(key(one, other)).toBe(key(other, one));
});
