import type { Consumer } from '../consumer.ts';
import { connect, visit } from '../person.ts';

export const express: Consumer['check'] = async (project, { browser }) => {
  await project.run('esbuild', 'src/page.tsx', '--bundle', '--jsx=automatic', '--outdir=public');
  await project.startBank();
  await visit(browser, await project.serve('node', 'server.js'), connect);
};
