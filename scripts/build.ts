/** Builds what the package ships: modules and types by the compiler, two stylesheets, one command. */
import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleAsync } from 'lightningcss';
import { withoutLayers } from './without-layers.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** The first versions with light-dark(), so that it reaches the browser as it was written. */
const browsers = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
try {
  await Promise.all([compile(), buildStyles()]);
  await makeExecutable('sandbox/cli.js');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function compile(): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail).once('exit', done);
  });
  if (code !== 0) throw new Error('The build stopped: the compiler found the errors above.');
}

async function buildStyles(): Promise<void> {
  const filename = join(root, 'src/styles.css');
  const { code } = await bundleAsync({ filename, minify: true, targets: browsers });
  await writeStyles('styles.css', code.toString());
  await writeStyles('styles.unlayered.css', withoutLayers(code.toString()));
}

/** A host's compiler (TypeScript 6 and later) refuses an import of a stylesheet that has no types. */
async function writeStyles(name: string, css: string): Promise<void> {
  await writeFile(join(dist, name), css);
  await writeFile(join(dist, `${name}.d.ts`), 'export {};\n');
}

async function makeExecutable(path: string): Promise<void> {
  const file = join(dist, path);
  const source = await readFile(file, 'utf8');
  if (!source.startsWith('#!')) throw new Error(`dist/${path} needs a first line "#!" to run.`);
  await chmod(file, 0o755);
}
