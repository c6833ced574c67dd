/** What a browser's translation does to a page, and what a component needs to survive it. */

const textsIn = (root: Node): Text[] => {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

/**
 * The texts of our components that React keeps as nodes of their own: text beside an element, in
 * a fragment, or returned by a component. A translation replaces the node, so React fails when it
 * removes it or inserts before it, and updates a node that nobody sees. The only child of an
 * element is safe: React sets the element's text.
 */
export const looseTexts = (root: Element): string[] =>
  textsIn(root)
    .filter((text) => text.parentElement?.closest('.atrium-root'))
    .filter((text) => Object.keys(text).some((key) => key.startsWith('__reactFiber$')))
    .map(
      (text) => `“${text.data}” in ${text.parentElement?.className || text.parentNode?.nodeName}`,
    );

/** Replaces each text with one in two elements, now and whenever one is added, as Google Chrome does. */
export function translatePage(): () => void {
  const translate = () => {
    for (const text of textsIn(document.body)) {
      if (text.parentElement?.localName === 'font') continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  const observer = new MutationObserver(translate);
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  translate();
  return () => observer.disconnect();
}
