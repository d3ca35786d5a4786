/** Trails: the pages above a page, from the top down. People get them as links above its title, machines as linked data. */
import type { GuideInPlace } from './content.ts';
import { pathOfStage } from './lists.ts';
import { ownPages } from './pages.ts';

interface Crumb {
  readonly label: string;
  /** Without the base path. */
  readonly path: string;
}
export type Trail = readonly Crumb[];

/** Where a stage has no page of its own, its door on the home page stands for it. */
export const trailToGuide = ({ stage }: GuideInPlace): Trail => [ownPages.home, { label: stage.title, path: pathOfStage(stage) }];

/** Tools that belong to a guide stand below it. */
export const trailBelowGuide = (guide: GuideInPlace): Trail => [...trailToGuide(guide), guide];

export const trailToChecklist: Trail = [ownPages.checklists];

/** To what stands below the evidence: the sources, and the articles. */
export const trailToSources: Trail = [{ label: 'All evidence', path: ownPages.evidence.path }];
