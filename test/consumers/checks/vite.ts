import type { Consumer } from '../consumer.ts';
import { connect, visit } from '../person.ts';

/** React warns in development alone, and only a build leaves out what is not used. */
export const vite: Consumer['check'] = async (project, { browser }) => {
  await project.run('tsc');
  await project.run('vite', 'build', '--logLevel', 'warn');
  await project.startBank();
  const development = await project.serve('vite', '--port', '$PORT', '--strictPort');
  await visit(browser, development, connect);
  const preview = await project.serve('vite', 'preview', '--port', '$PORT', '--strictPort');
  await visit(browser, preview, connect);
};
