/**
 * Writers use components in guides without importing them: this writes the import lines, for those a guide uses. So Astro knows what a guide is made of,
 * and sends it the styles of that and of nothing else.
 */
import type { AstroIntegration } from 'astro';
import { componentsIn, isGuideComponent, type GuideComponent } from '../lib/written/references.ts';

/** Where the components of guides are: neither this list nor that of the content check can know a name the other lacks. */
const files: Readonly<Record<GuideComponent, string>> = {
  BothSides: '/src/components/guide/BothSides.astro',
  Bridge: '/src/components/guide/Bridge.astro',
  Checklist: '/src/islands/checklist/Checklist.astro',
  Claim: '/src/components/guide/Claim.astro',
  Drawing: '/src/components/guide/Drawing.astro',
  Ties: '/src/components/guide/Ties.astro',
  Tip: '/src/components/guide/Tip.astro',
  Ui: '/src/components/guide/Ui.astro',
  Unknown: '/src/components/guide/Unknown.astro',
  Warning: '/src/components/guide/Warning.astro',
};

/** Comes before `mdx()`, which reads what this has written. */
export const guideImports = (): AstroIntegration => ({
  name: 'guide-imports',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({ vite: { plugins: [importsInGuides] } });
    },
  },
});

const importsInGuides = {
  name: 'imports-in-guides',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /\/content\/guides\/.+\.mdx$/ },
    // At the end, where they move no line that a message may name.
    handler: (guide: string) => ({ code: `${guide}\n\n${importLines(guide)}\n`, map: null }),
  },
};

function importLines(guide: string): string {
  const used = new Set(componentsIn(guide).flatMap(({ component }) => (isGuideComponent(component) ? [component] : [])));
  return [...used].map((component) => `import ${component} from '${files[component]}';`).join('\n');
}
