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

/** A list in a query string: the name repeated, with or without brackets, or values between commas. */
export function listQuery(query: URLSearchParams, name: string): readonly string[] {
  return [...query.getAll(name), ...query.getAll(`${name}[]`)]
    .flatMap((raw) => raw.split(','))
    .filter((value) => value !== '');
}
