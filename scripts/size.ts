/** Prints what each way of using the package costs a host's page, and fails past a limit. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bundle, gzippedBytes } from './bundle.ts';

interface Budget {
  readonly name: string;
  readonly measure: () => Promise<number>;
  /** What it should cost, in kB (1000 bytes) after gzip. */
  readonly aimKb: number;
  /** Past it, the script fails. Lowered whenever it can be, never raised without a reason. */
  readonly limitKb: number;
}

const script = (source: string) => async (): Promise<number> =>
  (await bundle(source, 'browser', 'at-once')).gzippedBytes;

const EVERYTHING = "export * from 'react-atrium-connect'";

/** What these modules, which are loaded only once they are used, add to everything else. */
const later = (modules: readonly string[]) => async (): Promise<number> => {
  const added = modules.map((path) => `export * from './dist/${path}'`);
  return (await script([EVERYTHING, ...added].join(';'))()) - (await script(EVERYTHING)());
};

const styles = async (): Promise<number> =>
  gzippedBytes(await readFile(resolve(import.meta.dirname, '../dist/styles.css'), 'utf8'));

const BUDGETS: readonly Budget[] = [
  {
    name: 'everything',
    measure: script(EVERYTHING),
    aimKb: 15,
    limitKb: 48.7,
  },
  {
    name: 'what a page loads only with `live`',
    measure: later(['api/open-events.js', 'queries/live.js']),
    aimKb: 1.3,
    limitKb: 2.2,
  },
  {
    name: 'what a page loads only for a picture of a challenge',
    measure: later(['components/parts/draw-picture.js']),
    aimKb: 1,
    limitKb: 1,
  },
  {
    name: 'ConnectWidget',
    measure: script("export { ConnectWidget } from 'react-atrium-connect'"),
    aimKb: 15,
    limitKb: 35,
  },
  {
    name: 'MemberManager, which holds a ConnectWidget',
    measure: script("export { MemberManager } from 'react-atrium-connect'"),
    aimKb: 20,
    limitKb: 41,
  },
  {
    name: 'what a first page imports: provider, client, ConnectWidget',
    measure: script(
      "export { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect'",
    ),
    aimKb: 17,
    limitKb: 40.7,
  },
  {
    name: 'useConnection, to draw an interface of one’s own',
    measure: script("export { useConnection } from 'react-atrium-connect'"),
    aimKb: 9,
    limitKb: 16.3,
  },
  {
    name: 'useMemberStatus',
    measure: script("export { useMemberStatus } from 'react-atrium-connect'"),
    aimKb: 4,
    limitKb: 4.8,
  },
  {
    name: 'ChallengeForm',
    measure: script("export { ChallengeForm } from 'react-atrium-connect'"),
    aimKb: 4,
    limitKb: 7.6,
  },
  {
    name: 'ConnectionStatus',
    measure: script("export { ConnectionStatus } from 'react-atrium-connect'"),
    aimKb: 3,
    limitKb: 5.2,
  },
  {
    name: 'core',
    measure: script("export * from 'react-atrium-connect/core'"),
    aimKb: 4,
    limitKb: 11.4,
  },
  { name: 'styles.css', measure: styles, aimKb: 4, limitKb: 4.3 },
  ...['ar', 'de', 'es', 'fr-CA', 'pt-BR'].map((tag) => ({
    name: `locales/${tag}`,
    measure: script(`export * from 'react-atrium-connect/locales/${tag}'`),
    aimKb: 4,
    limitKb: 6.9,
  })),
];

console.log('kB gzipped; react, react-dom and @tanstack/react-query are the host’s own');
for (const { name, measure, aimKb, limitKb } of BUDGETS) {
  try {
    const kb = (await measure()) / 1000;
    const isOver = kb > limitKb;
    console.log(
      `${kb.toFixed(2).padStart(6)}  ${name}: aim ${aimKb}, limit ${limitKb}${isOver ? ', over' : ''}`,
    );
    if (isOver) process.exitCode = 1;
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : ''}`);
    process.exitCode = 1;
  }
}

/** Gzip shares what repeats, so a part has no weight of its own: each gets its share by length. */
async function printParts(): Promise<void> {
  const source = "export { ConnectWidget } from 'react-atrium-connect'";
  const { lengths, text, gzippedBytes: whole } = await bundle(source, 'browser', 'at-once');
  const rooms = new Map<string, number>();
  for (const [path, length] of Object.entries(lengths)) {
    const room = path.split('/').slice(1, -1).slice(0, 2).join('/') || 'index';
    rooms.set(room, (rooms.get(room) ?? 0) + length);
  }
  console.log('\nConnectWidget by part, kB gzipped');
  for (const [room, length] of [...rooms].toSorted(([, a], [, b]) => b - a)) {
    if (length > 0)
      console.log(`${((length / text.length) * (whole / 1000)).toFixed(2).padStart(6)}  ${room}`);
  }
}

await printParts();
