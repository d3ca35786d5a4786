/** What is kept and where, files to take along, and forgetting. */
import { AskInPlace } from '../../../browser/ask-in-place.ts';
import { makeElement } from '../../../browser/make-element.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { number } from '../counts-in-words.ts';
import { decode, encode, newerOnes } from '../decisions-file.ts';
import { exportCsv } from '../export-csv.ts';
import { LIST_DAYS, type KeepingStatus } from '../keeping.ts';
import { isoDay } from '../plain-date.ts';
import { makeButton, makeView, type Shared, type View } from './view.ts';

const statusWords: Readonly<Record<KeepingStatus, string>> = {
  kept: 'What you decide is kept in this browser, on this device, and nowhere else. Safari forgets it after seven days without a visit: save it to a file.',
  blocked: 'Your browser keeps nothing for this site, as in a private window. Save your decisions to a file before you close the page.',
  full: 'This browser’s storage is full, so what is new is not kept. Save your decisions to a file before you close the page.',
  'forgotten by the browser':
    'Your browser has forgotten what was kept. It is still here, in this page: save it to a file, or keep it again.',
};

const filesWork = 'application/json';
const filesTable = 'text/csv;charset=utf-8';

export function makeSaveView({ session, keeping, island, say, today }: Shared): View {
  const { guard } = island;
  const { decisions } = session;
  const status = makeElement('p', { role: 'status' });
  const again = makeButton(
    'Keep it again',
    guard(() => void keeping.keepAgain()),
  );
  const keepList = makeElement('input', { type: 'checkbox', autocomplete: 'off' });
  const listTold = makeElement('span', { role: 'status' });
  const problem = makeElement('p', { role: 'alert', class: 'problem' });
  const field = makeElement('input', { type: 'file' });
  const forgetting = makeElement('p', { class: 'ask' });
  const forgotten = makeElement('p', { role: 'status' });

  keepList.addEventListener(
    'change',
    guard(() => {
      if (!keepList.checked)
        void keeping.dropList().then(() => {
          listTold.textContent = 'The list is not kept any more.';
        });
      else if (session.loaded) {
        void keeping.keepList(session.people, session.loaded.report, today()).then((isKept) => {
          keepList.checked = isKept;
          listTold.textContent = isKept ? `Kept for ${LIST_DAYS} days.` : 'Your browser did not take it.';
        });
      }
    }),
  );

  const saveWork = guard(() => {
    saveFile(
      `decisions-${isoDay(today())}.json`,
      encode({ decisions: [...decisions.entries()], neverTouch: [...keeping.neverTouch], settings: keeping.settings }),
      filesWork,
    );
  });
  const saveTable = guard(() => {
    saveFile(`decisions-${isoDay(today())}.csv`, exportCsv(session.people, decisions.entries(), session.suggestionOf), filesTable);
  });
  const loadWork = guard((text: string) => {
    const read = decode(text);
    if ('what' in read) {
      problem.textContent = `${read.what} ${read.cure}`;
      return;
    }
    const taken = newerOnes(read.decisions, (key) => decisions.of(key));
    decisions.take(taken, `${number(taken.length)} decisions from a file`);
    keeping.setNeverTouch(
      read.neverTouch.map(([key, name]) => ({ key, name })),
      true,
    );
    const refused = read.refused > 0 ? ` ${number(read.refused)} could not be read, and were left out.` : '';
    say(`${number(taken.length)} decisions taken in from the file.${refused}`);
  });
  field.addEventListener(
    'change',
    guard(() => {
      problem.textContent = '';
      const [file] = field.files ?? [];
      void file?.text().then(loadWork, () => {
        problem.textContent = 'The file could not be read. Choose it once more.';
      });
      field.value = '';
    }),
  );

  const ask = new AskInPlace(forgetting, island, {
    offer: 'Forget everything',
    question: () => ({
      text: 'Forget all decisions, the queue, the list and these settings on this device? There is no undo.',
      yes: 'Forget',
      no: 'Keep it',
    }),
    act: () => {
      let isDone = false;
      void keeping.forget().then((isForgotten) => {
        isDone = true;
        session.clear();
        forgotten.textContent = isForgotten
          ? 'Forgotten. A look into this browser’s storage finds nothing of it any more.'
          : 'The browser did not allow it: clear the data of this site in the browser’s settings.';
      });
      return { text: 'Forgetting …', holds: () => !isDone };
    },
  });

  const element = makeView(
    'save',
    'Save',
    status,
    again,
    makeElement(
      'p',
      {},
      makeElement(
        'label',
        { class: 'switch' },
        keepList,
        ` Keep the list too, for ${LIST_DAYS} days. Else you load the file again next time.`,
      ),
      ' ',
      listTold,
    ),
    makeElement('h3', {}, 'Take it along'),
    makeElement(
      'p',
      { class: 'acts' },
      makeButton('Save decisions to a file', saveWork),
      makeButton('Save a table (CSV)', saveTable),
      makeButton(
        'Print the list',
        guard(() => {
          print();
        }),
      ),
    ),
    makeElement('p', {}, makeElement('label', {}, 'Load a file of decisions ', field)),
    problem,
    makeElement('h3', {}, 'Forget'),
    forgetting,
    forgotten,
  );
  return {
    element,
    refresh: () => {
      if (status.textContent !== statusWords[keeping.status]) status.textContent = statusWords[keeping.status];
      again.hidden = keeping.status !== 'forgotten by the browser';
      keepList.disabled = !session.loaded;
      keepList.checked = keeping.isListKept;
      ask.refresh();
    },
  };
}
