/** What pages ask of everything written: the collections as one value, and questions about it. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { required } from '../written/required.ts';
import { checklistPath, claimPath, guidePath, href } from './addresses.ts';
import { referencesIn, type Reference } from '../written/references.ts';
import type { Checklist, Claim, Entry, Guide, InterfaceName, Source, Stage, Text } from '../written/schema.ts';
import { findTokens } from '../written/tokens.ts';
import { claimTopicNames, claimTopics, type ClaimTopic } from '../written/topics.ts';
import { startingArticlesIn } from '../evidence/starting-articles.ts';
import { createWording } from '../markdown/wording.ts';

/** A collection by id, each entry with its id in it. */
async function byId<Name extends CollectionKey>(name: Name): Promise<Map<string, CollectionEntry<Name>['data'] & Entry>> {
  return new Map((await getCollection(name)).map(({ id, data }) => [id, { ...data, id }]));
}

/** A collection whose entries have an order of their own. */
async function inOrder<Name extends 'journey' | 'firstThings' | 'wayQuestions' | 'ways' | 'changes' | 'numbers'>(name: Name) {
  return [...(await byId(name)).values()].sort((one, other) => one.position - other.position);
}

export const claims = await byId('claims');
export const sources = await byId('sources');
export const startingArticles = startingArticlesIn(sources);
const checklists = await byId('checklists');
/** What people come for most, in the order in which it is offered. */
export const firstThings = await inOrder('firstThings');
export const wayQuestions = await inOrder('wayQuestions');
export const ways = await inOrder('ways');
/** What changed on the site as a whole, the newest first. */
export const changes = await inOrder('changes');
/** All checklists there are and were, in the order of their numbers. */
export const numbers = await inOrder('numbers');
export const interfaceNames = await byId('interface');
const guideEntries = new Map((await getCollection('guides')).map((entry) => [entry.id, entry]));

export const wording = await createWording({
  interface: interfaceNames,
  claims,
  base: href('/'),
  claimAddress: (id) => href(claimPath(id)),
});

export interface GuideInPlace extends Text<Guide> {
  readonly path: string;
  readonly entry: CollectionEntry<'guides'>;
  readonly stage: StageInPlace;
  /** Its place among the guides of its stage, counted from 0. */
  readonly place: number;
  /** What its text refers to. */
  readonly references: readonly Reference[];
}
export interface StageInPlace extends Omit<Stage, 'guides'> {
  readonly guides: readonly GuideInPlace[];
}

function placeStage(stage: Stage): StageInPlace {
  const guides: GuideInPlace[] = [];
  const placed: StageInPlace = { ...stage, guides };
  for (const slug of stage.guides) {
    const entry = required(guideEntries, `${stage.id}/${slug}`, 'guide');
    const { id, data, body = '' } = entry;
    guides.push({ ...data, id, body, path: guidePath(id), entry, stage: placed, place: guides.length, references: referencesIn(body) });
  }
  return placed;
}

/** The stages in the order of the journey. */
export const stages: readonly StageInPlace[] = (await inOrder('journey')).map(placeStage);

/** All guides in the order of the journey. */
export const guides: readonly GuideInPlace[] = stages.flatMap((stage) => stage.guides);

const positions = new Map(guides.map((guide, position) => [guide.id, position]));

/** The guides before and after one, whatever their stages. */
export function neighboursOf({ id }: GuideInPlace): {
  readonly previous: GuideInPlace | undefined;
  readonly next: GuideInPlace | undefined;
} {
  const position = required(positions, id, 'guide');
  return { previous: guides[position - 1], next: guides[position + 1] };
}

const guidesById = new Map(guides.map((guide) => [guide.id, guide]));
export const guideAt = (id: string): GuideInPlace => required(guidesById, id, 'guide');

/** Undefined where it is gone. */
export const checklistIfThere = (id: string): Checklist | undefined => checklists.get(id);

export const checklistAt = (id: string): Checklist => required(checklists, id, 'checklist');

export const interfaceNameAt = (id: string): InterfaceName => required(interfaceNames, id, 'button');

export const claimAt = (id: string): Claim => required(claims, id, 'claim');

export const checklistsShownIn = ({ references }: GuideInPlace): string[] =>
  references.flatMap(({ component, targets }) => (component === 'Checklist' ? targets : []));

const guidesByChecklist = Map.groupBy(
  guides.flatMap((guide) => [...new Set(checklistsShownIn(guide))].map((checklist) => ({ checklist, guide }))),
  ({ checklist }) => checklist,
);

/** The guides that show a checklist, in the order of the journey. */
export const guidesShowing = (checklist: string): GuideInPlace[] => (guidesByChecklist.get(checklist) ?? []).map(({ guide }) => guide);

const guidesByAddress = new Map(guides.map((guide) => [href(guide.path), guide]));
const checklistsByAddress = new Map([...checklists.keys()].map((id) => [href(checklistPath(id)), id]));

/** The checklists of a page, in reading order: those of a guide, or the one whose own page it is. */
export const checklistsOn = (path: string): string[] => {
  const guide = guidesByAddress.get(path);
  return guide ? checklistsShownIn(guide) : [checklistsByAddress.get(path) ?? []].flat();
};

/** Whether all that is ticked in a guide is private: it is for somebody who is bothered or afraid. */
export const isPrivate = (guide: GuideInPlace): boolean => {
  const shown = checklistsShownIn(guide);
  return shown.length > 0 && shown.every((id) => checklistAt(id).private);
};

export interface ChecklistInPlace extends Checklist {
  readonly path: string;
}

/** Those that guides show, in the order in which they do; then the others. */
export const checklistsInOrder: readonly ChecklistInPlace[] = [
  ...new Set([...guides.flatMap(checklistsShownIn), ...[...checklists.keys()].sort()]),
].map((id) => ({ ...checklistAt(id), path: checklistPath(id) }));

export const claimTokens = (text: string | undefined): string[] =>
  text === undefined ? [] : findTokens(text).tokens.flatMap((token) => (token.kind === 'claim' ? [token.name] : []));

/** The claims a checklist prints, in reading order, each once. */
export function claimsOfChecklist(id: string): string[] {
  const { summary, steps, finish } = checklistAt(id);
  const texts = [summary, ...steps.flatMap((step) => [step.action, step.expect, step.ifNot, step.undo, step.detail]), finish];
  return [...new Set(texts.flatMap(claimTokens))];
}

/** The claims a guide prints, its checklists' included, in reading order, each once. */
export function claimsOfGuide({ answer, references }: GuideInPlace): string[] {
  const inBody = references.flatMap(({ component, targets }) => {
    if (component === 'Checklist') return targets.flatMap(claimsOfChecklist);
    return component === 'Claim' || component === 'BothSides' || component === 'Rests' ? targets : [];
  });
  return [...new Set([...claimTokens(answer), ...inBody])];
}

/** By a claim: the others that sentences of a guide, or of several, rest on together with it, whose mark leads to it as the first of them. */
export function companionsIn({ references }: Pick<GuideInPlace, 'references'>): ReadonlyMap<string, readonly string[]> {
  const companions = new Map<string, readonly string[]>();
  for (const { component, targets } of references) {
    const [first, ...others] = targets;
    if (component === 'Rests' && first !== undefined && others.length > 0)
      companions.set(first, [...new Set([...(companions.get(first) ?? []), ...others])]);
  }
  return companions;
}

/** A page that prints a claim. */
interface Use {
  readonly title: string;
  readonly path: string;
}

/** For each claim that is printed somewhere: the guides that print it, in the order of the journey; or the checklists, where no guide does. */
export const usesOfClaims: ReadonlyMap<string, readonly Use[]> = (() => {
  const uses = new Map<string, Use[]>();
  const note = (claim: string, use: Use): void => {
    const others = uses.get(claim);
    if (others) others.push(use);
    else uses.set(claim, [use]);
  };
  for (const guide of guides) for (const claim of claimsOfGuide(guide)) note(claim, guide);
  const inGuides = new Set(uses.keys());
  for (const checklist of checklistsInOrder)
    for (const claim of claimsOfChecklist(checklist.id)) if (!inGuides.has(claim)) note(claim, checklist);
  return uses;
})();

const claimsInOrder = [...new Set([...usesOfClaims.keys(), ...[...claims.keys()].sort()])].map(claimAt);

/** All claims, each topic's in the order in which the guides print them. */
export const claimsByTopic: readonly { topic: ClaimTopic; title: string; claims: readonly Claim[] }[] = claimTopicNames.map((topic) => ({
  topic,
  title: claimTopics[topic],
  claims: claimsInOrder.filter((claim) => claim.topic === topic),
}));

/** By the id of a source: the claims it takes a position on, silence included. */
export const claimsOfSources: ReadonlyMap<string, readonly Claim[]> = (() => {
  const uses = new Map<string, Claim[]>();
  for (const claim of claimsByTopic.flatMap(({ claims: inTopic }) => inTopic))
    for (const { source } of claim.positions) {
      const others = uses.get(source);
      if (others) others.push(claim);
      else uses.set(source, [claim]);
    }
  return uses;
})();

export const sourceAt = (id: string): Source => required(sources, id, 'source');

/** The day the sources of these claims were read: of several days the earliest. Undefined where there is no claim. */
export const readingDay = (ids: readonly string[]): string | undefined => ids.map((id) => claimAt(id).verified.date).sort()[0];
