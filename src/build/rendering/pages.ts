/** Renders the pages of an archive's records with the pages that a kit holds. */
import type { Kit } from './kit.ts';
import { renderPage, type Bundled, type Component } from './runtime.ts';

type Params = Record<string, string | undefined>;

/** A module under `src/site/pages`: a component, or an endpoint that answers with a file. */
export interface PageModule {
  default?: Component;
  GET?: (context: {
    params: Params;
    props: Record<string, unknown>;
  }) => Response | Promise<Response>;
  getStaticPaths?: () => { params: Params; props?: Record<string, unknown> }[];
}

/** One file of the site, by its path from the root. */
export interface Rendered {
  path: string;
  content: string | Uint8Array;
}

/** Every page and file under `src/site/pages`, in the order of their files. A page that fails throws, named. */
export async function* renderedPages(kit: Kit): AsyncGenerator<Rendered> {
  const paths = new Set<string>();
  // What a page with a name of its own answers, no page for any address does.
  const inOrder = [...kit.pages].sort(([a], [b]) => Number(isRest(a)) - Number(isRest(b)));
  for (const [file, page] of inOrder) {
    const bundled: Bundled = {
      styles: kit.styles[file] ?? '',
      script: (name) => {
        const found = kit.scripts[name];
        if (found === undefined) throw new Error(`Astro bundled no script ${name}`);
        return found;
      },
    };
    for (const { params, props = {} } of page.getStaticPaths?.() ?? [{ params: {} }]) {
      const path = pathOf(file, params);
      if (paths.has(path)) continue;
      paths.add(path);
      try {
        yield { path, content: await contentOf(page, { params, props, bundled }) };
      } catch (error) {
        throw new Error(`${path} (src/site/pages/${file}) cannot be rendered`, { cause: error });
      }
    }
  }
}

const isRest = (file: string) => file.includes('[...');

async function contentOf(
  page: PageModule,
  of: { params: Params; props: Record<string, unknown>; bundled: Bundled },
): Promise<string | Uint8Array> {
  if (page.default) return renderPage(page.default, of);
  const response = await page.GET?.(of);
  if (!response) throw new Error('neither a page nor an endpoint');
  return new Uint8Array(await response.arrayBuffer());
}

/** Where a page of a file under `src/site/pages` stands on a plain file host, from the site's root. */
export function pathOf(file: string, params: Params): string {
  const name = file
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, key: string) => params[key] ?? '');
  if (!file.endsWith('.astro')) return name;
  if (name === '404') return '404.html';
  return (
    `${name}/`.replace(/(?:^|\/)index\/$/, (end) => (end === 'index/' ? '' : '/')) + 'index.html'
  );
}
