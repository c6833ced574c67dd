import { institutionHost, institutionInitials } from '../../src/domain/institution.ts';

const SPOKEN = ['aria-label', 'alt', 'title', 'placeholder'];

/**
 * The texts of our own under `root` that are in no catalog, seen under the pseudo-locale: outside
 * its brackets, and not among the texts that came as data.
 */
export function hardCoded(root: Element, data: unknown): string[] {
  const known = new Set(textsIn(data));
  return [...root.querySelectorAll('.atrium-root')].flatMap((component) =>
    textsOf(component).filter((text) => {
      const rest = withoutBrackets(text)
        .replaceAll(/[\u2066-\u2069]/g, '')
        .trim();
      return /\p{L}/u.test(rest) && !known.has(rest);
    }),
  );
}

/** What can be seen or heard of an element and all that is in it. */
function textsOf(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(wholeText(walker.currentNode));
  const attributes = [root, ...root.querySelectorAll('*')].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name) ?? ''),
  );
  return [...texts, ...attributes];
}

/** The text of a node, or of its whole sentence if elements divide the sentence. */
function wholeText(node: Node): string {
  const text = node.textContent ?? '';
  const isDivided = /[⟦⟧]/.test(withoutBrackets(text));
  return isDivided && node.parentElement ? wholeText(node.parentElement) : text;
}

/** One text may stand within another, as the name for an institution without one does. */
function withoutBrackets(text: string): string {
  const rest = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return rest === text ? text : withoutBrackets(rest);
}

/** Every text in some data, and what is derived from it to be shown. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') {
    const host = URL.canParse(data) ? institutionHost({ url: data }) : null;
    return [data, institutionInitials(data), dateIn(data), host].filter((text) => text !== null);
  }
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

/** A time as it is shown whole, which `Intl` words. */
const dateIn = (data: string): string | null =>
  /^\d{4}-\d\d-\d\dT/.test(data)
    ? new Intl.DateTimeFormat('en-XA', { dateStyle: 'long', timeStyle: 'short' }).format(
        new Date(data),
      )
    : null;
