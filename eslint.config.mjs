// Which room may import which, and accessibility of templates. All other rules stand in `.oxlintrc.json`.
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The rooms under `src/`, lowest first: a file imports from its own room and from those before it.
 * A new room takes its place in this list and nowhere else.
 */
const ROOMS = [
  'text',
  'model',
  'search',
  'engine',
  'languages',
  'intake',
  'ledger',
  'archive',
  'publish',
  'library',
  'site',
  'build',
  'desk',
  'training',
  'measure',
];

/** Rooms that run without a file system: in the build, in tests and in other people's programs alike. */
const PURE = ['text', 'model', 'search', 'engine', 'intake', 'ledger', 'archive', 'publish'];

export default tseslint.config(
  {
    ignores: ['dist', 'lib', '.verbatim', '.astro', 'coverage', 'shots', 'node_modules', 'content'],
  },
  { files: ['src/**/*.ts'], languageOptions: { parser: tseslint.parser } },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
  {
    files: ['src/**/*.ts', 'src/**/*.astro'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.astro'] } } },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...ROOMS.slice(0, -1).map((room, at) => ({
              target: `./src/${room}`,
              from: ROOMS.slice(at + 1).map((above) => `./src/${above}`),
              message: `${room} lies below that room; see ROOMS in eslint.config.mjs.`,
            })),
            { target: './src', from: './scripts', message: 'Commands are imported by nothing.' },
            { target: './src', from: './tests', message: 'Tests are imported by nothing.' },
          ],
        },
      ],
    },
  },
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:fs*', 'node:child_process', 'node:http', 'astro', 'astro:*'],
              message: 'This room touches no file system and knows no Astro.',
            },
          ],
        },
      ],
    },
  },
);
