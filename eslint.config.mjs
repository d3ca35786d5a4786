import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { walls } from './eslint.walls.mjs';

export default defineConfig(
  { ignores: ['dist', '.astro', '.cache', 'node_modules'] },
  {
    files: ['**/*.ts', 'astro.config.mjs'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers in messages need no ceremony.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An environment variable set to nothing counts as unset, so "||" is meant where text is.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A function that does nothing is how a test says "and nothing happens".
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  astro.configs.recommended,
  {
    // A <script> in Astro's markup is no file of its own that TypeScript could know; asked for its types, the linter would pass over it in silence.
    files: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.astro'],
    rules: {
      // Each use says in a comment above why its HTML is ours: tests/unit/reasons.test.ts asks for it, since ESLint's own comments would stand in the way
      // of the markup.
      'astro/no-set-html-directive': 'off',
    },
  },
  ...walls,
);
