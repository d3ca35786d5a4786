/**
 * Writers use components in MDX without importing them: this adds the imports of those a text uses. So Astro knows what a page is made of, and sends it the
 * styles of that and of nothing else.
 */
import { defineHastPlugin } from 'satteri';

/** `files` has the file of each component, from the root of the project. */
export const imports = (files: Readonly<Record<string, string>>) => () => {
  const used = new Set<string>();
  const note = {
    filter: Object.keys(files),
    visit: ({ name }: { readonly name: string | null }): void => {
      if (name !== null) used.add(name);
    },
  };
  return defineHastPlugin({
    name: 'imports',
    mdxJsxFlowElement: note,
    mdxJsxTextElement: note,
    after(text, context) {
      for (const name of used) context.appendChild(text, { type: 'mdxjsEsm', value: `import ${name} from '${files[name] ?? ''}'` });
    },
  });
};
