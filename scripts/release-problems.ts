/** What a release consists of besides its code. */
export interface ReleaseFiles {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** The text of `SECURITY.md`. */
  readonly security: string;
  /** The text of `CHANGELOG.md`; empty before the first release. */
  readonly changelog: string;
  /** The names of the notes in `.changeset` that the changelog doesn't contain yet. */
  readonly pendingNotes: readonly string[];
  /** The git tag that is being released, such as `v1.2.3`. */
  readonly tag: string;
}

/** Stands for the owner of the repository until there is one. */
const PLACEHOLDER = /\bOWNER\b/;

const LINKS = ['repository', 'bugs', 'homepage'] as const;

/** Returns a sentence for each reason not to publish a release. */
export function releaseProblems(files: ReleaseFiles): string[] {
  return [...placeholders(files), ...versionProblems(files)];
}

function placeholders({ manifest, security }: ReleaseFiles): string[] {
  const unset = LINKS.filter(
    (field) => manifest[field] === undefined || PLACEHOLDER.test(JSON.stringify(manifest[field])),
  );
  return [
    ...unset.map((field) => `package.json: \`${field}\` is a placeholder. Set it to the real URL.`),
    ...(PLACEHOLDER.test(security)
      ? ['SECURITY.md: the contact is a placeholder. Replace OWNER with the real owner.']
      : []),
  ];
}

function versionProblems({ manifest, changelog, pendingNotes, tag }: ReleaseFiles): string[] {
  const { version } = manifest;
  const newest = /^## (\S+)$/m.exec(changelog)?.[1];
  const problems: string[] = [];
  if (tag !== `v${String(version)}`) {
    problems.push(`The tag is ${tag}, but package.json has version ${String(version)}.`);
  }
  if (newest !== version) {
    problems.push(
      `CHANGELOG.md ${newest === undefined ? 'has no version' : `ends at ${newest}`}, but package.json has version ${String(version)}. Run \`npm run changelog\`.`,
    );
  }
  if (pendingNotes.length > 0) {
    problems.push(
      `CHANGELOG.md lacks ${pendingNotes.join(', ')} from .changeset. Run \`npm run changelog\`.`,
    );
  }
  return problems;
}
