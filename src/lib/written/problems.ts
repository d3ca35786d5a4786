/** What is wrong with what is written: where it stands, and what to do about it. */
import { lineOfField } from './field-lines.ts';
import type { ContentFiles } from './files.ts';

export interface Problem {
  readonly file: string;
  /** The field, the component or the line. */
  readonly field: string;
  /** The line of the field, where the field does not say it itself. */
  readonly line?: number;
  /** What is wrong and what to do about it. */
  readonly cure: string;
}

/** Takes down what is wrong at one place. */
export type Report = (cure: string) => void;

/** All that was found wrong. */
export class Problems {
  readonly #found: Problem[] = [];

  get found(): readonly Problem[] {
    return this.#found;
  }

  /** All that was found, each with the line it stands in. */
  inLines(files: ContentFiles): readonly Problem[] {
    return this.#found.map((problem) => {
      const text = files.get(problem.file.slice('src/content/'.length));
      const line = text === undefined || problem.field.startsWith('line ') ? undefined : lineOfField(text, problem.field);
      return line === undefined ? problem : { ...problem, line };
    });
  }

  /** What takes down problems with one field of a file below `src/content/`. */
  at(file: string, field: string): Report {
    return (cure) => this.#found.push({ file: `src/content/${file}`, field, cure });
  }
}

/** The problems as one message for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ file, line, field, cure }) => `  ${file}\n    ${line === undefined ? '' : `line ${line}, `}${field}: ${cure}`,
  );
  return `The content check found ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${lines.join('\n')}`;
}
