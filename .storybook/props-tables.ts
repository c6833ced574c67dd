import { builtinResolvers, parse, type Documentation } from 'react-docgen';
import type { Plugin } from 'vite';

/** Files that export a component, and its props as `<Component>Props`. */
const COMPONENT_FILE = /\/src\/(?:components|widget)\/[\w/-]+\.tsx$/;

/**
 * Gives each component the table of its props. react-docgen does not see the props of a component
 * whose type stands at its variable, so it is shown a function that takes them.
 */
export function propsTables(): Plugin {
  return {
    name: 'atrium:props-tables',
    enforce: 'pre',
    transform: {
      filter: { id: COMPONENT_FILE },
      handler(code, id) {
        const [, name] = /export (?:type|interface) (\w+)Props\b/.exec(code) ?? [];
        const info = name === undefined ? undefined : describe(name, code, id);
        return info && { code: `${code}\n${name}.__docgenInfo = ${info};`, map: null };
      },
    },
  };
}

const resolver = new builtinResolvers.FindExportedDefinitionsResolver();

/** What a component is and takes, as JSON in the form that Storybook reads. */
function describe(name: string, code: string, filename: string): string | undefined {
  const [, comment] =
    new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\nexport (?:const|function) ${name}\\b`).exec(code) ??
    [];
  if (comment === undefined) return undefined;
  const own = /interface OwnProps\b/.test(code) ? 'OwnProps' : `${name}Props`;
  const shown = `${code}\nexport function Shown(props: ${own}) { return <i />; }`;
  const found = parse(shown, { filename, resolver }).find((one) => one.displayName === 'Shown');
  const props = Object.entries(found?.props ?? {}).map(([prop, about]) => [
    prop,
    {
      ...about,
      description: withSelectors(about.description ?? ''),
      tsType: readable(about.tsType, prop, code),
    },
  ]);
  return JSON.stringify({
    displayName: name,
    description: withSelectors(comment.replaceAll(/^ \* ?/gm, '')),
    props: Object.fromEntries(props),
  });
}

type TsType = NonNullable<Documentation['props']>[string]['tsType'];

/** The type as it is written, unless Storybook makes something better of it: a choice, a switch. */
function readable(type: TsType, prop: string, code: string): TsType {
  const written =
    (type && 'raw' in type ? type.raw : undefined) ??
    new RegExp(`^  (?:readonly )?${prop}\\??: ([^;{]+);`, 'm').exec(code)?.[1] ??
    type?.name ??
    'unknown';
  const text = written.replace(/ \| undefined$/, '').replace(/^\((.*=>.*)\)$/, '$1');
  if (text.includes('=>')) {
    const signature = { arguments: [], return: { name: 'void' } };
    return { name: 'signature', type: 'function', raw: text, signature };
  }
  const isChoice = /^('[\w-]+'( \| )?)+$/.test(text);
  return isChoice && text === written ? type : { name: text };
}

/** What a style sheet can select by, set apart from what is said of it. */
function withSelectors(description: string): string {
  return description.trim().replaceAll(/\s*@selector (\[.+\])/g, '\n\nSelector: `$1`');
}
