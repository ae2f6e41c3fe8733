// Templates, accessibility of theirs above all. All other rules stand in `oxlint.config.ts`.
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default [
  {
    ignores: ['dist', 'lib', '.verbatim', '.astro', 'coverage', 'shots', 'node_modules', 'content'],
  },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
  { files: ['**/*.astro'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
];
