/** Finds a Chromium, puts its path in CHROMIUM_PATH, and runs the command it is given. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from 'playwright';

const windows = process.platform === 'win32';
const bin = resolve(import.meta.dirname, '../node_modules/.bin');
const env = { ...process.env, PATH: bin + delimiter + (process.env['PATH'] ?? '') };

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_APPLICATIONS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return [
    chromium.executablePath(),
    ...COMMANDS.flatMap((name) =>
      folders.map((folder) => join(folder, windows ? `${name}.exe` : name)),
    ),
    ...MAC_APPLICATIONS,
    ...programs.flatMap((folder) => WINDOWS_APPLICATIONS.map((path) => join(folder, path))),
  ].find((path) => existsSync(path));
}

function download(): string | undefined {
  spawnSync('playwright', ['install', 'chromium'], { env, stdio: 'inherit', shell: windows });
  return installed();
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !existsSync(chosen)) fail(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  return (
    chosen ||
    installed() ||
    download() ||
    fail(
      'No Chromium was found and none could be downloaded: install one (Debian or Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH.',
    )
  );
}

const [command, ...args] = process.argv.slice(2);
if (command === undefined) fail('Usage: tsx scripts/with-browser.ts <command> [arguments]');

const child = spawn(command, args, {
  env: { ...env, CHROMIUM_PATH: findChromium() },
  stdio: 'inherit',
  shell: windows,
});
child.once('error', (error) => fail(`${command} could not be started: ${error.message}`));
child.once('exit', (code, signal) =>
  process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']),
);

// A terminal sends Ctrl-C to the child as well; a second one would cut its clean-up short.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
