/** What a text in MDX is made of: known components, with what each takes. */
import { didYouMean } from '../written/nearest.ts';
import { componentsIn, MdxSyntaxError, type MdxElement, type Property } from '../written/references.ts';
import { faultsOfMdx } from './mdx.ts';
import type { Check } from './rule.ts';

type Components = Readonly<Record<string, Readonly<Record<string, Property>>>>;

/** The components of a text that are known, each with its line in the file. MDX that can't be read, unknown components and wrong properties are reported. */
export function checkComponents(file: string, body: string, known: Components, { files, problems }: Check): MdxElement[] {
  const above = linesAbove(body, files.get(file) ?? body);
  const names = Object.keys(known);
  try {
    for (const { line, what, cure } of faultsOfMdx(body, names)) problems.at(file, `line ${line + above}, ${what}`)(cure);
    return componentsIn(body).flatMap((element) => {
      const { component } = element;
      const line = element.line + above;
      const report = problems.at(file, `line ${line}, <${component}>`);
      const properties = known[component];
      if (!properties) {
        report(`there is no such component${didYouMean(component, names, (other) => `<${other}>`)}: use one of ${names.join(', ')}`);
        return [];
      }
      for (const cure of wrongProperties(element, properties)) report(cure);
      return [{ ...element, line }];
    });
  } catch (error) {
    if (!(error instanceof MdxSyntaxError)) throw error;
    const line = error.line === undefined ? 'text' : `line ${error.line + above}`;
    problems.at(
      file,
      line,
    )(`not valid MDX (${error.message}): mend it; write \\< or \\{ where the character itself is meant${tokenHint(body)}`);
    return [];
  }
}

/** Tokens are for YAML: here they are the likeliest slip of all. */
function tokenHint(body: string): string {
  const [token = '', kind, name = ''] = /\{(ui|claim):([a-z0-9-]+)(?::announced)?\}/.exec(body) ?? [];
  if (token === '') return '';
  return `, and ${kind === 'ui' ? `<Ui name="${name}" />` : `<Claim id="${name}" />`} for ${token}`;
}

/** How many lines of a file come before its body, which is the end of it. */
export const linesAbove = (body: string, text: string): number => text.slice(0, text.length - body.length).split('\n').length - 1;

function wrongProperties({ given }: MdxElement, properties: Readonly<Record<string, Property>>): string[] {
  const missing = Object.entries(properties).filter(([name, { required }]) => required && !given.has(name));
  return [
    ...missing.map(([name, property]) => `needs ${asWritten(name, property)}`),
    ...[...given].flatMap(([name, value]) => {
      const property = properties[name];
      if (!property)
        return `takes no "${name}": ${Object.keys(properties).length > 0 ? `it takes ${Object.keys(properties).join(', ')}` : 'it takes nothing'}`;
      return fits(value, property) ? [] : `has a "${name}" that does not fit: write ${asWritten(name, property)}`;
    }),
  ];
}

function fits(value: string | true | undefined, { holds }: Property): boolean {
  if (holds === 'flag') return value === true;
  return (
    typeof value === 'string' &&
    (typeof holds === 'string' ? value.trim() !== '' && !/[{}<>`]|\]\(|\*\*/.test(value) : holds.includes(value))
  );
}

function asWritten(name: string, { holds }: Property): string {
  if (holds === 'flag') return `${name} alone, without a value`;
  return typeof holds === 'string'
    ? `${name}="…" in plain quotation marks, without Markdown, <…> or {…}`
    : `${name}="…" with one of ${holds.join(', ')}`;
}
