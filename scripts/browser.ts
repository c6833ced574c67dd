/** How every test of this repository starts Chromium. scripts/with-browser.ts sets CHROMIUM_PATH. */
const executablePath = process.env['CHROMIUM_PATH'];

/** Chromium refuses its sandbox to root, and build machines seldom have the kernel rights for it. */
const withoutSandbox = process.getuid?.() === 0 || process.env['CI'] !== undefined;

export const launchOptions: { executablePath?: string; args: string[] } = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    ...(withoutSandbox ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
