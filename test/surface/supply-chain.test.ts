import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './built.ts';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(resolve(ROOT, file), 'utf8'));
const { scripts, dependencies } = read('package.json');
const locked: Readonly<Record<string, Locked>> = read('package-lock.json').packages;

/** Everything that `npm install react-atrium-connect` brings, beside the peers that a host has. */
function brought(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names.filter((each) => !found.has(each))) {
    found.add(name);
    brought(Object.keys(locked[`node_modules/${name}`]?.dependencies ?? {}), found);
  }
  return found;
}

const installed = [...brought(Object.keys(dependencies))].toSorted();

describe('what comes with the package', () => {
  it('is the router of the server, and nothing else', () => {
    expect(installed).toEqual(['@hono/node-server', 'hono']);
  });

  it.each(installed)('%s runs nothing while it is installed', (name) => {
    expect(locked[`node_modules/${name}`]).toMatchObject({ integrity: expect.any(String) });
    expect(locked[`node_modules/${name}`]).not.toHaveProperty('hasInstallScript');
  });

  it('runs nothing of its own either', () => {
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(onInstall.filter((name) => name in scripts)).toEqual([]);
  });
});

describe('the lockfile', () => {
  const others = Object.entries(locked).filter(([path]) => path !== '');

  it('holds every package to its content', () => {
    const loose = others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('lets one package of the tools run a script, which is known', () => {
    const scripted = others.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([path]) => path)).toEqual(['node_modules/esbuild']);
  });
});
