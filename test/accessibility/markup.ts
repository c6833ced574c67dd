import { queryAllByRole } from '@testing-library/dom';

/** Looks for one kind of mistake, and says of each what is wrong with which element. */
type Rule = (root: HTMLElement) => readonly string[];

const NAMED = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'group', 'img'];

/** Roles that no element of HTML brings with it. All others come from the element itself. */
const ROLES = ['alert', 'img', 'search', 'status'];

const MASKS = [
  'data-private',
  'data-sentry-mask',
  'data-dd-privacy',
  'data-hj-suppress',
  'data-clarity-mask',
];

const describe = (element: Element): string => element.outerHTML.slice(0, 100);

const all = (root: HTMLElement, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

const faulty = (root: HTMLElement, selector: string, isFaulty: (one: HTMLElement) => boolean) =>
  all(root, selector).filter(isFaulty).map(describe);

const TYPED_INTO = 'input:not([type="radio"])';

const SUBMITTED_NATIVELY = [
  'form',
  'button:not([type="button"])',
  ':is(input, select):not([form=""])',
  '[name]:not([type="radio"])',
];

const TONE = '.atrium-root [data-tone], .atrium-root[data-tone]';

const wordsOf = (element: Element): string => (element.textContent ?? '').trim();

const iconOf = (element: Element): string | undefined =>
  element.querySelector('svg path')?.getAttribute('d') ?? undefined;

/** What must hold of every page on which anything of ours stands. */
export const rules = {
  'a control without a name': (root) =>
    NAMED.flatMap((role) =>
      queryAllByRole(root, role, { name: (name) => name.trim() === '' }).map(describe),
    ),

  'a role that the element does not bring with it': (root) =>
    faulty(root, '[role]', (one) => !ROLES.includes(one.getAttribute('role') ?? '')),

  'something to click that is no control': (root) =>
    faulty(
      root,
      '[tabindex]:not([tabindex="-1"])',
      (one) => !one.matches('a, button, input, select'),
    ),

  'an id that stands twice': (root) => {
    const ids = all(root, '[id]').map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) < index);
  },

  'a reference that points nowhere': (root) =>
    ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((attribute) =>
      faulty(root, `[${attribute}]`, (one) =>
        (one.getAttribute(attribute) ?? '')
          .split(/\s+/)
          .some((id) => root.ownerDocument.getElementById(id) === null),
      ),
    ),

  'two groups of radio buttons with one name': (root) =>
    faulty(root, 'fieldset input[type="radio"]', (radio) => {
      const { name, form } = radio as HTMLInputElement;
      return all(root, 'input[type="radio"]').some(
        (other) =>
          (other as HTMLInputElement).name === name &&
          (other as HTMLInputElement).form === form &&
          other.closest('fieldset') !== radio.closest('fieldset'),
      );
    }),

  'something focusable that a screen reader is told to skip': (root) =>
    faulty(root, '[aria-hidden="true"]', (one) =>
      one.matches(':has(a, button, input, select, [tabindex])'),
    ),

  'an invalid field without a word why': (root) =>
    faulty(root, '[aria-invalid="true"]', (one) => {
      const ids = (one.getAttribute('aria-describedby') ?? '').split(/\s+/);
      return ids.every((id) => !root.ownerDocument.getElementById(id)?.textContent);
    }),

  'an input that a session replay would show': (root) =>
    faulty(root, `${TYPED_INTO}, select, fieldset`, (one) =>
      MASKS.some((attribute) => !one.hasAttribute(attribute)),
    ),

  'an input that does not say what belongs into it': (root) =>
    faulty(root, TYPED_INTO, (one) => {
      const expected = one.matches('[type="password"]')
        ? /^current-password$/
        : /^(off|username|current-password|one-time-code)$/;
      return !expected.test(one.getAttribute('autocomplete') ?? '');
    }),

  // Of an amount alone it is known that it has none.
  'an input that a phone shows no letters for': (root) =>
    faulty(
      root,
      '[inputmode]:not([inputmode="search"], [inputmode="decimal"]), [type="number"], [type="tel"]',
      () => true,
    ),

  'a control or a form that a browser could submit on its own': (root) =>
    faulty(root, `form.atrium-root, .atrium-root :is(${SUBMITTED_NATIVELY.join()})`, () => true),

  'an input that cannot be pasted into': (root) =>
    faulty(
      root,
      'input',
      (one) => !one.dispatchEvent(new Event('paste', { bubbles: true, cancelable: true })),
    ),

  'a tone that is told by colour alone': (root) =>
    faulty(root, TONE, (one) => {
      const around = one.closest('.atrium-notice, section') ?? one;
      return iconOf(around) === undefined || wordsOf(around) === '';
    }),

  'two tones with one icon': (root) => {
    const toneOf = new Map<string, string>();
    return all(root, '.atrium-badge[data-tone], .atrium-notice[data-tone]').flatMap((one) => {
      const [icon, tone] = [iconOf(one) ?? '', one.dataset['tone'] ?? ''];
      const other = toneOf.get(icon) ?? tone;
      toneOf.set(icon, tone);
      return other === tone ? [] : [`${other} and ${tone}`];
    });
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Every mistake in what is shown, each with its kind. */
export const mistakesIn = (root: HTMLElement): string[] =>
  Object.entries<Rule>(rules).flatMap(([kind, rule]) =>
    rule(root).map((element) => `${kind}: ${element}`),
  );
