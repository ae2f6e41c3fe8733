/** Turns the `.astro` pages into one module that `runtime.ts` runs; all other modules stay what they are. */
import { readFileSync, globSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from '@astrojs/compiler-rs';
import { build, type Metafile, type Plugin } from 'esbuild';
import { project } from '../settings.ts';

const SITE = join(project, 'src/site');
const RUNTIME = join(import.meta.dirname, 'runtime.ts');

export interface Compiled {
  /** A module whose default export lists the pages by file. */
  code: string;
  /** The style sheets that each page imports, itself or by its components. */
  styles: Map<string, string[]>;
}

/** Compiles every page and component of the site. `asset` gives the address of a file that a page names. */
export async function compilePages(asset: (path: string) => string): Promise<Compiled> {
  const files = globSync('**/*.{astro,ts}', { cwd: join(SITE, 'pages') }).sort();
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: [
        ...files.map(
          (file, i) => `import * as page${i} from ${JSON.stringify(`./pages/${file}`)};`,
        ),
        `export default [${files.map((file, i) => `[${JSON.stringify(file)}, page${i}]`).join(', ')}];`,
      ].join('\n'),
      resolveDir: SITE,
    },
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: SITE,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    define: { 'import.meta.env.PROD': 'true' },
    logLevel: 'silent',
    plugins: [astroPages(asset)],
  });
  const pages = files.filter((file) => file.endsWith('.astro'));
  return {
    code: outputFiles[0]?.text ?? '',
    styles: new Map(pages.map((file) => [file, stylesOf(`pages/${file}`, metafile)])),
  };
}

/** A module's path from the project's folder, as names of scripts begin. */
export const withinProject = (path: string): string =>
  path.slice(project.length).replaceAll('\\', '/');

/** Style sheets below a module, each once, in order of their paths. */
function stylesOf(module: string, { inputs }: Metafile): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const one of inputs[path]?.imports ?? []) if (!one.external) visit(one.path);
  };
  visit(module);
  return [...seen].filter((path) => path.startsWith('style:')).sort();
}

function astroPages(asset: (path: string) => string): Plugin {
  return {
    name: 'astro-pages',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^astro\/compiler-runtime$/ }, () => ({
        path: pathToFileURL(RUNTIME).href,
        external: true,
      }));
      onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({
        path: relative(SITE, resolve(resolveDir, path)),
        namespace: 'style',
      }));
      onResolve({ filter: /\?url$/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.replace(/\?url$/, '')),
        namespace: 'asset',
      }));
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) =>
        dirname(resolve(resolveDir, path)).startsWith(join(SITE, 'pages'))
          ? undefined
          : { path: pathToFileURL(resolve(resolveDir, path)).href, external: true },
      );
      onLoad({ filter: /.*/, namespace: 'style' }, () => ({ contents: '' }));
      onLoad({ filter: /.*/, namespace: 'asset' }, ({ path }) => ({
        contents: `export default ${JSON.stringify(asset(path))};`,
      }));
      onLoad({ filter: /\.astro$/ }, ({ path }) => {
        const filename = withinProject(path);
        const { code, diagnostics } = transform(readFileSync(path, 'utf8'), {
          filename,
          normalizedFilename: filename,
          internalURL: 'astro/compiler-runtime',
          compact: 'jsx',
          resultScopedSlot: true,
        });
        const fault = diagnostics.find(({ severity }) => severity === 'error');
        if (fault) throw new Error(`${path}: ${fault.text}`);
        return { contents: code, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
