/**
 * The words that say how sure something is. No text must hold any of them, but what is not sure must hold one that says so, and what is sure none that
 * doubts it. All are sought in texts made comparable: lower case, straight apostrophes, single spaces. Entries are regular expressions in whole words.
 */
import type { Claim } from '../written/schema.ts';

/** Doubt, said once in a paragraph. "May", "might" and "should" mean too much else to be counted. "More likely" compares, and doubts nothing. */
const hedgeWords = [
  'in all likelihood',
  'may well',
  '(?:it )?seems? (?:to|that|as if|likely)',
  'it seems',
  '(?:very |most |quite |highly )?(?<!\\b(?:more|less|least|as|so|how|equally|the most) )likely',
  'probably',
  'presumably',
  'perhaps',
  'possibly',
  'apparently',
  'seemingly',
];

/** What softens a sentence enough for something likely, though it is no hedge. */
const softeners = ['should', 'may', 'might'];

/** Who says so: LinkedIn itself, somebody who speaks, a study, a year. Verbs that are nouns as well ("two people from your list") count only right behind a source. */
const sources = [
  'its help|help|pages?|texts?|lessons?|courses?|terms|agreement|policy|newsroom|window|writers?|trainers?|guides?|vendors?|sellers?|makers?',
  'bloggers?|blogs?|articles?|authors?|researchers?|recruiters?|experts?|consultants?|lawyers?|company|companies|courts?',
  'sources?|reports?|accounts?|scripts?|code|study|studies|tests?|surveys?|papers?|copy|copies',
].join('|');
const anybody = 'users?|people|persons?|members?|one|two|three|four|five|some|several|others|most|many|they';
const speaking = [
  'says?|said|saying|writes?|wrote|stated|reported|tells? us|told us|explains?|explained|advises?|advised|listed|describes?|described|named',
  'mentions?|mentioned|promises?|promised|warns?|warned|finds|found|measured|quoted|answered|agree|calls? it|called it|claimed',
].join('|');
const attributions = [
  `(?:linkedin|microsoft|google|${sources})(?: [^ .;:!?]+){0,6}? (?:${speaking})`,
  `(?:${sources}) (?:lists?|names?|reports?|states?|claims?|quotes?|shows?|gives?|puts?|have|has)`,
  `(?:${anybody})(?: [^ .;:!?]+){0,3}? (?:says?|said|writes|wrote|reports?|reported|advise|advised|agree|describe)`,
  // Whoever it is: "the list says how many there are" is nobody's word, "says that" and "says so" are.
  '(?:says?|said|writes?|wrote|reports?|reported|states?|explains?|warns?) (?:that|so|as much|the same)',
  'according to',
  "linkedin's (?:own )?(?:[a-z]+ )?(?:words?|help|pages?|text|terms|rules|user agreement|list|answer|announcement|code|count|window)",
  '(?:in|by) (?:its|their|our) own (?:words?|help|pages?|text|terms|rules|count|test)',
  '(?:a|one|the|two|three|several|some|older|large|small) (?:[a-z]+ )?(?:study|studies|experiment|experiments|survey|surveys)',
  '(?:a|copied|old|older) (?:[a-z]+ )?(?:writers?|trainers?|guides?|sellers?|scripts?|reports?|pages?|screenshots?|copies)',
  '(?:copies|screenshots|quotations) of',
  '(?:one|two|three|four|five|several|a few|some|other) (?:[a-z]+ )?(?:writers?|trainers?|guides?|vendors?|sellers?|sources?|users?|scripts?|reports?|accounts?|copies|bloggers?|companies)',
  '(?:in|of|from|since|until|by|as of|before|after|on)(?: [a-z0-9]+){0,3} (?:about )?(?:19|20)\\d\\d',
  '(?:is|are|was|were) (?:said|reported|described) (?:to|as|that)',
  'reportedly',
  '(?:we|our) (?:found|counted|read|saw|measured|count|test)',
];

/** That it is our conclusion, and nobody's finding. */
const ours = [
  'our (?:own )?(?:reading|inference|conclusion|guess|assumption|view|understanding)',
  '(?:we|so we|as we|from that we) (?:would )?(?:infer|suppose|conclude|read (?:it|that|this)|take (?:it|that|this)|think|believe|guess|assume|gather|expect|understand)',
];

/** That sources disagree. */
const disagreement = [
  'disagree[sd]?',
  'do not agree',
  "don't agree",
  'differ(?:s|ed)?',
  'disput(?:e|es|ed)',
  'contradict(?:s|ed|ory)?',
  'vary',
  'divided',
  'conflict(?:s|ing)?',
  'some\\b[^.]*\\b(?:others?|some)',
  '(?:one|two|three|most)\\b[^.]*\\b(?:others?|another)',
];

/** That nobody knows. */
const ignorance = [
  'not known',
  'unknown',
  'nobody',
  'no one',
  'we found (?:no|none|nothing)',
  'we know of no',
  "(?:could not|couldn't|cannot|can't) (?:find|check|say|tell|open|confirm)",
  'unconfirmed',
  'unproven',
  'untested',
  'undocumented',
  '(?:not|never) (?:been )?(?:shown|tested|published|documented|confirmed|verified|proven|clear|found|checked)',
  'unclear',
  "(?:we|they) (?:do not|don't) know",
  '(?:publish(?:es)?|gives?|names?|says?|states?) (?:no|none|nothing)',
  'no (?:source|evidence|proof|number|figure|study|text|page|rule)',
  'nothing (?:shows|says|proves|we read|is known)',
  'open question',
];

/** That it is over. "Then" and "once" count only beside what was: both stand in directions too. */
const past = [
  'no longer',
  'any ?more',
  'until',
  'used to',
  'formerly',
  'earlier',
  'at the time',
  'in those days',
  'gone',
  'went away',
  'stopped',
  'ended',
  'dropped',
  'retired',
  'disappeared',
  'had been',
  '(?:took|taken) (?:it |them )?away',
  '(?:was|were|had|stood|could|let) (?:[^ .]+ ){0,6}(?:then|once)',
  '(?:then|once) (?:was|were|had|stood|could|let)',
  'since (?:[a-z]+ )?(?:19|20)\\d\\d',
  '(?:was|were|had|stood|could|let)\\b[^.]*\\b(?:19|20)\\d\\d',
];

/** That it is advice of ours. Advice of somebody's is attributed. */
const advice = [
  'we would',
  "we'd",
  'we (?:suggest|recommend|advise|think|like|prefer)',
  'advis(?:e|es|ed)',
  'advice',
  'suggest(?:s|ed|ion)?',
  'recommend(?:s|ed|ation)?',
  '(?:our|in our) (?:view|opinion)',
  'opinion',
  'worth',
  'a good (?:idea|habit|rule|time|moment)',
  'rule of thumb',
  'consider',
  'you (?:might|could)',
  'should',
  '(?:many|some) (?:people|writers|trainers|guides)',
];

const anyOf = (entries: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${entries.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const hedges = anyOf(hedgeWords);

/** Every hedge of a comparable text, in its order. */
export const hedgesIn = (text: string): string[] => text.match(hedges) ?? [];

const says = (text: string, ...lists: (readonly string[])[]): boolean => text.search(anyOf(lists.flat())) >= 0;

type Weighed = Pick<Claim, 'verdict' | 'inference' | 'topic'>;

/** What makes a comparable text surer than a claim allows, with the cure; undefined where it is not. */
export function surerThan(text: string, { verdict, inference, topic }: Weighed): string | undefined {
  switch (verdict) {
    case 'confirmed':
    case 'supported':
      return undefined;
    case 'likely':
      if (inference)
        return says(text, ours)
          ? undefined
          : 'is an inference, and the text does not call it ours: write "we infer", "our reading" or the like';
      return says(text, attributions, ours, softeners, hedgeWords)
        ? undefined
        : 'is only likely: say who says so ("LinkedIn said in 2016 that …", "two trainers report …"), or hedge once ("probably", "should")';
    case 'contested':
      return says(text, disagreement) ? undefined : 'is contested: name the disagreement ("sources disagree", "some say …, others …")';
    case 'outdated':
      return says(text, past) ? undefined : 'is outdated: say that it is over ("no longer", "until 2015", "used to")';
    case 'unknown':
      return says(text, ignorance) ? undefined : 'is unknown: say so ("nobody has shown", "not known", "we found no …")';
    case 'opinion':
      // What tells somebody in danger what to do is an instruction.
      return topic === 'safety' || says(text, advice, attributions)
        ? undefined
        : 'is an opinion: say it as advice ("we would", "some advise")';
  }
}
