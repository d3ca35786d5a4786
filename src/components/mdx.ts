/** What writers use in MDX, and the file of each: by the names the content check knows, so that neither can know one the other lacks. */
import type { AboutComponent, GuideComponent } from '../lib/written/references.ts';

export const mdxComponents: Readonly<Record<GuideComponent | AboutComponent, string>> = {
  BothSides: '/src/components/guide/BothSides.astro',
  Bridge: '/src/components/guide/Bridge.astro',
  ButtonNames: '/src/components/guide/ButtonNames.astro',
  Checklist: '/src/islands/checklist/Checklist.astro',
  Claim: '/src/components/guide/Claim.astro',
  CopyCode: '/src/islands/copy-code/CopyCode.astro',
  Drawing: '/src/components/guide/Drawing.astro',
  Fold: '/src/components/guide/Fold.astro',
  Forget: '/src/islands/forget/Forget.astro',
  Formula: '/src/content/formula.mdx',
  KeptCopy: '/src/components/KeptCopy.astro',
  KeptHere: '/src/islands/kept-here/KeptHere.astro',
  On: '/src/components/guide/On.astro',
  ReportAddress: '/src/components/ReportAddress.astro',
  Rests: '/src/components/guide/Rests.astro',
  Ties: '/src/components/guide/Ties.astro',
  TiesKey: '/src/components/TiesKey.astro',
  Tip: '/src/components/guide/Tip.astro',
  Ui: '/src/components/guide/Ui.astro',
  Unknown: '/src/components/guide/Unknown.astro',
  VerdictMeanings: '/src/components/evidence/VerdictMeanings.astro',
  Warning: '/src/components/guide/Warning.astro',
  WhereYouAre: '/src/islands/where-you-are/WhereYouAre.astro',
};
