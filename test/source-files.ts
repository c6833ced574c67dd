/** Reads src as syntax trees, so that no comment or message is ever taken for code. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

const SRC = resolve(import.meta.dirname, '../src');

export interface Import {
  /** As written: `./member.ts`, `react`, `hono/cors`. */
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** What the code refers to: `fetch`, `Date.now`, `new Date()`. */
  readonly references: ReadonlySet<string>;
  /** Every name and every string literal. */
  readonly words: ReadonlySet<string>;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function visit(value: unknown, see: (node: Node, parent: Node | undefined) => void): void {
  const walk = (child: unknown, parent: Node | undefined): void => {
    if (Array.isArray(child)) {
      for (const item of child) walk(item, parent);
    } else if (isNode(child)) {
      see(child, parent);
      for (const grandchild of Object.values(child)) walk(grandchild, child);
    }
  };
  walk(value, undefined);
}

const nameOf = (node: unknown): string =>
  isNode(node) && typeof node['name'] === 'string' ? node['name'] : '';

const literalOf = (node: Node): string | undefined =>
  typeof node['value'] === 'string' ? node['value'] : undefined;

function importOf(node: Node): Import[] {
  const { source, specifiers } = node;
  if (!isNode(source)) return [];
  const kind = node['importKind'] ?? node['exportKind'];
  const names = Array.isArray(specifiers) ? specifiers.filter(isNode) : [];
  const isTypeOnly =
    node.type === 'TSImportType' ||
    kind === 'type' ||
    (names.length > 0 &&
      names.every((name) => (name['importKind'] ?? name['exportKind']) === 'type'));
  return [{ specifier: literalOf(source) ?? '(computed)', isTypeOnly }];
}

/** A name that only labels a property refers to nothing. */
const isLabel = (node: Node, parent: Node | undefined): boolean =>
  parent !== undefined &&
  parent['computed'] !== true &&
  parent['shorthand'] !== true &&
  (parent['key'] === node || parent['property'] === node);

function referenceOf(node: Node, parent: Node | undefined): string[] {
  switch (node.type) {
    case 'Identifier':
      return isLabel(node, parent) ? [] : [nameOf(node)];
    case 'MemberExpression':
      return [`${nameOf(node['object'])}.${nameOf(node['property'])}`];
    case 'NewExpression':
      return Array.isArray(node['arguments']) && node['arguments'].length === 0
        ? [`new ${nameOf(node['callee'])}()`]
        : [];
    default:
      return [];
  }
}

function wordOf(node: Node): string[] {
  if (node.type === 'Identifier') return [nameOf(node)];
  const literal = literalOf(node);
  return node.type === 'Literal' && literal !== undefined ? [literal] : [];
}

export function readSource(path: string, code: string): SourceFile {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);

  const imports: Import[] = [];
  const references = new Set<string>();
  const words = new Set<string>();
  visit(program, (node, parent) => {
    imports.push(...importOf(node));
    for (const reference of referenceOf(node, parent)) references.add(reference);
    for (const word of wordOf(node)) words.add(word);
  });
  return { path, imports, references, words };
}

export function readSources(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.split(sep).join(posix.sep))
    .toSorted()
    .map((path) => readSource(path, readFileSync(resolve(SRC, path), 'utf8')));
}
