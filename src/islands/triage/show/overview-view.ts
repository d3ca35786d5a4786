/** How many there are, by what, and what the rules suggest: each number leads to the people behind it. */
import { makeElement } from '../../../browser/make-element.ts';
import { sayDecision } from '../decisions.ts';
import type { Query } from '../narrow.ts';
import { byCompany, byDecision, byYear, LIMIT } from '../overview.ts';
import { decisions, type Decision } from '../person.ts';
import { rules, type RuleId } from '../rules.ts';
import { everybody, type Loaded } from '../session.ts';
import { reportLines, unmatchedLines } from './report.ts';
import { decisionLabels, makeButton, makeView, number, peopleCount, type Shared, type View } from './view.ts';

const mostCompanies = 8;
const decisionNames = [...decisions, 'undecided'] as const;
const nameOf = (decision: Decision | 'undecided'): string => (decision === 'undecided' ? 'Undecided' : decisionLabels[decision]);

interface Bar {
  readonly label: string;
  readonly count: number;
  readonly query?: Partial<Query>;
  readonly decision?: string;
}

/** `show` leads to the list of some of them, or to their cards. */
export function makeOverviewView(shared: Shared, show: (where: 'list' | 'cards', query: Query) => void): View {
  const {
    session,
    keeping,
    island: { guard },
  } = shared;
  const heading = makeElement('p', { class: 'answer' });
  const start = makeButton(
    'Decide one by one',
    guard(() => {
      show('cards', everybody);
    }),
    { class: 'first' },
  );
  const list = makeButton(
    'See the list',
    guard(() => {
      show('list', everybody);
    }),
  );
  const body = makeElement('div', {});
  const element = makeView('overview', 'Your connections', heading, makeElement('p', { class: 'acts' }, start, ' ', list), body);

  const bars = (title: string, all: readonly Bar[]): HTMLElement => {
    const most = Math.max(1, ...all.map(({ count }) => count));
    return makeElement(
      'section',
      { class: 'plot' },
      makeElement('h3', {}, title),
      makeElement('ul', { role: 'list' }, ...all.filter(({ count }) => count > 0).map((bar) => drawBar(bar, most))),
    );
  };
  const drawBar = ({ label, count, query, decision }: Bar, most: number): HTMLElement => {
    const drawn = makeElement('i', { 'aria-hidden': 'true', 'data-decision': decision ?? '' });
    drawn.style.inlineSize = `${(100 * count) / most}%`;
    const words = makeElement('span', {}, makeElement('bdi', {}, label), ` ${number(count)}`);
    if (!query) return makeElement('li', {}, words, drawn);
    return makeElement('li', {}, makeBarButton(words, drawn, query));
  };
  const makeBarButton = (words: HTMLElement, drawn: HTMLElement, query: Partial<Query>): HTMLElement => {
    const button = makeButton(
      '',
      guard(() => {
        show('list', { ...everybody, ...query });
      }),
    );
    button.replaceChildren(words, drawn);
    return button;
  };

  const ruleList = (): HTMLElement => {
    const counts = session.undecidedByRule();
    return makeElement(
      'section',
      { class: 'rules' },
      makeElement('h3', {}, 'What the rules suggest'),
      makeElement('p', {}, 'The first that fits counts. None suggests to remove anybody. Switch off those you don’t share.'),
      makeElement(
        'ol',
        {},
        ...rules.map(({ id, says, decision, lean }) =>
          makeElement(
            'li',
            {},
            ruleSwitch(id, says),
            `: ${lean ? 'perhaps ' : ''}${decisionLabels[decision].toLowerCase()} `,
            seeThem(id, says, counts.get(id) ?? 0),
          ),
        ),
      ),
    );
  };
  const ruleSwitch = (id: RuleId, says: string): HTMLElement => {
    if (id === 'nothing-known') return makeElement('span', {}, says);
    const box = makeElement('input', { type: 'checkbox', autocomplete: 'off', id: `rule-${id}` });
    box.checked = !session.given.off.has(id);
    box.addEventListener(
      'change',
      guard(() => {
        keeping.change({ off: box.checked ? keeping.settings.off.filter((each) => each !== id) : [...keeping.settings.off, id] });
      }),
    );
    return makeElement('label', {}, box, ` ${says}`);
  };
  const seeThem = (id: RuleId, says: string, count: number): Node =>
    count === 0
      ? document.createTextNode('')
      : makeButton(
          `${number(count)} undecided`,
          guard(() => {
            show('list', { ...everybody, rule: id, decision: 'undecided' });
          }),
          { 'aria-label': `${number(count)} undecided: ${says}` },
        );

  const need = (): string => {
    const total = session.people.length + (session.loaded?.report.closed ?? 0);
    const left = LIMIT - total;
    const room =
      left > LIMIT / 10
        ? 'so room is no reason to remove anybody'
        : left > 0
          ? `so there is room for ${number(left)} more`
          : 'so you are at the limit';
    return `LinkedIn allows ${number(LIMIT)} connections, ${room}. A calmer feed needs unfollowing alone: you stay connected.`;
  };

  /** How a newer list differs from what is decided. */
  const news = ({ newAfter, gone }: Loaded): HTMLElement[] => {
    const query: Query = { ...everybody, after: newAfter, decision: 'undecided' };
    const fresh = newAfter === undefined ? 0 : session.find(query).length;
    const removed = gone.filter(([key]) => {
      const now = session.decisions.of(key);
      return now?.decision === 'remove' && !now.done;
    });
    const others = gone.filter(([, { done }]) => !done);
    const names = others.map(([key, { who, decision }]) =>
      makeElement('li', {}, makeElement('bdi', {}, who?.name || key), `: ${sayDecision[decision]}`),
    );
    return [
      ...(fresh > 0
        ? [
            makeElement(
              'p',
              {},
              makeButton(
                `See ${peopleCount(fresh)} new since your last list`,
                guard(() => {
                  show('list', query);
                }),
              ),
            ),
          ]
        : []),
      ...(removed.length > 0
        ? [
            makeElement(
              'p',
              {},
              `${peopleCount(removed.length)} waiting to be removed ${removed.length === 1 ? 'is' : 'are'} not in your list any more. `,
              makeButton(
                'Mark as done',
                guard(() => {
                  session.decisions.mark(
                    removed.map(([key]) => key),
                    'done',
                  );
                }),
              ),
            ),
          ]
        : []),
      ...(names.length > 0
        ? [
            makeElement(
              'details',
              {},
              makeElement(
                'summary',
                {},
                `${peopleCount(names.length)} you had decided about ${names.length === 1 ? 'is' : 'are'} not in this list`,
              ),
              makeElement('ul', {}, ...names),
            ),
          ]
        : []),
    ];
  };

  return {
    element,
    refresh: () => {
      const { people, loaded } = session;
      const report = loaded?.report;
      heading.textContent = `${peopleCount(people.length)}${report?.closed ? `, and ${number(report.closed)} closed or hidden accounts without a name or a link` : ''}.`;
      const decided = byDecision(people, session.decisionOf);
      start.hidden = decided.undecided === 0;
      const { top, others, without } = byCompany(people, mostCompanies);
      const controls = (): HTMLElement[] => [...body.querySelectorAll<HTMLElement>('button, input, summary')];
      const { activeElement: focused } = document;
      const place = controls().findIndex((control) => control === focused);
      body.replaceChildren(
        makeElement('p', {}, need()),
        ...(loaded ? news(loaded) : []),
        bars(
          'Decided',
          decisionNames.map((decision) => ({ label: nameOf(decision), count: decided[decision], query: { decision }, decision })),
        ),
        ruleList(),
        bars(
          'By year',
          byYear(people).map(([year, count]) => ({ label: year ? String(year) : 'No day given', count, query: { year } })),
        ),
        bars('By company', [
          ...top.map(({ company, count }) => ({ label: company, count, query: { company } })),
          { label: 'Others', count: others },
          { label: 'None', count: without, query: { company: '' } },
        ]),
        ...(report ? [...unmatchedLines(report), reportLines(report)] : []),
      );
      // Of what has no name of its own the one that stands in its place now.
      if (place >= 0) (document.getElementById(focused?.id ?? '') ?? controls()[place])?.focus();
    },
  };
}
