import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifest, moduleEntries, requireBuild, ROOT, shippedFiles, specifierOf } from './built.ts';
import { PUBLIC_NAMES } from './public-names.ts';

const run = promisify(execFile);

beforeAll(requireBuild);

/** Asks a Node of its own: no bundler, no DOM, no test runner. */
async function namesIn(entry: string): Promise<string[]> {
  const { stdout } = await run(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import * as entry from '${specifierOf(entry)}'; console.log(JSON.stringify(Object.keys(entry)))`,
    ],
    { cwd: ROOT },
  );
  return JSON.parse(stdout);
}

describe('what the package offers', () => {
  it('has a decided list of names for every entry', () => {
    expect(Object.keys(PUBLIC_NAMES)).toEqual(moduleEntries);
  });

  it.each(moduleEntries)(
    '%s loads in plain Node and exports exactly those names',
    async (entry) => {
      expect(await namesIn(entry)).toEqual([...(PUBLIC_NAMES[entry] ?? [])].toSorted());
    },
  );

  it.each(shippedFiles)('ships %s', async (file) => {
    await expect(access(resolve(ROOT, file))).resolves.toBeUndefined();
  });

  it.each(Object.entries(manifest.bin))('installs the command %s', async (_name, file) => {
    await expect(access(resolve(ROOT, file), constants.X_OK)).resolves.toBeUndefined();
    expect(await readFile(resolve(ROOT, file), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
