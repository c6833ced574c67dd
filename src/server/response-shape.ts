import { RESOURCES } from '../contract/resources.ts';
import type { Field, Fields, ValueKind } from '../contract/resources.ts';
import { isJsonObject } from './json.ts';

/** The part of MX's response that passes. */
export interface ResponseShape {
  /** The key of the resource, which must be there. */
  readonly name: string;
  readonly shape: Shape;
}

export const one = (name: string, fields: Fields): ResponseShape => ({
  name,
  shape: shapeOf({ [name]: fields }),
});

export const pageOf = (name: string, fields: Fields): ResponseShape => ({
  name,
  shape: shapeOf({ [name]: [fields], pagination: RESOURCES.pagination }),
});

/** Returns the part of a value that may pass; `undefined`, which JSON leaves out, if none may. */
type Shape = (value: unknown) => unknown;

/** Compiles a field of the contract once, so that a response doesn't interpret the table. */
function shapeOf(field: Field): Shape {
  if (typeof field === 'string') return VALUES[field];
  return isList(field) ? listOf(field[0]) : objectOf(field);
}

const VALUES: Readonly<Record<ValueKind, Shape>> = {
  text: (value) => (isText(value) || value === null ? value : undefined),
  amount: (value) => (typeof value === 'number' || value === null ? value : undefined),
  flag: (value) => (typeof value === 'boolean' || value === null ? value : undefined),
  'last-four': (value) => (isText(value) || value === null ? lastFour(value) : undefined),
  status: (value) => (isText(value) || value === null || value === undefined ? value : 'UNKNOWN'),
};

/** The API sends some texts as numbers. */
const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const SEPARATORS = /[\s./-]/g;

/** Leaves out the first character, so that a number of four or fewer is never shown whole. */
function lastFour(value: string | number | null): string | null {
  const number = String(value ?? '').replace(SEPARATORS, '');
  return number.slice(1).slice(-4) || null;
}

const isList = (field: Fields | readonly [Fields]): field is readonly [Fields] =>
  Array.isArray(field);

function listOf(fields: Fields): Shape {
  const shape = objectOf(fields);
  return (value) => (Array.isArray(value) ? value.filter(isJsonObject).map(shape) : undefined);
}

function objectOf(fields: Fields): Shape {
  const shapes = Object.entries(fields).map(([name, field]) => ({ name, shape: shapeOf(field) }));
  return (value) => {
    if (!isJsonObject(value)) return value === null ? null : undefined;
    const shaped: Record<string, unknown> = {};
    for (const { name, shape } of shapes) shaped[name] = shape(value[name]);
    return shaped;
  };
}
