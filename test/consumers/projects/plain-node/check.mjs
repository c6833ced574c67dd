import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const require = createRequire(import.meta.url);
const manifest = require('react-atrium-connect/package.json');

assert.equal(typeof globalThis.document, 'undefined');
assert.equal(typeof globalThis.window, 'undefined');

for (const [entry, target] of Object.entries(manifest.exports)) {
  const specifier = manifest.name + entry.slice(1);
  if (typeof target === 'object' && target.default.endsWith('.js')) {
    const names = Object.keys(await import(specifier));
    assert.notEqual(names.length, 0, `${specifier} exports nothing.`);
    // Node 20.19 lets CommonJS require a module, unless it awaits something on its way.
    assert.deepEqual(Object.keys(require(specifier)), names);
  } else {
    assert(existsSync(fileURLToPath(import.meta.resolve(specifier))), `${specifier} is missing.`);
  }
}

const { AtriumProvider, ConnectionStatus, ConnectWidget, createAtriumClient } =
  await import('react-atrium-connect');
const html = renderToString(
  createElement(
    AtriumProvider,
    { client: createAtriumClient({ baseUrl: '/api/atrium' }) },
    createElement(ConnectWidget),
    createElement(ConnectionStatus, { status: 'LOCKED', institutionName: 'MX Bank' }),
  ),
);
assert.match(html, /atrium-connect-widget/);
assert.match(html, /locked/);
