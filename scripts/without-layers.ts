import { parse, type AtRule } from 'postcss';

/**
 * For hosts whose own reset is unlayered and would win against any layer. Every rule is as strong
 * as one class, so that it wins against `button {}` and, loaded first, loses to `.button {}`.
 */
export function withoutLayers(css: string): string {
  const sheet = parse(css);
  const layers: AtRule[] = [];
  sheet.walkAtRules('layer', (layer) => void layers.unshift(layer));
  for (const innermostFirst of layers) {
    innermostFirst.replaceWith(innermostFirst.nodes ?? []);
  }
  sheet.walkRules((rule) => {
    rule.selectors = rule.selectors.map(strengthened);
  });
  return sheet.toString();
}

/** All of our selectors are inside :where(), which has no strength; a class that nothing has lends it. */
const strengthened = (selector: string): string =>
  selector.replace(/^(:where\([^]*\))(::?[a-z-]+)?$/, '$1:not(._)$2');
