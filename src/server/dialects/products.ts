import type { JsonObject } from '../json.ts';
import { without } from './reword.ts';

/** Each flag of an institution, and the product that says the same since v20250224. */
const PRODUCTS: Readonly<Record<string, string>> = {
  supports_account_identification: 'identity_verification',
  supports_account_statement: 'statements',
  supports_account_verification: 'account_verification',
  supports_transaction_history: 'transaction_history',
};

/** Flags asked for become products; one that is `false` has no counterpart and asks for nothing. */
export function productQuery(query: URLSearchParams): URLSearchParams {
  const worded = new URLSearchParams();
  for (const [name, value] of query) {
    const product = Object.hasOwn(PRODUCTS, name) ? PRODUCTS[name] : undefined;
    if (product === undefined) worded.append(name, value);
    else if (value === 'true') worded.append('supported_products', product);
  }
  return worded;
}

/** An institution with a flag for each product, where it lists them at all. */
export function flaggedInstitution(institution: JsonObject): JsonObject {
  const { supported_products: products, ...rest } = institution;
  if (!Array.isArray(products)) return rest;
  const flags: [string, boolean][] = Object.entries(PRODUCTS).map(([flag, product]) => [
    flag,
    products.includes(product),
  ]);
  return { ...rest, ...Object.fromEntries(flags) };
}

/**
 * The body that makes a member, with the products to fetch in place of `skip_aggregation`, which
 * v20250224 does not have.
 *
 * Known, from MX's reference: products are what a member is to fetch once it is connected, and
 * `transactions` is the aggregation of old; the answer is 202 when a job was asked for, 201 when
 * a product failed to start (the member is there all the same), 200 when no job was asked for.
 *
 * Inferred, for MX shows no example of it: that no products ask for no job. Verification and
 * identification need that, as they start a job of their own on the new member. Were one running
 * nevertheless, theirs is answered 409, which the browser takes for busy and waits for. Products
 * of theirs are not asked for here: only the browser knows the mode, and each is paid for.
 */
export function orderedMember({
  member,
  ...options
}: JsonObject & { member: JsonObject }): JsonObject {
  const products = member['skip_aggregation'] === true ? [] : ['transactions'];
  return { ...options, member: without(member, ['skip_aggregation']), data_request: { products } };
}
