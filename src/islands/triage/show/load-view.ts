/** Brings the files in, and tells what is wrong with them. */
import { makeElement } from '../../../browser/make-element.ts';
import { loadFiles } from '../archive/load-files.ts';
import type { Answer, ColumnChoice, Report } from '../archive/messages.ts';
import { peopleCount } from '../counts-in-words.ts';
import { sampleFiles } from '../sample.ts';
import type { Gathering } from '../session.ts';
import { chooseColumns } from './choose-columns.ts';
import { makeButton, makeView, type Shared, type View } from './view.ts';

const sampleSize = 500;

export interface LoadView extends View {
  /** Reads files, wherever they come from. */
  readonly read: (files: readonly File[]) => void;
}

/** `loaded` hears of everything that could be read. */
export function makeLoadView({ session, island: { guard }, say }: Shared, loaded: (list: Gathering, report: Report) => void): LoadView {
  const field = makeElement('input', { type: 'file', multiple: true });
  const doing = makeElement('p', { class: 'doing' });
  const problem = makeElement('div', { class: 'problem', role: 'alert' });
  const kept = makeElement('p', {});
  let stop: () => void = () => undefined;

  const rest = (): void => {
    stop();
    doing.replaceChildren();
    field.value = '';
  };

  const read = (files: readonly File[], columns?: ColumnChoice): void => {
    rest();
    problem.replaceChildren();
    const bar = makeElement('progress', { max: '1', value: '0' });
    const text = makeElement('span', { id: 'doing' }, 'Reading …');
    bar.setAttribute('aria-labelledby', text.id);
    doing.replaceChildren(text, bar, makeButton('Cancel', guard(cancel)));
    const gathering = session.gather();
    stop = loadFiles(
      { files, ...(columns && { columns }) },
      guard((answer: Answer) => {
        if (answer.kind === 'people') gathering.add(answer.people);
        else if (answer.kind === 'progress') {
          bar.value = answer.done;
          if (text.textContent !== answer.doing) text.textContent = answer.doing;
        } else {
          rest();
          if (answer.kind === 'report') loaded(gathering, answer.report);
          else if (answer.kind === 'problem')
            problem.append(makeElement('p', {}, makeElement('strong', {}, answer.what), ` ${answer.cure}`));
          else
            problem.append(
              chooseColumns(answer, guard, (choice) => {
                read(files, choice);
              }),
            );
        }
      }),
    );
  };

  const cancel = (): void => {
    rest();
    say('Stopped. Nothing was loaded.');
    field.focus();
  };

  field.addEventListener(
    'change',
    guard(() => {
      if (field.files?.length) read([...field.files]);
    }),
  );
  const trySample = guard(() => {
    read(sampleFiles(sampleSize).map(({ name, text }) => new File([text], name)));
  });

  const element = makeView(
    'load',
    'Load your list',
    kept,
    makeElement(
      'div',
      { class: 'drop' },
      makeElement(
        'label',
        {},
        makeElement('b', {}, 'Choose your file'),
        makeElement('small', {}, 'Connections.csv, or the zip as it came'),
        field,
      ),
      makeElement('span', { class: 'or' }, 'or drop it here'),
    ),
    makeElement('p', {}, makeButton(`Try it with ${sampleSize} made-up people`, trySample)),
    doing,
    problem,
  );
  return {
    element,
    read,
    refresh: () => {
      const { size } = session.decisions;
      kept.hidden = size === 0;
      kept.textContent = `You have decided about ${peopleCount(size)} on this device. ${session.people.length > 0 ? 'A newer list is compared with that.' : 'The queue goes on without the list.'}`;
    },
  };
}
