import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, readSources } from './source-files.ts';
import type { Import, SourceFile } from './source-files.ts';

interface Room {
  readonly rooms: readonly string[];
  /** Rooms known by their types alone. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

/** Every folder and every entry of src, and all that it may import. */
const MAY_IMPORT: Readonly<Record<string, Room>> = {
  domain: { rooms: [] },
  contract: { rooms: ['domain'] },
  // The contract must not cost a page a byte.
  api: { rooms: ['domain'], types: ['contract'] },
  queries: { rooms: ['domain', 'api'], packages: ['@tanstack/react-query'] },
  hooks: { rooms: ['domain', 'api', 'queries'], packages: ['react', '@tanstack/react-query'] },
  locales: { rooms: ['domain'] },
  components: { rooms: ['domain', 'locales'], packages: ['react', 'react-dom'] },
  widget: {
    rooms: ['domain', 'locales', 'queries', 'hooks', 'components'],
    types: ['api'],
    packages: ['react'],
  },
  server: { rooms: ['domain', 'contract'], packages: ['hono'] },
  sandbox: { rooms: ['domain'], packages: ['hono'] },
  testing: { rooms: ['domain', 'api', 'server', 'sandbox'] },
  'index.ts': {
    rooms: ['domain', 'api', 'queries', 'hooks', 'locales', 'components', 'widget'],
  },
  'check-appearance.ts': { rooms: ['widget'] },
  'core.ts': { rooms: ['domain'] },
  'server.ts': { rooms: ['server'] },
  'sandbox.ts': { rooms: ['sandbox'] },
  'testing.ts': { rooms: ['testing'] },
};

/** The only files that run in Node alone; all others run wherever fetch does. */
const NODE_ONLY = ['sandbox/cli.ts', 'sandbox/listen.ts', 'server/node-listener.ts'];

const files = readSources();
const named = (chosen: SourceFile[]): [string, SourceFile][] =>
  chosen.map((file) => [file.path, file]);
const roomOf = (path: string): string => path.split('/')[0] ?? '';
const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/')[0] ?? '');

function trespasses({ path, imports }: SourceFile): string[] {
  const room = MAY_IMPORT[roomOf(path)];
  if (room === undefined) return [`${path} is in a room that MAY_IMPORT does not know`];

  const mayEnter = ({ specifier, isTypeOnly }: Import): boolean => {
    if (!specifier.startsWith('.')) {
      const name = packageOf(specifier);
      if (NODE_ONLY.includes(path) && /^node:|^@hono\/node-server$/.test(name)) return true;
      return room.packages?.includes(name) ?? false;
    }
    const target = roomOf(posix.join(posix.dirname(path), specifier));
    if (target === roomOf(path) || room.rooms.includes(target)) return true;
    return isTypeOnly && (room.types?.includes(target) ?? false);
  };
  return imports
    .filter((one) => !mayEnter(one))
    .map(({ specifier }) => `${path} may not import ${specifier}`);
}

describe('imports go one way', () => {
  it.each(named(files))('%s', (_path, file) => {
    expect(trespasses(file)).toEqual([]);
  });

  it.each([
    ['domain/x.ts', "import { a } from '../api/a.ts'"],
    ['domain/x.ts', "export * from '../api/a.ts'"],
    ['domain/x.ts', "type A = import('../api/a.ts').A"],
    ['api/x.ts', "import type { A } from '../hooks/a.ts'"],
    ['api/x.ts', "import { RESOURCES } from '../contract/resources.ts'"],
    ['contract/x.ts', "import type { A } from '../server/a.ts'"],
    ['queries/x.ts', "const a = import('../widget/a.tsx')"],
    ['components/x.tsx', "import '../hooks/a.ts'"],
    ['hooks/x.ts', "import { serve } from '@hono/node-server'"],
    ['widget/x.tsx', "import { type A, b } from '../api/a.ts'"],
    ['index.ts', "export { createSandbox } from './sandbox/sandbox.ts'"],
    ['sandbox/x.ts', "import { readFile } from 'node:fs'"],
    ['elsewhere/x.ts', ''],
  ])('is not fooled in %s by %s', (path, code) => {
    expect(trespasses(readSource(path, code))).toHaveLength(1);
  });

  it.each([
    ['widget/x.tsx', "import type { A } from '../api/a.ts'"],
    ['api/x.ts', "import type { RESOURCES } from '../contract/resources.ts'"],
    ['server/x.ts', "import { cors } from 'hono/cors'"],
    ['sandbox/cli.ts', "import { serve } from '@hono/node-server'; import 'node:process'"],
    ['domain/x.ts', "// import { a } from '../api/a.ts'"],
  ])('leaves %s alone with %s', (path, code) => {
    expect(trespasses(readSource(path, code))).toEqual([]);
  });
});

/** What would make an answer depend on something other than the question. */
const IMPURE = [
  'fetch',
  'Date.now',
  'new Date()',
  'performance.now',
  'Math.random',
  'setTimeout',
  'setInterval',
];
const BROWSER = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage'];

const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  domain: [...IMPURE, ...BROWSER],
  contract: [...IMPURE, ...BROWSER],
  components: IMPURE,
};

const impurities = ({ path, references }: SourceFile): string[] =>
  (FORBIDDEN[roomOf(path)] ?? []).filter((name) => references.has(name));

describe('domain, contract and components use no clock, randomness or network', () => {
  const held = files.filter(({ path }) => roomOf(path) in FORBIDDEN);

  it.each(named(held))('%s', (_path, file) => {
    expect(impurities(file)).toEqual([]);
  });

  it.each([
    'fetch("/x")',
    'const { a } = { fetch }',
    'const now = Date.now()',
    'const now = new Date()',
    'window.open("/x")',
  ])('notices %s', (code) => {
    expect(impurities(readSource('domain/x.ts', code))).toHaveLength(1);
  });

  it.each(['const day = new Date(0)', 'api.fetch()', 'type A = { document: string }'])(
    'allows %s',
    (code) => {
      expect(impurities(readSource('domain/x.ts', code))).toEqual([]);
    },
  );
});

const SPEAKS_WIRE = ['contract', 'api', 'server', 'sandbox', 'testing'];

const wireWords = ({ words }: SourceFile): string[] =>
  [...words].filter((word) => /^[a-z\d]+(_[a-z\d]+)+$/.test(word));

describe('the spelling of the wire stops at the rooms that speak it', () => {
  const held = files.filter(({ path }) => !SPEAKS_WIRE.includes(roomOf(path)));

  it.each(named(held))('%s', (_path, file) => {
    expect(wireWords(file)).toEqual([]);
  });

  it.each(['member.is_being_aggregated', "member['connection_status']", 'type A = { guid_x: 1 }'])(
    'notices %s',
    (code) => {
      expect(wireWords(readSource('domain/x.ts', code))).toHaveLength(1);
    },
  );
});
