// Types, complexity, which room may import which, and all other rules but those of templates: `eslint.config.mjs` has them.
import { defineConfig, type OxlintConfig } from 'oxlint';

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
const limits = (complexity: number): OxlintConfig['rules'] => ({
  complexity: ['error', complexity],
  'max-depth': ['error', 4],
  'max-params': ['error', 5],
});

export default defineConfig({
  categories: { correctness: 'off' },
  options: { typeAware: true, typeCheck: true, denyWarnings: true },
  ignorePatterns: ['dist', 'lib', '.verbatim', '.astro', 'coverage', 'shots', 'content'],
  plugins: [],
  settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.astro'] } } },
  overrides: [
    {
      files: ['**/*.ts', '**/*.astro'],
      plugins: ['typescript'],
      rules: {
        ...limits(20),
        'no-array-constructor': 'error',
        'no-nested-ternary': 'error',
        'no-param-reassign': ['error', { props: true }],
        'no-unused-expressions': 'error',
        // Taking a field out of an object: `const { field: _, ...rest } = object`.
        'no-unused-vars': ['error', { ignoreRestSiblings: true }],
        'no-var': 'error',
        'prefer-const': 'error',
        'prefer-rest-params': 'error',
        'prefer-spread': 'error',
        'typescript/await-thenable': 'error',
        'typescript/ban-ts-comment': 'error',
        'typescript/consistent-type-imports': 'error',
        'typescript/no-array-delete': 'error',
        'typescript/no-base-to-string': 'error',
        'typescript/no-duplicate-enum-values': 'error',
        'typescript/no-duplicate-type-constituents': 'error',
        'typescript/no-empty-object-type': 'error',
        'typescript/no-explicit-any': 'error',
        'typescript/no-extra-non-null-assertion': 'error',
        'typescript/no-floating-promises': 'error',
        'typescript/no-for-in-array': 'error',
        'typescript/no-implied-eval': 'error',
        'typescript/no-misused-new': 'error',
        'typescript/no-misused-promises': 'error',
        'typescript/no-namespace': 'error',
        'typescript/no-non-null-asserted-optional-chain': 'error',
        'typescript/no-non-null-assertion': 'error',
        'typescript/no-redundant-type-constituents': 'error',
        'typescript/no-require-imports': 'error',
        'typescript/no-this-alias': 'error',
        'typescript/no-unnecessary-type-assertion': 'error',
        'typescript/no-unnecessary-type-constraint': 'error',
        'typescript/no-unsafe-argument': 'error',
        'typescript/no-unsafe-assignment': 'error',
        'typescript/no-unsafe-call': 'error',
        'typescript/no-unsafe-declaration-merging': 'error',
        'typescript/no-unsafe-enum-comparison': 'error',
        'typescript/no-unsafe-function-type': 'error',
        'typescript/no-unsafe-member-access': 'error',
        'typescript/no-unsafe-return': 'error',
        'typescript/no-unsafe-unary-minus': 'error',
        'typescript/no-wrapper-object-types': 'error',
        'typescript/only-throw-error': 'error',
        'typescript/prefer-as-const': 'error',
        'typescript/prefer-namespace-keyword': 'error',
        'typescript/prefer-promise-reject-errors': 'error',
        'typescript/require-await': 'error',
        'typescript/restrict-plus-operands': 'error',
        'typescript/restrict-template-expressions': 'error',
        'typescript/triple-slash-reference': 'error',
      },
    },
    {
      files: ['src/engine/**/*.ts', 'src/languages/**/*.ts'],
      rules: { ...limits(30), 'max-lines': ['error', 400] },
    },
    // A test may say "this is there" in one character: it fails where it is not.
    {
      files: ['tests/**/*.ts'],
      plugins: ['typescript'],
      rules: { 'typescript/no-non-null-assertion': 'off', 'max-params': 'off' },
    },
    {
      files: ['src/**/*.ts', 'src/**/*.astro'],
      // By this name, since oxlint has rules of its own by the plugin's, and not this one.
      jsPlugins: [{ name: 'rooms', specifier: 'eslint-plugin-import-x' }],
      rules: {
        'rooms/no-restricted-paths': [
          'error',
          {
            basePath: import.meta.dirname,
            zones: [
              ...ROOMS.slice(0, -1).map((room, at) => ({
                target: `./src/${room}`,
                from: ROOMS.slice(at + 1).map((above) => `./src/${above}`),
                message: `${room} lies below that room; see ROOMS in oxlint.config.ts.`,
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
  ],
});
