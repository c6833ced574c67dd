import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'postcss';
import type { ChildNode, Root } from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIST, requireBuild } from './built.ts';

let layered: Root;
let unlayered: Root;

const read = async (name: string): Promise<Root> =>
  parse(await readFile(resolve(DIST, name), 'utf8'));

beforeAll(async () => {
  requireBuild();
  [layered, unlayered] = await Promise.all([read('styles.css'), read('styles.unlayered.css')]);
});

const isOurLayer = (node: ChildNode): boolean =>
  node.type === 'atrule' && node.name === 'layer' && node.params === 'atrium-connect';

function rules(sheet: Root): string[] {
  const found: string[] = [];
  sheet.walkRules(({ selector, nodes }) => void found.push(`${selector}{${nodes.join(';')}}`));
  return found;
}

describe('the stylesheet', () => {
  it('keeps every rule in the one layer, so that any rule of the host wins', () => {
    expect(rules(layered)).not.toEqual([]);
    expect(layered.nodes.filter((node) => !isOurLayer(node)).map(String)).toEqual([]);
  });

  it('has an unlayered twin with the same rules in the same order', () => {
    const layers: string[] = [];
    unlayered.walkAtRules('layer', (layer) => void layers.push(layer.params));
    expect(layers).toEqual([]);
    expect(rules(unlayered).map((rule) => rule.replaceAll(':not(._)', ''))).toEqual(rules(layered));
  });

  it('has a twin whose rules are all as strong as one class, so that their order still decides', () => {
    const ours = (sheet: Root) => rules(sheet).filter((rule) => rule.startsWith(':where('));
    const strengths = ours(unlayered).map((rule) => rule.split(':not(._)').length - 1);
    const selectors = ours(layered).map((rule) => rule.split(/,(?=:where\()/).length);
    expect(strengths).toEqual(selectors);
  });

  it('sets nothing on the page itself', () => {
    const onThePage = rules(layered).filter((rule) => /:root|(^|[\s,(])(html|body)\b/.test(rule));
    expect(onThePage).toEqual([]);
  });

  it('leaves the choice between light and dark to the browser', () => {
    expect(layered.toString()).not.toMatch(/--lightningcss-(light|dark)/);
  });

  it.each([
    ['(prefers-reduced-motion: reduce)', /animation:none/],
    ['(forced-colors: active)', /border/],
  ])('answers to %s', (wish, answer) => {
    const answers: string[] = [];
    layered.walkAtRules('media', ({ params, nodes = [] }) => {
      if (params.replaceAll(': ', ':') === wish.replaceAll(': ', ':')) answers.push(nodes.join());
    });
    expect(answers.join()).toMatch(answer);
  });

  it('asks nobody for anything', () => {
    expect(layered.toString()).not.toMatch(/@import|url\((?!["']?(data:|#))/);
  });
});
