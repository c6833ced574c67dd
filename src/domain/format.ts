/** What a template's placeholders may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** Fills the `{placeholders}` of a template. One that has no value stays as it is. */
export function format(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
