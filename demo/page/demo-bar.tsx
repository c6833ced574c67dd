import type { ReactElement } from 'react';
import { Choice } from './choice.tsx';
import type { OauthMode } from './connect.tsx';
import { useChoice } from './use-choice.ts';
import type { Chosen } from './use-choice.ts';
import './demo-bar.css';

const BRANDS = { sage: 'Sage', marmalade: 'Marmalade' } as const;
const SCHEMES = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;
const OAUTH_MODES = { link: 'Tab', popup: 'Popup' } as const satisfies Record<OauthMode, string>;

/** What whoever tries the demo can change about it. */
export interface DemoChoices {
  readonly brand: Chosen<keyof typeof BRANDS>;
  readonly scheme: Chosen<keyof typeof SCHEMES>;
  readonly oauthMode: Chosen<OauthMode>;
}

export const useDemoChoices = (): DemoChoices => ({
  brand: useChoice('brand', ['sage', 'marmalade']),
  scheme: useChoice('scheme', ['auto', 'light', 'dark']),
  oauthMode: useChoice('oauth', ['link', 'popup']),
});

/** Not a part of the app: the strip where the demo itself is set. */
export function DemoBar({ choices }: { readonly choices: DemoChoices }): ReactElement {
  return (
    <aside className="demo-bar" aria-label="Demo settings">
      <Choice legend="Brand" words={BRANDS} {...choices.brand} />
      <Choice legend="Colours" words={SCHEMES} {...choices.scheme} />
      <Choice legend="Bank’s own page" words={OAUTH_MODES} {...choices.oauthMode} />
    </aside>
  );
}
