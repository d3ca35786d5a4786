/**
 * Lets a script come in as text: a file that is imported with `?bundled` behind its name, with all that it imports, as one script that needs no other. For a page that
 * brings its scripts with it, and so can refuse every request; and for a worker made of text, since only such a one is bound by the page's policy.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin, type Rolldown } from 'vite';

const ending = '?bundled';

/** One that says where a script ends would end the element it stands in. Only in texts can these characters stand so, where the backslash says the same. */
const withinAnElement = (code: string): string => code.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');

function bundledScripts(root: string): Plugin {
  return {
    name: 'bundled-scripts',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(ending)) return undefined;
      const resolved = await this.resolve(id.slice(0, -ending.length), importer);
      return resolved ? `${resolved.id}${ending}` : undefined;
    },
    async load(id) {
      if (!id.endsWith(ending)) return undefined;
      const { code, modules } = await bundle(id.slice(0, -ending.length), root);
      for (const module of modules) this.addWatchFile(module);
      return `export default ${JSON.stringify(withinAnElement(code))};`;
    },
  };
}

/** Throws where anything is not found. */
async function bundle(file: string, root: string): Promise<{ code: string; modules: readonly string[] }> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [bundledScripts(root)],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: file, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = built.output;
  return { code: chunk.code.trim(), modules: chunk.moduleIds };
}

export function scriptsAsText(): AstroIntegration {
  return {
    name: 'bundled-scripts',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        updateConfig({ vite: { plugins: [bundledScripts(fileURLToPath(config.root))] } });
      },
    },
  };
}
