import { isJsonObject, type JsonObject } from './body.ts';
import { refuse } from './errors.ts';
import type { Fault, FaultKind, FaultMatch } from './faults.ts';

/** Reads a rule that came over HTTP, where a path is a string and `*` its only wildcard. */
export function parseFault(body: JsonObject): Fault {
  const match = body['match'];
  return {
    ...parseKind(body),
    ...(isJsonObject(match) ? { match: parseMatch(match) } : {}),
    ...numberField(body, 'times'),
    ...numberField(body, 'latencyMs'),
  };
}

function parseKind(body: JsonObject): FaultKind {
  const { kind, status, retryAfter, connectionStatus } = body;
  switch (kind) {
    case 'status':
      if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
        return refuse(400, 'A fault of kind "status" needs a "status" from 200 to 599.');
      }
      return {
        kind,
        status,
        ...(body['body'] === undefined ? {} : { body: body['body'] }),
        ...(typeof retryAfter === 'number' || typeof retryAfter === 'string' ? { retryAfter } : {}),
      };
    case 'unknown-status':
      return { kind, ...(typeof connectionStatus === 'string' ? { connectionStatus } : {}) };
    case 'latency':
    case 'drop':
    case 'lost-answer':
    case 'malformed':
    case 'html':
    case 'empty':
    case 'flap':
      return { kind };
    default:
      return refuse(400, 'A fault needs a "kind" that the sandbox knows.');
  }
}

function parseMatch({ method, path }: JsonObject): FaultMatch {
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof path === 'string' ? { path } : {}),
  };
}

function numberField(
  body: JsonObject,
  name: 'times' | 'latencyMs',
): Partial<Record<typeof name, number>> {
  const value = body[name];
  if (value === undefined) {
    return {};
  }
  return typeof value === 'number' && value >= 0
    ? { [name]: value }
    : refuse(400, `"${name}" must be a number, and not negative.`);
}
