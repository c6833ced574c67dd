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
  return <Source code={code.trim()} language={languageOf(file)} />;
}

function languageOf(file: string): 'css' | 'tsx' | 'typescript' {
  if (file.endsWith('.css')) {
    return 'css';
  }
  return file.endsWith('.tsx') ? 'tsx' : 'typescript';
}
