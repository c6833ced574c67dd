import type { Consumer } from '../consumer.ts';

const COMPILERS = ['typescript', 'typescript-5'];
const CONFIGURATIONS = ['page', 'bundler', 'nodenext'];

export const strictTypes: Consumer['check'] = async (project) => {
  for (const compiler of COMPILERS) {
    for (const configuration of CONFIGURATIONS) {
      await project.run(
        'node',
        `node_modules/${compiler}/bin/tsc`,
        '--project',
        `tsconfig.${configuration}.json`,
      );
    }
  }
};
