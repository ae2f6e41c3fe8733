/**
 * A script and all that it imports in one file of JavaScript, made once for a test that starts it many times:
 * most of the time that a command takes on a small archive is spent on reading modules.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const project = join(import.meta.dirname, '../..');

/** Each module stands where it stood, for what it looks up beside itself. */
const inPlace: Plugin = {
  name: 'in place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

export interface Compiled {
  file: string;
  /** What Node is started with, before the arguments of the script. */
  args: readonly string[];
  /** Where Node keeps what it made of the file at the first start. */
  env: Record<string, string>;
  remove(): void;
}

/** Compiles `script`, a path from the project's folder. */
export async function compiled(script: string): Promise<Compiled> {
  const work = join(project, '.verbatim');
  mkdirSync(work, { recursive: true });
  // Within the project, so that packages that stay outside are found.
  const folder = mkdtempSync(join(work, 'compiled-'));
  // Another account may run it too.
  chmodSync(folder, 0o755);
  const outfile = join(folder, 'script.mjs');
  await build({
    absWorkingDir: project,
    entryPoints: [script],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['astro', 'esbuild', 'pagefind', 'harfbuzzjs'],
    // For packages that are no modules.
    banner: {
      js: [
        "import { createRequire as requireOf } from 'node:module';",
        'const require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
      ].join('\n'),
    },
    plugins: [inPlace],
    logLevel: 'error',
  });
  return {
    file: outfile,
    args: ['--disable-warning=ExperimentalWarning', outfile],
    env: { NODE_COMPILE_CACHE: join(folder, 'cache') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
