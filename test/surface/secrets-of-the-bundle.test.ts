import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { moduleEntries, requireBuild, specifierOf } from './built.ts';

beforeAll(requireBuild);

/** What only the proxy and the sandbox may know: how to speak to the Atrium API with its keys. */
const KEYS_AND_HOSTS = /mx-api-key|mx-client-id|vestibule\.mx\.com|atrium\.mx\.com/i;

const KEPT_FROM_BROWSERS = ['./server', './sandbox', './testing'];
const browserEntries = moduleEntries.filter((entry) => !KEPT_FROM_BROWSERS.includes(entry));

describe.each(browserEntries)('in a page, %s', (entry) => {
  it('brings no code of the proxy, the sandbox, their libraries or the contract', async () => {
    const { inputs } = await bundle(`export * from '${specifierOf(entry)}'`);
    expect(
      inputs.filter((path) => /dist\/(server|sandbox|contract)\b|node_modules/.test(path)),
    ).toEqual([]);
  });

  it('neither names a key nor knows the address of the API', async () => {
    const { text } = await bundle(`export * from '${specifierOf(entry)}'`);
    expect(text.match(KEYS_AND_HOSTS)?.[0]).toBeUndefined();
  });
});

it('would notice a key: the proxy, bundled the same way, names one', async () => {
  const { text, inputs } = await bundle(`export * from '${specifierOf('./server')}'`, 'node');
  expect(text).toMatch(KEYS_AND_HOSTS);
  expect(inputs).toContain('dist/server.js');
});

it('lets the sandbox run in a browser tab', async () => {
  const { inputs } = await bundle(`export * from '${specifierOf('./sandbox')}'`);
  expect(inputs).toContain('dist/sandbox.js');
  expect(inputs.filter((path) => path.includes('@hono/node-server'))).toEqual([]);
});
