import { Source } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** Shows a sample from `samples/`, which is compiled and tested as it stands. */
export function Sample({
  code,
  file,
}: {
  readonly code: string;
  readonly file: string;
}): ReactElement {
  return <Source code={code.trim()} language={file.endsWith('.tsx') ? 'tsx' : 'typescript'} />;
}
