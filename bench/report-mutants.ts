import { table } from './report-table.ts';
import type { MutantResults, MutatedFile } from './results.ts';

const ROOMS = ['domain', 'api', 'server'];

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

const sum = (files: readonly MutatedFile[]): MutatedFile => ({
  noticed: files.reduce((total, { noticed }) => total + noticed, 0),
  unnoticed: files.reduce((total, { unnoticed }) => total + unnoticed, 0),
});

/** How many breakages of each room the tests have noticed. */
export function broken({ files }: MutantResults): readonly string[] {
  const rows = ROOMS.map((room) => {
    const inRoom = Object.entries(files).filter(([path]) => path.startsWith(`src/${room}/`));
    const { noticed, unnoticed } = sum(inRoom.map(([, file]) => file));
    const all = noticed + unnoticed;
    return [room, inRoom.length, all, noticed, all === 0 ? '' : percent(noticed / all)];
  });
  return [
    'Stryker breaks each line in the ways that it knows, and runs the tests that need no page and come past that line. What runs once, when a module is loaded, and what speaks to Redis are left out. A breakage that changes nothing counts as one that was not noticed.',
    table(['', 'files', 'breakages', 'noticed', 'score'], rows),
  ];
}
