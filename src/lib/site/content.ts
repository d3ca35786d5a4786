/** What pages ask of everything written: the collections as one value, and questions about it. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { checklistPath, guidePath, href } from './addresses.ts';
import { referencesOf } from '../written/references.ts';
import type { Checklist, Claim, Guide, InterfaceName, Source, Stage } from '../written/schema.ts';
import { findTokens } from '../written/tokens.ts';
import { claimTopicNames, claimTopics, type ClaimTopic } from '../written/topics.ts';
import { startingArticlesIn } from '../evidence/starting-articles.ts';
import { createWording } from '../markdown/wording.ts';

async function bySlug<Name extends CollectionKey>(name: Name): Promise<Map<string, CollectionEntry<Name>['data']>> {
  return new Map((await getCollection(name)).map((entry) => [entry.id, entry.data]));
}

export const claims = await bySlug('claims');
export const sources = await bySlug('sources');
export const startingArticles = startingArticlesIn(sources);
export const checklists = await bySlug('checklists');
const interfaceNames = await bySlug('interface');
const guideEntries = new Map((await getCollection('guides')).map((entry) => [entry.id, entry]));

export const wording = await createWording({ interface: interfaceNames, claims, href });

export interface GuideInPlace {
  /** "stage/slug" */
  readonly address: string;
  readonly path: string;
  readonly data: Guide;
  readonly body: string;
  readonly entry: CollectionEntry<'guides'>;
  readonly stage: StageInPlace;
}
export interface StageInPlace extends Omit<Stage, 'guides'> {
  readonly guides: readonly GuideInPlace[];
}

function placeStage(stage: Stage): StageInPlace {
  const guides: GuideInPlace[] = [];
  const placed: StageInPlace = { ...stage, guides };
  for (const slug of stage.guides) {
    const address = `${stage.stage}/${slug}`;
    const entry = guideEntries.get(address);
    if (!entry) throw new Error(`journey.yaml names ${address}, and there is no such guide`);
    guides.push({ address, path: guidePath(address), data: entry.data, body: entry.body ?? '', entry, stage: placed });
  }
  return placed;
}

/** The stages in the order of the journey. */
export const stages: readonly StageInPlace[] = [...(await bySlug('journey')).values()]
  .sort((one, other) => one.position - other.position)
  .map(placeStage);

/** All guides in the order of the journey. */
export const guides: readonly GuideInPlace[] = stages.flatMap((stage) => stage.guides);

export function guideAt(address: string): GuideInPlace {
  const guide = guides.find((candidate) => candidate.address === address);
  if (!guide) throw new Error(`There is no guide "${address}"`);
  return guide;
}

export function checklistAt(slug: string): Checklist {
  const checklist = checklists.get(slug);
  if (!checklist) throw new Error(`There is no checklist "${slug}"`);
  return checklist;
}

export function interfaceNameAt(name: string): InterfaceName {
  const entry = interfaceNames.get(name);
  if (!entry) throw new Error(`There is no button "${name}"`);
  return entry;
}

export function claimAt(id: string): Claim {
  const claim = claims.get(id);
  if (!claim) throw new Error(`There is no claim "${id}"`);
  return claim;
}

/** The guides that show a checklist, in the order of the journey. */
export function guidesShowing(checklist: string): GuideInPlace[] {
  return guides.filter(({ body }) => referencesOf(body).some(({ component, target }) => component === 'Checklist' && target === checklist));
}

export const checklistsInOrder: readonly { slug: string; path: string; data: Checklist }[] = [
  ...new Set([
    ...guides.flatMap(({ body }) =>
      referencesOf(body).flatMap(({ component, target }) => (component === 'Checklist' && target ? [target] : [])),
    ),
    ...[...checklists.keys()].sort(),
  ]),
].map((slug) => ({ slug, path: checklistPath(slug), data: checklistAt(slug) }));

const claimTokens = (text: string | undefined): string[] =>
  text === undefined ? [] : findTokens(text).tokens.flatMap((token) => (token.kind === 'claim' ? [token.name] : []));

/** The claims a checklist prints, in reading order, each once. */
export function claimsOfChecklist(slug: string): string[] {
  const { summary, steps, finish } = checklistAt(slug);
  const texts = [summary, ...steps.flatMap((step) => [step.action, step.expect, step.ifNot, step.undo, step.detail]), finish];
  return [...new Set(texts.flatMap(claimTokens))];
}

/** The claims a guide prints, its checklists' included, in reading order, each once. */
export function claimsOfGuide({ data, body }: GuideInPlace): string[] {
  const inBody = referencesOf(body).flatMap(({ component, target }) => {
    if (target === undefined) return [];
    if (component === 'Checklist') return claimsOfChecklist(target);
    return component === 'Claim' || component === 'BothSides' ? [target] : [];
  });
  return [...new Set([...claimTokens(data.answer), ...inBody])];
}

/** A page that prints a claim. */
export interface Use {
  readonly title: string;
  readonly path: string;
}

/** For each claim that is printed somewhere: the guides that print it, in the order of the journey; or the checklists, where no guide does. */
export const usesOfClaims: ReadonlyMap<string, readonly Use[]> = (() => {
  const uses = new Map<string, Use[]>();
  const note = (claim: string, use: Use): void => void uses.set(claim, [...(uses.get(claim) ?? []), use]);
  for (const guide of guides) for (const claim of claimsOfGuide(guide)) note(claim, { title: guide.data.title, path: guide.path });
  const inGuides = new Set(uses.keys());
  for (const { slug, path, data } of checklistsInOrder)
    for (const claim of claimsOfChecklist(slug)) if (!inGuides.has(claim)) note(claim, { title: data.title, path });
  return uses;
})();

/** All claims, each topic's in the order in which the guides print them. */
export const claimsByTopic: readonly { topic: ClaimTopic; title: string; claims: readonly { id: string; claim: Claim }[] }[] =
  claimTopicNames.map((topic) => ({
    topic,
    title: claimTopics[topic],
    claims: [...new Set([...usesOfClaims.keys(), ...[...claims.keys()].sort()])]
      .map((id) => ({ id, claim: claimAt(id) }))
      .filter(({ claim }) => claim.topic === topic),
  }));

/** For each source: the claims it takes a position on, silence included. */
export const claimsOfSources: ReadonlyMap<string, readonly { id: string; claim: Claim }[]> = (() => {
  const uses = new Map<string, { id: string; claim: Claim }[]>();
  for (const { claims: inTopic } of claimsByTopic)
    for (const entry of inTopic) for (const { source } of entry.claim.positions) uses.set(source, [...(uses.get(source) ?? []), entry]);
  return uses;
})();

export function sourceAt(slug: string): Source {
  const source = sources.get(slug);
  if (!source) throw new Error(`There is no source "${slug}"`);
  return source;
}

/** The day the sources of these claims were read: of several days the earliest. Undefined where there is no claim. */
export const readingDay = (ids: readonly string[]): string | undefined => ids.map((id) => claimAt(id).verified.date).sort()[0];
