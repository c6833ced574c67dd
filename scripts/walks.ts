/**
 * Walks through the sandbox at random, 1,000 times or as often as it is told; or one walk again:
 * npm run walks -- [how many] [seed] [path], seed and path as a failing walk prints them.
 */
import { spawnSync } from 'node:child_process';

const [count = '1000', seed = '', path = ''] = process.argv.slice(2);
const { status } = spawnSync('vitest', ['run', '--project', 'unit', 'test/walks'], {
  env: { ...process.env, WALKS: count, WALK_SEED: seed, WALK_PATH: path },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
