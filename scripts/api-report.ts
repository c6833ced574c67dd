/**
 * Writes what each entry promises to a host, names and types, to `test/surface/api`. With `--check`
 * it only compares, and fails where a change of the code has changed the promise as well.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import type { IConfigFile } from '@microsoft/api-extractor';

const root = resolve(import.meta.dirname, '..');
const ENTRIES = ['index', 'core', 'server', 'sandbox', 'testing', 'check-appearance'] as const;
const SILENT = { default: { logLevel: 'none' } } as unknown as NonNullable<
  NonNullable<IConfigFile['messages']>['compilerMessageReporting']
>;

/** Extractor brings a compiler of its own, which is told no more than it needs to read declarations. */
const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
};

/** @returns whether what is in git still says the same. */
function report(entry: string, isCheck: boolean, scratch: string): boolean {
  const main = join(root, `dist/${entry}.d.ts`);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: main,
      compiler: { overrideTsconfig: { compilerOptions, files: [main] } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFolder: join(root, 'test/surface/api'),
        reportTempFolder: scratch,
        reportFileName: `${entry}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: SILENT,
        extractorMessageReporting: SILENT,
        tsdocMessageReporting: SILENT,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: (message) => {
      // Only that the report differs is of interest, and that is said below.
      message.handled = true;
    },
  });
  return !apiReportChanged;
}

const isCheck = process.argv.includes('--check');
await mkdir(join(root, 'test/surface/api'), { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), 'api-report-'));
try {
  const changed = ENTRIES.filter((entry) => !report(entry, isCheck, scratch));
  if (changed.length > 0 && isCheck) {
    console.error(
      `What a host sees of ${changed.join(', ')} has changed. Run \`npm run api\`, read the difference in test/surface/api, and write a changeset for it.`,
    );
    process.exitCode = 1;
  } else {
    console.log(
      changed.length > 0 ? `Written anew: ${changed.join(', ')}.` : 'Nothing has changed.',
    );
  }
} finally {
  await rm(scratch, { recursive: true });
}
