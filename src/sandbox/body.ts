import { refuse } from './errors.ts';

/** A JSON object off the wire, nothing known about its values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is an object in the sense of JSON. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of a request as an object; 400 when it is anything else. An empty body is `{}`. */
export async function readObject(request: Request): Promise<JsonObject> {
  const text = await request.text();
  const value = text.trim() === '' ? {} : parseJson(text);
  return isJsonObject(value) ? value : refuse(400, 'The request body must be a JSON object.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, 'The request body is not valid JSON.');
  }
}

/** What sits under `root` in a body; 400 when it is missing or empty, as the API rules. */
export function rooted(body: JsonObject, root: string): JsonObject {
  const value = body[root];
  if (!isJsonObject(value) || Object.keys(value).length === 0) {
    return refuse(400, `The request body must have a non-empty "${root}" object.`);
  }
  return value;
}

/** A field that holds text or `null`; `undefined` when it is absent. */
export function textField(source: JsonObject, name: string): string | null | undefined {
  const value = source[name];
  if (value === undefined || value === null || typeof value === 'string') {
    return value;
  }
  return refuse(400, `"${name}" must be a string.`);
}

/** A field that holds a real boolean; 0, 1, "true" and "false" are refused. */
export function booleanField(source: JsonObject, name: string): boolean | undefined {
  const value = source[name];
  if (value === undefined || typeof value === 'boolean') {
    return value;
  }
  return refuse(400, `"${name}" must be true or false.`);
}

/** A field that holds a number or `null`; `undefined` when it is absent. */
export function numberField(source: JsonObject, name: string): number | null | undefined {
  const value = source[name];
  if (value === undefined || value === null || typeof value === 'number') {
    return value;
  }
  return refuse(400, `"${name}" must be a number.`);
}

/** A list of strings; `undefined` when it is absent. */
export function textsField(source: JsonObject, name: string): readonly string[] | undefined {
  const value = source[name];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
    return refuse(400, `"${name}" must be a list of strings.`);
  }
  return value;
}

/** A list of `{ guid, value }`, as credentials and answers are sent; `undefined` when absent. */
export function pairsField(source: JsonObject, name: string): readonly Pair[] | undefined {
  const value = source[name];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value) || !value.every(isPair)) {
    return refuse(400, `"${name}" must be a list of objects with a "guid" and a "value" string.`);
  }
  return value.map(({ guid, value: text }) => ({ guid, value: text }));
}

/** A credential or an answer on its way in. */
export interface Pair {
  readonly guid: string;
  readonly value: string;
}

function isPair(value: unknown): value is Pair {
  return (
    isJsonObject(value) && typeof value['guid'] === 'string' && typeof value['value'] === 'string'
  );
}

const LONGEST_IDENTIFIER = 1024;

/** An identifier of the client's own: not one that could be mistaken for a guid of MX. */
export function identifierField(source: JsonObject, name: string): string | null | undefined {
  const identifier = textField(source, name);
  if (identifier && /^(USR|MBR)-/.test(identifier)) {
    return refuse(400, `An "${name}" may not start with a prefix reserved for guids.`);
  }
  if (identifier && identifier.length > LONGEST_IDENTIFIER) {
    return refuse(400, `An "${name}" has at most ${LONGEST_IDENTIFIER} characters.`);
  }
  return identifier;
}
