/**
 * `verbatim/astro`: an integration for a site of one's own. Claims in its Markdown are marked where they stand, lead to
 * a page each, and are told apart from the text around them. Works with every Markdown processor, since it reads what
 * that has rendered.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroConfig } from 'astro';
import { WORDS_FROM } from '../../archive/thresholds.ts';
import { markClaims, type MarkOptions, type PageClaim } from './mark.ts';

export type { PageClaim } from './mark.ts';

export interface VerbatimOptions {
  /**
   * The address of the page that a Markdown file becomes, from the root of the site without its base; null where its
   * claims are left alone. Left out, files under `src/pages` have the address that Astro gives them, and no other.
   */
  address?(file: string): string | null;
  /** Where the pages of claims are; `claims` if left out, null for none. */
  claims?: string | null;
  /** BCP 47; told by each page's words where it is left out. */
  language?: string;
  /** Claims that are found less surely are left out; from 0 to 1. */
  confidence?: number;
  /** An Astro page in place of the plain one for a claim: a path from the site's folder. See `claims` of `virtual:verbatim`. */
  claimPage?: string;
}

const VIRTUAL = 'virtual:verbatim';

/** `src/pages/notes/ferry.md` to `notes/ferry/`. */
function addressUnderPages(file: string): string | null {
  const [, path] = /^src\/pages\/(.+)\.md$/.exec(file) ?? [];
  if (path === undefined || /(?:^|\/)_/.test(path) || path.includes('[')) return null;
  const page = path.replace(/(?:^|\/)index$/, '');
  return page === '' ? '' : `${page}/`;
}

/** Marks the claims of a site's Markdown. */
export default function verbatim(options: VerbatimOptions = {}): AstroIntegration {
  const address = options.address ?? addressUnderPages;
  const { claims: folder = 'claims', confidence = WORDS_FROM, language } = options;
  return {
    name: 'verbatim',
    hooks: {
      'astro:config:setup'({ config, updateConfig, injectRoute, injectScript }) {
        const root = fileURLToPath(config.root);
        const base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        const optionsOf = (file: string): MarkOptions | null => {
          const page = address(relative(root, file).replaceAll('\\', '/'));
          if (page === null) return null;
          return {
            page: base + page,
            key: page,
            claims: `${base}${folder ?? ''}/`,
            confidence,
            ...(language !== undefined && { language }),
          };
        };
        const processor = config.markdown.processor;
        const createRenderer = processor.createRenderer.bind(processor);
        processor.createRenderer = async (shared) => {
          const renderer = await createRenderer(shared);
          return {
            async render(content, given) {
              const result = await renderer.render(content, given);
              const known = given?.fileURL && optionsOf(fileURLToPath(given.fileURL));
              if (!known) return result;
              return { ...result, code: markClaims(result.code, known).html };
            },
          };
        };
        updateConfig({
          vite: { plugins: [claimsModule(config, createRenderer, optionsOf)] },
        });
        injectScript('page-ssr', `import 'verbatim/astro/claims.css';`);
        if (folder !== null)
          injectRoute({
            pattern: `/${folder}/[claim]`,
            entrypoint: options.claimPage ?? 'verbatim/astro/Claim.astro',
            prerender: true,
          });
      },
    },
  };
}

type Processor = NonNullable<AstroConfig['markdown']['processor']>;

/** The module `virtual:verbatim`, which has all claims of the site as `claims`. */
function claimsModule(
  config: AstroConfig,
  createRenderer: Processor['createRenderer'],
  optionsOf: (file: string) => MarkOptions | null,
) {
  const resolved = `\0${VIRTUAL}`;
  const all = async (): Promise<PageClaim[]> => {
    const renderer = await createRenderer(config.markdown);
    const claims: PageClaim[] = [];
    for (const file of markdownFiles(fileURLToPath(config.srcDir))) {
      const known = optionsOf(file);
      if (!known) continue;
      const body = readFileSync(file, 'utf8').replace(
        /^\uFEFF?---\r?\n[^]*?\r?\n---(?:\r?\n|$)/,
        '',
      );
      const { code } = await renderer.render(body);
      claims.push(...markClaims(code, known).claims);
    }
    return claims;
  };
  return {
    name: 'verbatim',
    resolveId: (id: string) => (id === VIRTUAL ? resolved : undefined),
    async load(id: string) {
      if (id !== resolved) return undefined;
      return `export const claims = ${JSON.stringify(await all())};`;
    },
  };
}

const markdownFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(folder, path));
