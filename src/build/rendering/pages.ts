/** Renders the pages of an archive's records with the pages that a kit holds. */
import { listening } from '../../text/asked.ts';
import { workingOn } from '../../text/fault.ts';
import { explained, Refusal } from '../terminal/errors.ts';
import type { KeptPages } from './kept-pages.ts';
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

/** Pages as they were compiled, and what Astro bundled for them. */
export interface CompiledPages {
  /** `<link>`s at the end of the head, by the file of the page. */
  styles: Readonly<Record<string, string>>;
  /** `<script>`s by the component's name for them. */
  scripts: Readonly<Record<string, string>>;
  /** The pages by their file, from the folder of pages. */
  pages: readonly (readonly [file: string, page: PageModule])[];
}

/** One file of the site, by its path from the root. */
export interface Rendered {
  path: string;
  content: string | Uint8Array;
}

/**
 * Has `write` write every page and file under `src/site/pages`, in the order of their files, and gives their paths.
 * With `kept`, pages that would be made as they stand are taken over. Pages that fail are named by what is thrown
 * when all others are written; what the machine refuses to write is thrown at once.
 */
export async function renderAll(
  compiled: CompiledPages,
  write: (rendered: Rendered) => void,
  kept: KeptPages | null = null,
): Promise<string[]> {
  const paths = new Set<string>();
  const failed: Failed[] = [];
  // What a page with a name of its own answers, no page for any address does.
  const inOrder = [...compiled.pages].sort(([a], [b]) => Number(isRest(a)) - Number(isRest(b)));
  for (const [file, page] of inOrder) {
    const bundled: Bundled = {
      styles: compiled.styles[file] ?? '',
      script: (name) => {
        const found = compiled.scripts[name];
        if (found === undefined) throw new Error(`Astro bundled no script ${name}`);
        return found;
      },
    };
    const made = workingOn(`src/site/pages/${file}`, () => page.getStaticPaths?.());
    for (const { params, props = {} } of made ?? [{ params: {} }]) {
      const path = pathOf(file, params);
      if (paths.has(path)) continue;
      paths.add(path);
      try {
        const make = { params, props, bundled };
        if (page.default) renderOrKeep(path, file, page.default, { make, write, kept });
        else write({ path, content: await answerOf(page, make) });
      } catch (error) {
        if (explained(error) instanceof Refusal) throw error;
        failed.push({ path, file, error });
      }
    }
  }
  const [one] = failed;
  if (one)
    workingOn(named(failed), () => {
      throw one.error;
    });
  return [...paths];
}

interface Failed {
  path: string;
  file: string;
  error: unknown;
}

/** Pages that are named; more are counted. */
const MOST_NAMED = 10;

function named(failed: readonly Failed[]): string {
  const pages = failed
    .slice(0, MOST_NAMED)
    .map(({ path, file }) => `${path} (src/site/pages/${file})`)
    .join(', ');
  const more = failed.length - MOST_NAMED;
  return more > 0 ? `${pages} and ${more.toLocaleString('en')} more` : pages;
}

function renderOrKeep(
  path: string,
  file: string,
  page: Component,
  to: {
    make: Parameters<typeof renderPage>[1];
    write: (rendered: Rendered) => void;
    kept: KeptPages | null;
  },
): void {
  const { make, write, kept } = to;
  const of = [file, make.params, make.props];
  if (kept?.keep(path, of)) return;
  const { value, asked } = listening(() => renderPage(page, make));
  write({ path, content: value });
  kept?.note(path, of, asked);
}

const isRest = (file: string) => file.includes('[...');

async function answerOf(
  page: PageModule,
  of: { params: Params; props: Record<string, unknown> },
): Promise<Uint8Array> {
  const response = await page.GET?.(of);
  if (!response) throw new Error('neither a page nor an endpoint');
  return new Uint8Array(await response.arrayBuffer());
}

/** Where a page of a file under `src/site/pages` stands on a plain file host, from the site's root. */
export function pathOf(file: string, params: Params): string {
  const name = file
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, key: string) => params[key] ?? '')
    // A rest that is left out leaves nothing.
    .replace(/\/$/, '');
  if (!file.endsWith('.astro')) return name;
  if (name === '404') return '404.html';
  return (
    `${name}/`.replace(/(?:^|\/)index\/$/, (end) => (end === 'index/' ? '' : '/')) + 'index.html'
  );
}
