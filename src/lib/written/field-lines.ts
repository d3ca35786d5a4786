/** In which line of a file a field stands, for whoever is to mend it. YAML in one line is one place. */

interface Line {
  readonly number: number;
  readonly indent: number;
  /** What begins here: a key with its value, or an entry of a list. */
  readonly key?: string | undefined;
  readonly value?: string;
  readonly isEntry: boolean;
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line, index): Line[] => {
    const [, blanks = '', dash = '', rest = ''] = /^( *)(- *)?(.*)$/.exec(line) ?? [];
    const number = index + 1;
    const indent = blanks.length + dash.length;
    const [, key, value = ''] = /^["']?([\w-]+)["']?:(?: (.*))?$/.exec(rest) ?? [];
    const own = rest === '' || rest.startsWith('#') ? [] : [{ number, indent, key, value: value.trim(), isEntry: false }];
    return dash === '' ? own : [{ number, indent: blanks.length, isEntry: true }, ...own];
  });
}

/** The lines of what begins in one of them. The entries of a list may stand as far to the left as its name. */
function inside(lines: readonly Line[], start: number): readonly Line[] {
  const { indent = 0, isEntry = false } = lines[start] ?? {};
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.indent < indent || (line.indent === indent && (isEntry || !line.isEntry)));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Where a part of a field's name begins: a key, or an entry of a list by its number or by the id in it. */
function placeOf(part: string, lines: readonly Line[]): number {
  const indent = Math.min(...lines.map((line) => line.indent));
  const key = lines.findIndex((line) => line.indent === indent && line.key === part);
  if (key >= 0) return key;
  const entries = lines.flatMap((line, index) => (line.isEntry && line.indent === indent ? [index] : []));
  const named = entries.find((index) => inside(lines, index).some((line) => line.key === 'id' && line.value === part));
  return named ?? entries[/^\d+$/.test(part) ? Number(part) : entries.length] ?? -1;
}

/** The line of a field, such as "steps.2.action", or of what would hold it where it is missing; undefined where nothing of it is found. */
export function lineOfField(text: string, field: string): number | undefined {
  // Of a text with fields above it, these alone.
  const [, fields] = /^(---\n[\s\S]*?\n)---/.exec(text) ?? [];
  let lines: readonly Line[] = linesOf(fields ?? text);
  let found: number | undefined;
  for (const part of field.split('.')) {
    const place = placeOf(part, lines);
    const line = lines[place];
    if (!line) break;
    found = line.number;
    lines = inside(lines, place);
  }
  return found;
}
