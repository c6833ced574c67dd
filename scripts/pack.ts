/** What npm would publish. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const windows = process.platform === 'win32';

export interface Packed {
  /** The tarball's name, without a folder. */
  readonly filename: string;
  /** The tarball's size, in bytes. */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** @param options - Such as `--dry-run`, or where the tarball goes. */
export async function pack(...options: readonly string[]): Promise<Packed> {
  const { stdout } = await run('npm', ['pack', '--json', ...options], {
    cwd: root,
    shell: windows,
    maxBuffer: 2 ** 24,
  });
  const [packed] = JSON.parse(stdout) as [Packed];
  return packed;
}
