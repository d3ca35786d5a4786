/** How many there are, by what, and what the rules suggest: each number leads to the people behind it. */
import { makeElement } from '../../../browser/make-element.ts';
import { number, peopleCount } from '../counts-in-words.ts';
import { byCompany, byDecision, byYear, LIMIT } from '../overview.ts';
import { decisions, type Decision } from '../person.ts';
import { everybody, type Session } from '../session.ts';
import { makeBars, type Bar } from './bars.ts';
import { makeNews } from './list-news.ts';
import { reportLines, unmatchedLines } from './report.ts';
import { makeRuleList } from './rule-list.ts';
import { decisionLabels, makeButton, makeView, type Shared, type ShowPeople, type View } from './view.ts';

const mostCompanies = 8;
const nameOf = (decision: Decision | 'undecided'): string => (decision === 'undecided' ? 'Undecided' : decisionLabels[decision]);

export function makeOverviewView(shared: Shared, showPeople: ShowPeople): View {
  const { session, island } = shared;
  const show = island.guard(showPeople);
  const heading = makeElement('p', { class: 'answer' });
  const start = makeButton(
    'Decide one by one',
    () => {
      show('cards', everybody);
    },
    { class: 'first' },
  );
  const list = makeButton('See the list', () => {
    show('list', everybody);
  });
  const body = makeElement('div', {});

  return {
    element: makeView('overview', 'Your connections', heading, makeElement('p', { class: 'acts' }, start, ' ', list), body),
    refresh: () => {
      const { people, loaded } = session;
      const closed = loaded?.report.closed ?? 0;
      heading.textContent = `${peopleCount(people.length)}${closed > 0 ? `, and ${number(closed)} closed or hidden accounts without a name or a link` : ''}.`;
      start.hidden = people.every(session.decisionOf);
      replaceKeepingFocus(body, [
        makeElement('p', {}, needOf(people.length + closed)),
        ...(loaded ? makeNews(shared, loaded, show) : []),
        makeBars('Decided', barsByDecision(session), show),
        makeRuleList(shared, show),
        makeBars('By year', barsByYear(session), show),
        makeBars('By company', barsByCompany(session), show),
        ...(loaded ? [...unmatchedLines(loaded.report), reportLines(loaded.report)] : []),
      ]);
    },
  };
}

/** Whether anybody has to go at all. */
function needOf(connections: number): string {
  const left = LIMIT - connections;
  const more = left > 0 ? `so there is room for ${number(left)} more` : 'so you are at the limit';
  const room = left > LIMIT / 10 ? 'so room is no reason to remove anybody' : more;
  return `LinkedIn allows ${number(LIMIT)} connections, ${room}. A calmer feed needs unfollowing alone: you stay connected.`;
}

function barsByDecision({ people, decisionOf }: Session): Bar[] {
  const counts = byDecision(people, decisionOf);
  return [...decisions, 'undecided' as const].map((decision) => ({
    label: nameOf(decision),
    count: counts[decision],
    query: { decision },
    decision,
  }));
}

const barsByYear = ({ people }: Session): Bar[] =>
  byYear(people).map(([year, count]) => ({ label: year ? String(year) : 'No day given', count, query: { year } }));

function barsByCompany({ people }: Session): Bar[] {
  const { top, others, without } = byCompany(people, mostCompanies);
  return [
    ...top.map(({ company, count }) => ({ label: company, count, query: { company } })),
    { label: 'Others', count: others },
    { label: 'None', count: without, query: { company: '' } },
  ];
}

/** The focus goes to what has its name now; of what has none, to what stands in its place. */
function replaceKeepingFocus(body: HTMLElement, content: readonly HTMLElement[]): void {
  const controls = (): HTMLElement[] => [...body.querySelectorAll<HTMLElement>('button, input, summary, a')];
  const { activeElement: focused } = document;
  const place = controls().findIndex((control) => control === focused);
  body.replaceChildren(...content);
  if (place >= 0) (document.getElementById(focused?.id ?? '') ?? controls()[place])?.focus();
}
