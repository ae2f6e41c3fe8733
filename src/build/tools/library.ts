/** Makes `lib/`, the library for other programs: JavaScript, types, and a package of its own. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { project } from '../settings.ts';
import { Refusal } from '../terminal/errors.ts';
import { size } from '../terminal/progress.ts';

const SOURCES = join(project, 'src');
const LIBRARY = join(SOURCES, 'library');
/** Modules that are imported by name, as `exports` of package.json has them. */
const ENTRIES = { index: 'index.ts', schemas: 'schemas.ts', astro: 'astro/index.ts' } as const;
/** Files that go as they are. */
const AS_THEY_ARE = ['astro/Claim.astro', 'astro/claims.css', 'astro/virtual.d.ts'];
/** The model is read when a text is, from beside the module that reads it. */
const MODEL = ['model.json', 'confidence.json'].map((file) =>
  join(SOURCES, 'languages/en/model', file),
);

/** Packages that are loaded when a text is read, so that no import names them. */
const LATER = ['chrono-node', 'wink-eng-lite-web-model', 'wink-nlp'];

interface Manifest {
  name: string;
  version: string;
  description: string;
  license: string;
  engines: object;
  exports: Record<string, string | Record<string, string>>;
  dependencies: Record<string, string>;
}

/** Builds into `to`; says in a line what was made. */
export async function buildLibrary(to = join(project, 'lib')): Promise<string> {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, file]) => [name, join(LIBRARY, file)]),
    ),
    outdir: to,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    metafile: true,
    logLevel: 'error',
  });
  for (const file of MODEL) cpSync(file, join(to, relative(dirname(file), file)));
  for (const file of AS_THEY_ARE) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(LIBRARY, file), join(to, file));
  }
  const types = writeTypes(to);
  cpSync(join(project, 'LICENSE'), join(to, 'LICENSE'));
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.flatMap(({ path, external }) => (external ? [packageOf(path)] : [])),
  );
  writeManifest(to, new Set([...imported, ...LATER]));
  const bytes = Object.values(metafile.outputs).reduce((sum, one) => sum + one.bytes, 0);
  return `lib: ${Object.keys(metafile.outputs).length} modules in ${size(bytes)}, ${types} files of types`;
}

/** `@scope/name/file` to `@scope/name`. */
const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** The package of the library alone: what it imports, in the versions that the whole is tested with. */
function writeManifest(to: string, imported: ReadonlySet<string>): void {
  const { name, version, description, license, engines, exports, dependencies } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  ) as Manifest;
  const here = (path: string) => path.replace('./lib/', './');
  const manifest = {
    ...{ name, version, description, license, private: true, type: 'module', engines },
    exports: Object.fromEntries(
      Object.entries(exports).map(([entry, at]) => [
        entry,
        typeof at === 'string'
          ? here(at)
          : Object.fromEntries(Object.entries(at).map(([kind, path]) => [kind, here(path)])),
      ]),
    ),
    dependencies: Object.fromEntries(
      Object.entries(dependencies).filter(([one]) => imported.has(one) && one !== 'astro'),
    ),
    peerDependencies: { astro: '>=7' },
    peerDependenciesMeta: { astro: { optional: true } },
  };
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Declarations of the entries and of what they name; gives how many files. */
function writeTypes(to: string): number {
  const config = ts.readConfigFile(join(project, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, project);
  const declared = new Map<string, string>();
  const program = ts.createProgram(
    [
      ...Object.values(ENTRIES).map((file) => join(LIBRARY, file)),
      join(LIBRARY, 'astro/virtual.d.ts'),
    ],
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      noCheck: true,
      rootDir: SOURCES,
      outDir: SOURCES,
      types: ['node'],
    },
  );
  const { diagnostics } = program.emit(undefined, (path, text) => {
    declared.set(resolve(path), text);
  });
  const [problem] = diagnostics;
  if (problem) throw new Refusal(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  const wanted = new Set<string>();
  const want = (path: string) => {
    const text = declared.get(path);
    if (text === undefined || wanted.has(path)) return;
    wanted.add(path);
    for (const [, from = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
      want(`${resolve(dirname(path), from)}.d.ts`);
  };
  for (const file of Object.values(ENTRIES)) want(join(LIBRARY, file.replace(/\.ts$/, '.d.ts')));
  for (const path of wanted) {
    // The library's own folder is the root of the package.
    const target = join(to, placeOf(path));
    mkdirSync(dirname(target), { recursive: true });
    const text = (declared.get(path) ?? '').replace(
      /((?:from |import\()['"])(\.[^'"]+)\.ts(['"])/g,
      (_, before: string, from: string, after: string) => {
        const named = join(to, placeOf(`${resolve(dirname(path), from)}.d.ts`));
        const short = relative(dirname(target), named)
          .replaceAll('\\', '/')
          .replace(/\.d\.ts$/, '.js');
        return `${before}${short.startsWith('.') ? short : `./${short}`}${after}`;
      },
    );
    writeFileSync(target, text);
  }
  return wanted.size;
}

/** Where a declaration stands in the package. */
function placeOf(path: string): string {
  const inLibrary = relative(LIBRARY, path);
  return inLibrary.startsWith('..') ? join('types', relative(SOURCES, path)) : inLibrary;
}
