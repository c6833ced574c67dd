/** Prints what .ci/run ends with, "N passed, N failed", summed from the reports of every runner. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number };
  readonly errors: readonly unknown[];
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function countOf(report: VitestReport | PlaywrightReport): Count {
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats;
    const neverRan = unexpected === 0 && report.errors.length > 0 ? 1 : 0;
    return { passed: expected + flaky, failed: unexpected + neverRan };
  }
  const neverRan = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + neverRan.length,
  };
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: tsx scripts/count-tests.ts <folder of reports>');

const counts = readdirSync(folder).map((file) =>
  countOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
