/** What a text in MDX is made of: known components, with what each takes. */
import { componentsIn, MdxSyntaxError, type MdxElement, type Property } from '../written/references.ts';
import type { Check } from './rule.ts';

type Components = Readonly<Record<string, Readonly<Record<string, Property>>>>;

/** The components of a text that are known, each with its line in the file. MDX that can't be read, unknown components and wrong properties are reported. */
export function checkComponents(file: string, body: string, known: Components, { files, problems }: Check): MdxElement[] {
  const above = linesAbove(body, files.get(file) ?? body);
  try {
    return componentsIn(body).flatMap((element) => {
      const { component } = element;
      const line = element.line + above;
      const report = problems.at(file, `line ${line}, <${component}>`);
      const properties = known[component];
      if (!properties) {
        report(`there is no such component: use one of ${Object.keys(known).join(', ')}`);
        return [];
      }
      for (const cure of wrongProperties(element, properties)) report(cure);
      return [{ ...element, line }];
    });
  } catch (error) {
    if (!(error instanceof MdxSyntaxError)) throw error;
    const line = error.line === undefined ? 'text' : `line ${error.line + above}`;
    problems.at(file, line)(`not valid MDX (${error.message}): mend it; write \\< or \\{ where the character itself is meant`);
    return [];
  }
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
  return typeof value === 'string' && (typeof holds === 'string' ? value.trim() !== '' : holds.includes(value));
}

function asWritten(name: string, { holds }: Property): string {
  if (holds === 'flag') return `${name} alone, without a value`;
  return typeof holds === 'string' ? `${name}="…" in plain quotation marks` : `${name}="…" with one of ${holds.join(', ')}`;
}
