#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { cliOptions, HELP, readCommand, type CliCommand, type CliValues } from './cli-options.ts';
import { createSandbox, type SandboxOptions } from './create-sandbox.ts';
import { listen, type Listening } from './listen.ts';
import { testUsernames } from './magic-passwords.ts';

try {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(HELP);
  } else {
    await run(readCommand(values, process.env));
  }
} catch (error) {
  process.stderr.write(`atrium-sandbox: ${messageOf(error)}\n`);
  process.exitCode = 1;
}

function readArguments(): CliValues {
  try {
    return parseArgs({ options: cliOptions }).values;
  } catch (error) {
    const [sentence = ''] = messageOf(error).split('. ');
    throw new Error(`${sentence.replace(/\.$/, '')}; see atrium-sandbox --help.`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function run({ port, host, sandbox }: CliCommand): Promise<void> {
  const listening = await listen(createSandbox(sandbox), port, host).catch((error: unknown) => {
    throw new Error(whyNotListening(error, port, host), { cause: error });
  });
  process.stdout.write(greeting(listening.url, sandbox));
  const stop = () => void stopQuietly(listening);
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

async function stopQuietly(listening: Listening): Promise<void> {
  await listening.close();
  process.exit(0);
}

function whyNotListening(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; stop what is using it, or choose another with --port.`;
    case 'EACCES':
      return `port ${port} needs more rights than this user has; choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `"${host}" is not an address of this machine; choose another with --host.`;
    default:
      return `cannot listen on port ${port} of ${host}.`;
  }
}

function greeting(url: string, { keys, webhooks: target }: SandboxOptions): string {
  const hasKeys = keys !== undefined;
  const webhooks = target === undefined ? 'go nowhere' : `go to ${new URL(target.url).origin}`;
  return `The Atrium sandbox listens on ${url}

  Atrium     MX-API-Key and MX-Client-ID
  Platform   HTTP Basic, client id and API key; Accept-Version: v20250224 or v20111101
  Keys       ${hasKeys ? 'only the pair that was configured' : 'any that are not empty'}
  Bank       mxbank (MX Bank), mx_bank_oauth (MX Bank (OAuth)), and some sixty imaginary ones
  Username   ${testUsernames.join(' or ')}
  Password   password connects; challenge, options, image, challenges ask questions (answer: correct);
             INVALID is denied; status:LOCKED reaches that status, and so on for all of them;
             error:2005 meets that error of Platform, and so on for all of them
  All of it  ${url}/_sandbox/passwords
  Controls   ${url}/_sandbox/state, and POST .../clock, .../faults, .../reset
  Webhooks   ${webhooks}; GET and PUT ${url}/_sandbox/webhooks

Ctrl-C stops it. Nothing is kept.
`;
}
