import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import type { Problem } from '../../src/lib/written/problems.ts';
import { contentWith, edited, smallContent, today } from './small-content.ts';

const guide = 'guides/remove/one-person.mdx';
const list = 'checklists/remove-one.yaml';
const claim = 'evidence/claims/told.yaml';
const source = 'evidence/sources/help-page.yaml';

const problemsWith = (changes: Record<string, string | undefined>) => checkContent(contentWith(changes), today).problems;

test('content that is whole has no problem', () => {
  expect(problemsWith({})).toEqual([]);
});

const tip = 'tips/look-twice.md';
const question = 'questions/are-they-told.md';

/** The claim of the small content with pieces of it replaced. */
const withClaim = (...pieces: [piece: string, by: string][]): Record<string, string> => ({
  [claim]: pieces.reduce((text, [piece, by]) => text.replace(piece, by), smallContent[claim] ?? ''),
});

/** What stands under a button: its German labels, each with its source. */
const labelled = (...sources: string[]): string =>
  `  languages:\n    de:\n${sources.map((from) => `      - { shown: Mehr, source: ${from}, date: "2026-06-11", seen: live }\n`).join('')}`;

interface Refusal {
  readonly what: string;
  readonly changes: Record<string, string | undefined>;
  readonly file: string;
  readonly field: string;
  readonly cure: RegExp;
}

const refusals: Refusal[] = [
  {
    what: 'a checklist whose address a page of a long list would have',
    changes: {
      'checklists/2.yaml': smallContent[list],
      'numbers.yaml': `${smallContent['numbers.yaml']}- checklist: "2"\n  steps: [open-menu, look-again]\n`,
    },
    file: 'checklists/2.yaml',
    field: 'file name',
    cure: /a number alone is the address of a page of a list/,
  },
  {
    what: 'a guide whose address a page of a long stage would have',
    changes: {
      'guides/remove/3.mdx': smallContent[guide]?.replace('<Checklist id="remove-one" />', ''),
      ...edited('journey.yaml', '- one-person', '- one-person\n    - "3"'),
    },
    file: 'guides/remove/3.mdx',
    field: 'file name',
    cure: /a number alone/,
  },
  // What Astro alone lets pass.
  {
    what: 'broken YAML in a single-file collection',
    changes: edited('interface.yaml', 'shown: More', 'shown: "More'),
    file: 'interface.yaml',
    field: 'line',
    cure: /not valid YAML/,
  },
  {
    what: 'a claim resting on a source that is not there',
    changes: edited(claim, 'source: help-page', 'source: nowhere'),
    file: claim,
    field: 'positions',
    cure: /write evidence\/sources\/nowhere\.yaml/,
  },
  {
    what: 'two guides with one slug',
    changes: {
      'guides/decide/one-person.mdx': smallContent[guide],
      'journey.yaml': `${smallContent['journey.yaml']}- id: decide\n  title: Decide\n  promise: Whom.\n  guides: [one-person]\n`,
    },
    file: 'one-person.mdx',
    field: 'file name',
    cure: /taken by guides/,
  },
  {
    what: 'two claims with one id',
    changes: { 'evidence/claims/more/told.yaml': smallContent[claim] },
    file: 'told.yaml',
    field: 'file name',
    cure: /taken by evidence/,
  },
  // Journey
  {
    what: 'a guide missing from the journey',
    changes: { 'guides/remove/second.mdx': smallContent[guide] },
    file: 'guides/remove/second.mdx',
    field: 'journey',
    cure: /add "- second"/,
  },
  {
    what: 'a guide in the journey that is not there',
    changes: edited('journey.yaml', '- one-person', '- one-person\n    - gone'),
    file: 'journey.yaml',
    field: 'remove.guides',
    cure: /there is no guides\/remove\/gone\.mdx/,
  },
  {
    what: 'a guide twice in the journey',
    changes: edited('journey.yaml', '- one-person', '- one-person\n    - one-person'),
    file: 'journey.yaml',
    field: 'remove.guides',
    cure: /stands twice/,
  },
  // Guides
  {
    what: 'a guide without frontmatter',
    changes: { [guide]: 'Only text.' },
    file: guide,
    field: 'frontmatter',
    cure: /between two lines of ---/,
  },
  {
    what: 'a guide without an answer',
    changes: edited(guide, 'answer: Choose {ui:more}. {claim:told}\n', ''),
    file: guide,
    field: 'answer',
    cure: /./,
  },
  {
    what: 'a field nobody knows',
    changes: edited(guide, 'platforms:', 'platfroms: [website]\nplatforms:'),
    file: guide,
    field: 'whole file',
    cure: /platfroms/,
  },
  {
    what: 'a day that is none',
    changes: edited(guide, 'updated: "2026-11-22"', 'updated: "22.11.2026"'),
    file: guide,
    field: 'updated',
    cure: /YYYY-MM-DD/,
  },
  {
    what: 'a guide at an address that is none',
    changes: { 'guides/stray.mdx': smallContent[guide] },
    file: 'guides/stray.mdx',
    field: 'file name',
    cure: /guides\/<stage>\/<slug>\.mdx/,
  },
  {
    what: 'a related guide that is not there',
    changes: edited(guide, 'updated:', 'related: [remove/nobody]\nupdated:'),
    file: guide,
    field: 'related',
    cure: /"remove\/nobody" is no other guide/,
  },
  {
    what: 'an unknown claim in the text',
    changes: edited(guide, '<Claim id="told" />', '<Claim id="untold" />'),
    file: guide,
    field: '<Claim>',
    cure: /no claim is called "untold"/,
  },
  {
    what: 'a claim without a plain id',
    changes: edited(guide, '<Claim id="told" />', '<Claim id={told} />'),
    file: guide,
    field: '<Claim>',
    cure: /plain quotation marks/,
  },
  {
    what: 'a sentence that rests on an unknown claim',
    changes: edited(guide, 'Choose <Ui', '<Rests on="told untold">LinkedIn said that they are *not*\ntold.</Rests> Choose <Ui'),
    file: guide,
    field: 'line 10, <Rests>',
    cure: /no claim is called "untold": write evidence\/claims\/untold\.yaml/,
  },
  {
    what: 'a sentence that is a paragraph inside itself',
    changes: edited(guide, 'Choose <Ui', 'Text.\n\n<Rests on="told">\nProbably not told.\n</Rests>\n\nChoose <Ui'),
    file: guide,
    field: 'line 12, <Rests>',
    cure: /holds a paragraph or the like: write its words right behind/,
  },
  {
    what: 'a sentence that rests on nothing',
    changes: edited(guide, 'Choose <Ui', '<Rests on=" ">They are not told.</Rests> Choose <Ui'),
    file: guide,
    field: 'line 10, <Rests>',
    cure: /write on="…" in plain quotation marks/,
  },
  {
    what: 'an unknown button in the text',
    changes: edited(guide, '<Ui name="more" announced />', '<Ui name="less" />'),
    file: guide,
    field: '<Ui>',
    cure: /no button is called "less"/,
  },
  {
    what: 'an unknown checklist',
    changes: edited(guide, '<Checklist id="remove-one" />', '<Checklist id="remove-two" />'),
    file: guide,
    field: '<Checklist>',
    cure: /no checklist is called/,
  },
  {
    what: 'a checklist shown twice',
    changes: edited(guide, '<Checklist id="remove-one" />', '<Checklist id="remove-one" />\n\n<Checklist id="remove-one" />'),
    file: guide,
    field: '<Checklist>',
    cure: /twice/,
  },
  // What guides are made of
  {
    what: 'a component nobody knows',
    changes: edited(guide, '<Checklist', '<Video id="x" />\n\n<Checklist'),
    file: guide,
    field: 'line 12, <Video>',
    cure: /no such component: use one of .*Checklist, Claim/,
  },
  {
    what: 'a drawing of a screen in a guide, where nobody could check that it was seen',
    changes: edited(guide, '<Checklist', '<Screen kind="menu" target="more" />\n\n<Checklist'),
    file: guide,
    field: 'line 12, <Screen>',
    cure: /no such component/,
  },
  {
    what: 'a property nobody knows',
    changes: edited(guide, '<Claim id="told" />', '<Claim id="told" loud />'),
    file: guide,
    field: 'line 10, <Claim>',
    cure: /takes no "loud": it takes id/,
  },
  {
    what: 'a property of a component that takes none',
    changes: edited(guide, '<Checklist', '<Bridge id="x" />\n\n<Checklist'),
    file: guide,
    field: 'line 12, <Bridge>',
    cure: /takes no "id": it takes nothing/,
  },
  {
    what: 'a component without what it needs',
    changes: edited(guide, '<Ui name="more" announced />', '<Ui announced />'),
    file: guide,
    field: 'line 10, <Ui>',
    cure: /needs name="…" in plain quotation marks/,
  },
  {
    what: 'a drawing of a state there is not',
    changes: edited(guide, '<Checklist', '<Ties state="cut" />\n\n<Checklist'),
    file: guide,
    field: 'line 12, <Ties>',
    cure: /"state" that does not fit: write state="…" with one of connected, .*removed/,
  },
  {
    what: 'a value where there should be none',
    changes: edited(guide, 'announced />', 'announced="yes" />'),
    file: guide,
    field: 'line 10, <Ui>',
    cure: /write announced alone/,
  },
  {
    what: 'MDX that can’t be read',
    changes: edited(guide, '<Checklist', '<Warning>\n\nText.\n\n<Checklist'),
    file: guide,
    field: 'line 12',
    cure: /not valid MDX \(.*Warning/,
  },
  {
    what: 'a component nobody knows on the page about the site',
    changes: { 'about.mdx': 'Text.\n\n<Claim id="told" />' },
    file: 'about.mdx',
    field: 'line 3, <Claim>',
    cure: /no such component: use one of Changes, Forget/,
  },
  // Tokens
  {
    what: 'an unknown token',
    changes: edited(guide, '{claim:told}', '{claim:untold}'),
    file: guide,
    field: 'answer',
    cure: /no claim is called "untold"/,
  },
  {
    what: 'a malformed token',
    changes: edited(guide, '{ui:more}', '{more}'),
    file: guide,
    field: 'answer',
    cure: /"\{more\}" is no token/,
  },
  {
    what: 'an announced name that is not there',
    changes: edited(list, '{ui:more:announced}', '{ui:send:announced}'),
    file: list,
    field: 'steps.open-menu.action',
    cure: /no announced name for "send"/,
  },
  // Checklists
  {
    what: 'a step id used twice',
    changes: { ...edited(list, 'id: look-again', 'id: open-menu'), ...edited('numbers.yaml', ', look-again', '') },
    file: list,
    field: 'steps.open-menu',
    cure: /stands twice/,
  },
  {
    what: 'a retired step id used again',
    changes: edited(list, 'finish:', 'retired: [look-again]\nfinish:'),
    file: list,
    field: 'steps.look-again',
    cure: /retired/,
  },
  {
    what: 'an exception that says "if" a second time',
    changes: edited(list, '    expect: A menu opens.\n', '    expect: A menu opens.\n    ifNot: If it stays shut, look again.\n'),
    file: list,
    field: 'steps.open-menu.ifNot',
    cure: /begin with what to do/,
  },
  {
    what: 'a step without what can be seen',
    changes: edited(list, '    expect: A menu opens.\n', ''),
    file: list,
    field: 'steps.0.expect',
    cure: /./,
  },
  {
    what: 'a stray file among the checklists',
    changes: { 'checklists/notes.txt': 'Notes' },
    file: 'checklists/notes.txt',
    field: 'file name',
    cure: /is a \.yaml file/,
  },
  {
    what: 'a sketch of a button nobody has verified',
    changes: edited(list, '    expect: A menu opens.\n', '    expect: A menu opens.\n    screen: { kind: menu, target: send }\n'),
    file: list,
    field: 'steps.open-menu.screen',
    cure: /nobody has verified the name of "send"/,
  },
  {
    what: 'a sketch of the app',
    changes: {
      ...edited('interface.yaml', 'platform: website', 'platform: app'),
      ...edited(list, '    expect: A menu opens.\n', '    expect: A menu opens.\n    screen: { kind: menu, target: more }\n'),
    },
    file: list,
    field: 'steps.open-menu.screen',
    cure: /"more" is of the app/,
  },
  {
    what: 'a sketch of a button that is not there',
    changes: edited(list, '    expect: A menu opens.\n', '    expect: A menu opens.\n    screen: { kind: menu, target: less }\n'),
    file: list,
    field: 'steps.open-menu.screen',
    cure: /no button is called "less"/,
  },
  // Claims
  {
    what: '"contested" with one side',
    changes: withClaim(
      ['verdict: likely', 'verdict: contested'],
      ['answer: "no"', 'answer: unknown'],
      ['very likely', 'as sources disagree'],
    ),
    file: claim,
    field: 'verdict',
    cure: /needs a position that says yes and one that says no/,
  },
  {
    what: '"confirmed" on an old text',
    changes: withClaim(['verdict: likely', 'verdict: confirmed'], ['very likely ', '']),
    file: claim,
    field: 'verdict',
    cure: /36 months/,
  },
  {
    what: 'an answer to what nobody knows',
    changes: edited(claim, 'verdict: likely', 'verdict: unknown'),
    file: claim,
    field: 'answer',
    cure: /write answer: unknown/,
  },
  {
    what: 'no answer to what is likely',
    changes: edited(claim, 'answer: "no"', 'answer: unknown'),
    file: claim,
    field: 'answer',
    cure: /write yes, no or partly/,
  },
  {
    what: '"likely" on one report',
    changes: edited(source, 'kind: official', 'kind: guide'),
    file: claim,
    field: 'verdict',
    cure: /two agreeing sources/,
  },
  {
    what: '"likely" on an official text nobody has seen',
    changes: edited(source, 'read: archive', 'read: reported'),
    file: claim,
    field: 'verdict',
    cure: /two agreeing sources/,
  },
  {
    what: 'one source with two positions',
    changes: edited(
      claim,
      '    where: First paragraph\n',
      '    where: First\n  - source: help-page\n    stance: "yes"\n    says: x\n    where: y\n',
    ),
    file: claim,
    field: 'positions',
    cure: /two positions/,
  },
  {
    what: 'a check that lies in the future',
    changes: edited(claim, 'date: "2026-11-22"', 'date: "2026-12-01"'),
    file: claim,
    field: 'verified.date',
    cure: /future/,
  },
  {
    what: 'a recheck before the check',
    changes: edited(claim, 'recheckBy: "2027-05-22"', 'recheckBy: "2026-05-22"'),
    file: claim,
    field: 'recheckBy',
    cure: /after verified\.date/,
  },
  {
    what: 'a claim that prints a claim',
    changes: edited(claim, 'why: The help page says so.', 'why: "{claim:told}"'),
    file: claim,
    field: 'why',
    cure: /another claim/,
  },
  // Sources and names
  {
    what: 'a source read in the future',
    changes: edited(source, 'readOn: "2026-11-22"', 'readOn: "2026-12-24"'),
    file: source,
    field: 'readOn',
    cure: /future/,
  },
  {
    what: 'a source from the future',
    changes: edited(source, 'date: "2013-11-12"', 'date: "2027-01"'),
    file: source,
    field: 'date',
    cure: /future/,
  },
  {
    what: 'a source with a date in words',
    changes: edited(source, 'date: "2013-11-12"', 'date: last autumn'),
    file: source,
    field: 'date',
    cure: /"about 2015" or "undated"/,
  },
  {
    what: 'a button without a source',
    changes: edited('interface.yaml', 'source: help-page', 'source: hearsay'),
    file: 'interface.yaml',
    field: 'more.source',
    cure: /no source is called "hearsay"/,
  },
  {
    what: 'a label in another language that was read nowhere',
    changes: edited('interface.yaml', 'send:\n', `${labelled('help-page', 'hearsay')}send:\n`),
    file: 'interface.yaml',
    field: 'more.languages.de',
    cure: /no source is called "hearsay"/,
  },
  {
    what: 'a label in another language of which nobody says how it was seen',
    changes: edited('interface.yaml', 'send:\n', `${labelled('help-page').replace('seen: live', 'seen: once')}send:\n`),
    file: 'interface.yaml',
    field: 'more.languages.de.0.seen',
    cure: /"live"/,
  },
  // What only the search reads
  {
    what: 'a word of two meanings',
    changes: { 'synonyms.yaml': 'groups:\n  - { ours: [remove], theirs: [delete] }\n  - { ours: [undo], theirs: [delete] }\nstop: []' },
    file: 'synonyms.yaml',
    field: 'groups.1 (undo)',
    cure: /"delete" stands in groups\.0 \(remove\) already/,
  },
  {
    what: 'a word that is dropped twice',
    changes: { 'synonyms.yaml': 'groups: []\nstop: [the, the]' },
    file: 'synonyms.yaml',
    field: 'stop',
    cure: /"the" stands in stop already/,
  },
  {
    what: 'a word that says who, and is dropped',
    changes: { 'synonyms.yaml': 'groups: []\ndirection: [[me], [they, he]]\nstop: [the, he]' },
    file: 'synonyms.yaml',
    field: 'stop',
    cure: /"he" stands in direction\.1 already/,
  },
  {
    what: 'a word of two roles',
    changes: { 'synonyms.yaml': 'groups: []\ndirection: [[me, i], [i]]\nstop: []' },
    file: 'synonyms.yaml',
    field: 'direction.1',
    cure: /"i" stands in direction\.0 already/,
  },
  {
    what: 'words in a row that have a meaning and say who',
    changes: { 'synonyms.yaml': 'groups:\n  - { ours: [remove], theirs: [was i] }\ndirection: [[was i]]\nstop: []' },
    file: 'synonyms.yaml',
    field: 'direction.0',
    cure: /"was i" stands in groups\.0 \(remove\) already/,
  },
  {
    what: 'words in a row of two meanings',
    changes: {
      'synonyms.yaml': 'groups:\n  - { ours: [remove], theirs: [get rid of] }\n  - { ours: [undo], theirs: [get rid of] }\nstop: []',
    },
    file: 'synonyms.yaml',
    field: 'groups.1 (undo)',
    cure: /"get rid of" stands in groups\.0 \(remove\) already/,
  },
  {
    what: 'words that put first what is no guide',
    changes: { 'synonyms.yaml': 'groups:\n  - { ours: [bother], theirs: [harass], first: remove/nobody }\nstop: []' },
    file: 'synonyms.yaml',
    field: 'groups.0.first',
    cure: /"remove\/nobody" is no guide: write "stage\/slug"/,
  },
  {
    what: 'words for a page whose address is none',
    changes: { 'synonyms.yaml': 'groups: []\nstop: []\npages:\n  - { page: about, words: [privacy] }' },
    file: 'synonyms.yaml',
    field: 'pages.0.page',
    cure: /write the address of a page, such as "\/about\/"/,
  },
  {
    what: 'two words where our pages use one',
    changes: { 'synonyms.yaml': 'groups:\n  - ours: [get rid]\n    theirs: [delete]\nstop: []' },
    file: 'synonyms.yaml',
    field: 'groups.0.ours.0',
    cure: /write one lower-case word/,
  },
  {
    what: 'a word as nobody compares it',
    changes: { 'synonyms.yaml': 'groups:\n  - ours: [remove]\n    theirs: [Don’t]\nstop: []' },
    file: 'synonyms.yaml',
    field: 'groups.0.theirs.0',
    cure: /write lower-case words/,
  },
  {
    what: 'synonyms that are no YAML',
    changes: { 'synonyms.yaml': 'groups: [' },
    file: 'synonyms.yaml',
    field: 'line',
    cure: /not valid YAML/,
  },
  {
    what: 'a change of the site in the future',
    changes: edited('changes.yaml', '2026-11-22', '2026-11-23'),
    file: 'changes.yaml',
    field: '0.date',
    cure: /lies in the future .* write the day it changed/,
  },
  {
    what: 'two changes of the site under one day',
    changes: { 'changes.yaml': '- date: "2026-11-22"\n  what: One.\n- date: "2026-11-22"\n  what: Two.\n' },
    file: 'changes.yaml',
    field: '1.date',
    cure: /one entry for a day/,
  },
  {
    what: 'a change of the site below an older one',
    changes: { 'changes.yaml': '- date: "2026-11-20"\n  what: One.\n- date: "2026-11-21"\n  what: Two.\n' },
    file: 'changes.yaml',
    field: '1.date',
    cure: /put the newest first/,
  },
  {
    what: 'a change of the site that names a claim nobody wrote',
    changes: edited('changes.yaml', 'The first edition.', 'First. {claim:nothing}'),
    file: 'changes.yaml',
    field: '0.what',
    cure: /no claim is called "nothing"/,
  },
  {
    what: 'a first thing that leads to no guide',
    changes: edited('first-things.yaml', 'remove/one-person', '/remove/one-person/'),
    file: 'first-things.yaml',
    field: '0.guide',
    cure: /"\/remove\/one-person\/" is no guide: write "stage\/slug"/,
  },
  // Tips and questions
  {
    what: 'a tip that is too short',
    changes: edited(tip, ' So nobody hurries you: look twice at the name, and then choose {ui:more} beside it.', ''),
    file: tip,
    field: 'text',
    cure: /has 6 words: a tip has 20 to 60/,
  },
  {
    what: 'a tip that is too long',
    changes: edited(tip, 'So nobody hurries you', 'look '.repeat(60)),
    file: tip,
    field: 'text',
    cure: /a tip has 20 to 60/,
  },
  {
    what: 'a tip that rests on nothing',
    changes: edited(tip, 'rests: [told]', 'rests: []'),
    file: tip,
    field: 'rests',
    cure: /./,
  },
  {
    what: 'a tip that rests on a claim that is not there',
    changes: edited(tip, 'rests: [told]', 'rests: [hearsay]'),
    file: tip,
    field: 'rests',
    cure: /hearsay/,
  },
  {
    what: 'a tip for a guide that is not there',
    changes: edited(tip, 'guide: remove/one-person', 'guide: remove/nobody'),
    file: tip,
    field: 'guide',
    cure: /"remove\/nobody" is no guide/,
  },
  {
    what: 'a tip with a button that is not there',
    changes: edited(tip, '{ui:more}', '{ui:less}'),
    file: tip,
    field: 'text',
    cure: /less/,
  },
  {
    what: 'an answer that is too long',
    changes: edited(question, 'They are very likely not told.', 'LinkedIn tells them nothing at all. '.repeat(11)),
    file: question,
    field: 'text',
    cure: /has 66 words: an answer has 1 to 60/,
  },
  {
    what: 'a title whose quotation marks are not set as they are printed',
    changes: edited(question, 'question: ', 'question: "Isn\'t it so?" #'),
    file: question,
    field: 'question',
    cure: /write ’, “ and ”/,
  },
  {
    what: 'a question without an answer',
    changes: edited(question, 'They are very likely not told.', ''),
    file: question,
    field: 'text',
    cure: /has 0 words/,
  },
  {
    what: 'a question that rests on a claim that is not there',
    changes: edited(question, 'rests: [told]', 'rests: [hearsay]'),
    file: question,
    field: 'rests',
    cure: /hearsay/,
  },
  {
    what: 'a question for a guide that is not there',
    changes: edited(question, 'guide: remove/one-person', 'guide: remove/nobody'),
    file: question,
    field: 'guide',
    cure: /"remove\/nobody" is no guide/,
  },
  {
    what: 'a question with too few wordings',
    changes: edited(question, ', will he know, is there a message', ''),
    file: question,
    field: 'wordings',
    cure: /3/,
  },
  {
    what: 'one wording of two questions',
    changes: {
      'questions/another.md': smallContent[question]
        ?.replace('Are they told?', 'Do they hear?')
        .replace('will he know, is there a message', 'a, b'),
    },
    file: '.md',
    field: 'wordings',
    cure: /"do they hear of it" stands in questions\/.* already/,
  },
  {
    what: 'a checklist without a number',
    changes: { 'numbers.yaml': '[]' },
    file: 'numbers.yaml',
    field: 'whole file',
    cure: /"remove-one" has no number: add "- checklist: remove-one" at the end, with "steps: \[open-menu, look-again\]" below it/,
  },
  {
    what: 'a step without a number',
    changes: edited('numbers.yaml', '[open-menu, look-again]', '[look-again]'),
    file: 'numbers.yaml',
    field: 'whole file',
    cure: /steps of "remove-one" have no number: add "open-menu" at the end of its steps/,
  },
  {
    what: 'a retired step that lost its number',
    changes: edited(list, 'finish:', 'retired: [close-menu]\nfinish:'),
    file: 'numbers.yaml',
    field: 'whole file',
    cure: /add "close-menu" at the end of its steps/,
  },
  {
    what: 'a number for a step that is gone and not retired',
    changes: edited('numbers.yaml', 'look-again]', 'look-again, close-menu]'),
    file: 'numbers.yaml',
    field: '0.steps',
    cure: /"remove-one" has no step "close-menu"; if it had one, put it into "retired"/,
  },
  {
    what: 'a number for a checklist that is not there',
    changes: { 'numbers.yaml': `${smallContent['numbers.yaml']}- checklist: remove-two\n  steps: [open-menu]\n` },
    file: 'numbers.yaml',
    field: '1.checklist',
    cure: /there is no checklist "remove-two"; did you mean "remove-one"\?; if there was one, add gone: true/,
  },
  {
    what: 'a checklist with two numbers',
    changes: { 'numbers.yaml': `${smallContent['numbers.yaml']}${smallContent['numbers.yaml']}` },
    file: 'numbers.yaml',
    field: '1.checklist',
    cure: /"remove-one" stands twice/,
  },
  {
    what: 'a checklist that is there and is said to be gone',
    changes: { 'numbers.yaml': `${smallContent['numbers.yaml']}  gone: true\n` },
    file: 'numbers.yaml',
    field: '0.gone',
    cure: /there is a checklist "remove-one": leave the field out/,
  },
  {
    what: 'a step with two numbers',
    changes: edited('numbers.yaml', 'look-again]', 'look-again, open-menu]'),
    file: 'numbers.yaml',
    field: '0.steps',
    cure: /holds one thing twice/,
  },
  {
    what: 'a question and a tip of one name',
    changes: { 'tips/are-they-told.md': smallContent[tip] },
    file: question,
    field: 'file name',
    cure: /a tip is called "are-they-told" too/,
  },
];

test.each(refusals)('refuses $what', ({ changes, file, field, cure }) => {
  const problems = problemsWith(changes);
  const isMeant = (problem: Problem): boolean => problem.file.endsWith(file) && problem.field.includes(field) && cure.test(problem.cure);
  expect(problems.filter((problem) => !isMeant(problem))).toEqual([]);
  expect(problems).toHaveLength(1);
});

describe('a claim may be called confirmed', () => {
  const confirmed = (changes: Record<string, string>) =>
    problemsWith({
      ...changes,
      [claim]: (changes[claim] ?? smallContent[claim] ?? '').replace('verdict: likely', 'verdict: confirmed').replace('very likely ', ''),
    });

  test('on LinkedIn’s own words of the last three years', () => {
    expect(confirmed(edited(claim, 'source: help-page', 'source: new-page'))).toEqual([]);
  });

  test('on an older text, where it is not about how LinkedIn works today', () => {
    expect(confirmed(edited(claim, 'about: linkedin-today', 'about: lasting'))).toEqual([]);
  });
});

test('words may say who does it, put a guide first, and name a page', () => {
  const whole = `groups:
  - { ours: [bother], first: remove/one-person, theirs: [harass, keeps writing] }
direction: [[me, was i], [they]]
stop: [the]
pages:
  - { page: /about/, words: [privacy, who wrote this] }`;
  expect(problemsWith({ 'synonyms.yaml': whole })).toEqual([]);
});

test('a button may have one label in a language, or several', () => {
  const several = edited('interface.yaml', 'send:\n', `${labelled('help-page', 'new-page')}send:\n`);
  const one = edited('interface.yaml', 'send:\n', `${labelled('help-page').replace('      - ', '      ')}send:\n`);
  for (const changes of [several, one]) expect(problemsWith(changes)).toEqual([]);
  const { content } = checkContent(contentWith(one), today);
  expect(content.interface.get('more')?.languages).toEqual({
    de: [{ shown: 'Mehr', source: 'help-page', date: '2026-06-11', seen: 'live' }],
  });
});
