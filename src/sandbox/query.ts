import { refuse } from './errors.ts';

/** A boolean in a query string; 400 for anything but `true` and `false`. */
export function booleanQuery(raw: string | undefined): boolean | undefined {
  switch (raw) {
    case undefined:
    case '':
      return undefined;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return refuse(400, 'A boolean parameter must be "true" or "false".');
  }
}
