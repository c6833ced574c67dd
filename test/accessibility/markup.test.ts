// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { mistakesIn, type rules } from './markup.ts';

type Kind = keyof typeof rules;

const PRIVATE = 'data-private data-sentry-mask data-dd-privacy data-hj-suppress data-clarity-mask';
const MASKED = `${PRIVATE} form="" autocomplete="off"`;

/** Each mistake, as it might be made. */
const mistakes: Readonly<Record<Kind, string>> = {
  'a control without a name': `<input ${MASKED}>`,
  'a role that the element does not bring with it': '<div role="button">Go</div>',
  'something to click that is no control': '<div tabindex="0">Go</div>',
  'an id that stands twice': '<p id="a"></p><p id="a"></p>',
  'a reference that points nowhere': '<button aria-describedby="gone">Go</button>',
  'two groups of radio buttons with one name': `<fieldset ${PRIVATE}><legend>One</legend><input type="radio" name="a" aria-label="A"></fieldset><fieldset ${PRIVATE}><legend>Two</legend><input type="radio" name="a" aria-label="A"></fieldset>`,
  'something focusable that a screen reader is told to skip':
    '<div aria-hidden="true"><button>Go</button></div>',
  'an invalid field without a word why': `<input ${MASKED} aria-label="Name" aria-invalid="true">`,
  'an input that a session replay would show': '<input aria-label="Name" autocomplete="off">',
  'an input that does not say what belongs into it': `<input aria-label="Password" type="password" ${MASKED}>`,
  'an input that a phone shows no letters for': `<input aria-label="Code" inputmode="numeric" ${MASKED}>`,
  'a control or a form that a browser could submit on its own':
    '<div class="atrium-root"><form></form></div>',
  'an input that cannot be pasted into': `<input aria-label="Code" ${MASKED} onpaste="return false">`,
  'a tone that is told by colour alone':
    '<div class="atrium-root"><div class="atrium-notice" data-tone="danger">Too late</div></div>',
  'two tones with one icon':
    '<span class="atrium-badge" data-tone="danger"><svg><path d="M1"/></svg></span><span class="atrium-badge" data-tone="success"><svg><path d="M1"/></svg></span>',
};

it.each(Object.entries(mistakes))('%s is found', (kind, html) => {
  document.body.innerHTML = html;
  expect(mistakesIn(document.body).map((mistake) => mistake.split(': ')[0])).toContain(kind);
});

it('a form without a mistake has none', () => {
  document.body.innerHTML = `
    <div class="atrium-root">
      <label for="a">Name</label><input id="a" ${MASKED}>
      <fieldset ${PRIVATE}><legend>One</legend><label><input type="radio" name="b" form="">A</label></fieldset>
      <div class="atrium-notice" data-tone="danger"><svg><path d="M1"/></svg>Too late</div>
      <button type="button">Send</button>
    </div>`;
  expect(mistakesIn(document.body)).toEqual([]);
});

it.each([
  '<form class="atrium-root"></form>',
  '<div class="atrium-root"><button>Send</button></div>',
  `<div class="atrium-root"><input aria-label="Code" ${PRIVATE} autocomplete="off"></div>`,
  `<div class="atrium-root"><select aria-label="Bank" ${PRIVATE}></select></div>`,
  `<div class="atrium-root"><input aria-label="Code" name="code" ${MASKED}></div>`,
])('finds what a browser could submit on its own: %s', (html) => {
  document.body.innerHTML = html;
  expect(mistakesIn(document.body)).toEqual([
    expect.stringContaining('a control or a form that a browser could submit on its own'),
  ]);
});
