import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseProblems } from '../../scripts/release-problems.ts';
import type { ReleaseFiles } from '../../scripts/release-problems.ts';
import { ROOT } from './built.ts';

const REPOSITORY = 'https://github.com/acme/react-atrium-connect';
const MANIFEST = {
  version: '1.2.0',
  repository: { type: 'git', url: `git+${REPOSITORY}.git` },
  bugs: `${REPOSITORY}/issues`,
  homepage: REPOSITORY,
};
const READY: ReleaseFiles = {
  manifest: MANIFEST,
  security: `Report it at ${REPOSITORY}/security.`,
  changelog: '# react-atrium-connect\n\n## 1.2.0\n\n### Minor\n\n## 1.1.0\n',
  pendingNotes: [],
  tag: 'v1.2.0',
};

describe('releaseProblems', () => {
  it('finds none if every link is real and the versions agree', () => {
    expect(releaseProblems(READY)).toEqual([]);
  });

  it.each<[string, Partial<ReleaseFiles>]>([
    ['`repository`', { manifest: { ...MANIFEST, repository: { url: 'git+https://x/OWNER/y' } } }],
    ['`bugs`', { manifest: { ...MANIFEST, bugs: undefined } }],
    ['`homepage`', { manifest: { ...MANIFEST, homepage: 'https://github.com/OWNER/x' } }],
    ['SECURITY.md', { security: 'Report it at https://github.com/OWNER/x.' }],
    ['The tag is v1.3.0', { tag: 'v1.3.0' }],
    ['CHANGELOG.md ends at 1.1.0', { changelog: '## 1.1.0\n\n## 1.0.0\n' }],
    ['CHANGELOG.md has no version', { changelog: '' }],
    ['CHANGELOG.md lacks new-prop.md', { pendingNotes: ['new-prop.md'] }],
  ])('names %s if that is wrong', (name, change) => {
    expect(releaseProblems({ ...READY, ...change })).toEqual([expect.stringContaining(name)]);
  });
});

const WORKFLOWS = resolve(ROOT, '.github/workflows');

describe.each(readdirSync(WORKFLOWS))('workflow %s', (file) => {
  const text = readFileSync(join(WORKFLOWS, file), 'utf8');

  it('pins every action to a commit and names its version', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    expect(uses).not.toEqual([]);
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may do nothing that its jobs do not ask for', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
  });
});
