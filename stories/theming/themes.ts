import '@fontsource-variable/inter';
import '@fontsource-variable/outfit';
import '@fontsource-variable/source-serif-4';
import './back-office.css';
import './bank.css';
import './neobank.css';

interface Theme {
  readonly id: string;
  readonly name: string;
  /** Put on any element around components, it makes them and their surroundings the host's. */
  readonly className: string;
}

/** Three whole brands, each one class: ground, text, font and the public properties. */
export const themes = [
  { id: 'bank', name: 'Aldermoor, a sober bank', className: 'theme-bank' },
  { id: 'neobank', name: 'Pip, a playful neobank', className: 'theme-neobank' },
  { id: 'back-office', name: 'Ledgerline, a dense back office', className: 'theme-back-office' },
] as const satisfies readonly Theme[];
