/** What writers use in guides, by the names of lib/written/references.ts: neither can know one the other lacks. The guide page hands it over, so that no guide imports anything. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Checklist from '../../islands/checklist/Checklist.astro';
import type { GuideComponent } from '../../lib/written/references.ts';
import BothSides from './BothSides.astro';
import Bridge from './Bridge.astro';
import Claim from './Claim.astro';
import Drawing from './Drawing.astro';
import Ties from './Ties.astro';
import Tip from './Tip.astro';
import Ui from './Ui.astro';
import Unknown from './Unknown.astro';
import Warning from './Warning.astro';

/* eslint-disable @typescript-eslint/no-unsafe-assignment -- The linter cannot read .astro files; astro check, which can, holds their types. */
export const guideComponents: Readonly<Record<GuideComponent, AstroComponentFactory>> = {
  BothSides,
  Bridge,
  Checklist,
  Claim,
  Drawing,
  Ties,
  Tip,
  Ui,
  Unknown,
  Warning,
};
