/**
 * Fails if the package is not ready to be published under a tag, and prints each reason. Runs on
 * Node alone, before anything is installed: `node scripts/check-release.ts v1.2.3`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { releaseProblems } from './release-problems.ts';

const pathOf = (file: string): string => resolve(import.meta.dirname, '..', file);
const read = (file: string): string => readFileSync(pathOf(file), 'utf8');

const problems = releaseProblems({
  manifest: JSON.parse(read('package.json')),
  security: read('SECURITY.md'),
  changelog: existsSync(pathOf('CHANGELOG.md')) ? read('CHANGELOG.md') : '',
  pendingNotes: readdirSync(pathOf('.changeset')).filter((file) => file.endsWith('.md')),
  tag: process.argv[2] ?? '',
});
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
