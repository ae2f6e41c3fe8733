// What Prettier does not see: complexity, accessibility of templates, and which room may import which. The rules that
// ask types stand in `.oxlintrc.json`.
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

/** How much one function may hold. */
const limits = (complexity) => ({
  complexity: ['error', complexity],
  'max-depth': ['error', 4],
  'max-params': ['error', 5],
});

export default tseslint.config(
  {
    ignores: ['dist', 'lib', '.verbatim', '.astro', 'coverage', 'shots', 'node_modules', 'content'],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      ...limits(20),
      'no-nested-ternary': 'error',
      'no-param-reassign': ['error', { props: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Taking a field out of an object: `const { field: _, ...rest } = object`.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/languages/**/*.ts'],
    rules: { ...limits(30), 'max-lines': ['error', 400] },
  },
  // A test may say "this is there" in one character: it fails where it is not.
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-params': 'off' },
  },
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
