/** What holds for every site, whatever is in its archive. */
import { parse } from 'csv-parse/sync';
import { xmlLinks } from '../../src/build/verify/xml-links.ts';

/** Furniture that shows that a value was missing or that nothing was counted. */
const ODD = [
  /\[object \w+\]/,
  />\s*(?:undefined|NaN|null)\s*</,
  /="(?:undefined|NaN|null)"/,
  /\bNaN\b/,
  // a list, table or chart of nothing
  /<(ol|ul|dl|table|tbody|figure|svg|dd|h1|h2|h3|th|figcaption)\b[^>]*>\s*<\/\1>/,
  // an element of nothing but punctuation
  /<(p|small|a|b)\b(?![^>]*(?:class="jump"|role="status"))[^>]*>\s*[,;:.]*\s*<\/\1>/,
  /(?<![\d.,\w])0 (?:claims|speakers|articles|outlets|places|topics|questions|chains)\b/,
];
/** Made from the pages by Astro or Pagefind, so not among what is rendered here. */
const ELSEWHERE = /^(?:src\/|_astro\/|sitemap|SHA256SUMS$|node_modules\/|@|favicon)/;

/** Every fault of a rendered site, each with the file it is in. */
export function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const reported = new Set<string>();
  for (const [path, text] of files) {
    for (const fault of [...faultsIn(path, text), ...deadLinks(path, text, files)]) {
      if (reported.has(fault)) continue;
      reported.add(fault);
      faults.push(`${path || 'the first page'}: ${fault}`);
    }
  }
  return [...faults, ...unseenAuthors(files)];
}

/** Articles whose page has no line of authors above the text as it was printed, nor names them there. */
function unseenAuthors(files: ReadonlyMap<string, string>): string[] {
  const lines = (files.get('data/articles.jsonl') ?? '').split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { id, byline } = JSON.parse(line) as {
      id: string;
      byline: { name: string; role: string }[];
    };
    const [head = ''] = (files.get(`articles/${id}/`) ?? '').split('</header>', 2).slice(1);
    const names = byline.filter(({ role }) => role === 'author').map(({ name }) => name);
    const shown = head.replace(/<[^>]*>/g, '').replace(/&[^;]+;|["'&<>]/g, '');
    const isUnseen = (name: string) => !shown.includes(name.replace(/["'&<>]/g, ''));
    return head.includes('class="signed"') || !names.some(isUnseen)
      ? []
      : [`articles/${id}/: its authors are not named above the text`];
  });
}

function faultsIn(path: string, text: string): string[] {
  if (path === '' || path.endsWith('/') || path.endsWith('.html')) {
    const found = ODD.flatMap((odd) => {
      const at = odd.exec(text);
      return at ? [`shows \`${text.slice(Math.max(0, at.index - 60), at.index + 40)}\``] : [];
    });
    return text.trimEnd().endsWith('</html>') ? found : [...found, 'is cut off'];
  }
  try {
    if (path.endsWith('.json')) JSON.parse(text);
    if (path.endsWith('.jsonl')) for (const line of text.split('\n')) if (line) JSON.parse(line);
    if (path.endsWith('.csv')) parse(text, { columns: true, bom: true });
  } catch (error) {
    return [`cannot be read: ${String(error)}`];
  }
  const problem = path.endsWith('.xml') ? xmlLinks(text).problem : null;
  return problem ? [`is no XML: ${problem}`] : [];
}

/** The links of a page or feed; none of other files. */
function linksOf(path: string, text: string): string[] {
  if (path.endsWith('.xml')) return xmlLinks(text).links;
  if (path !== '' && !path.endsWith('/')) return [];
  return [...text.matchAll(/<(?:a|link|form|meta)\b[^>]*?\s(?:href|action)="([^"]*)"/g)].map(
    ([, link = '']) => link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}

/** Links of a page or feed to places of the site that are not there. */
function deadLinks(path: string, text: string, files: ReadonlyMap<string, string>): string[] {
  return linksOf(path, text).flatMap((link) => {
    const url = new URL(link, `https://archive.example/${path}`);
    if (url.host !== 'archive.example') return [];
    const file = decodeURIComponent(url.pathname.slice(1));
    if (ELSEWHERE.test(file)) return [];
    const target = files.get(file);
    if (target === undefined) return [`links to ${link}, where there is nothing`];
    const fragment = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, ''));
    const named = file.endsWith('.json')
      ? isInJson(target, fragment)
      : target.includes(` id="${fragment}"`);
    return fragment === '' || named ? [] : [`links to ${link}, whose fragment is nowhere there`];
  });
}

/** Whether a fragment names a place in JSON: a JSON Pointer, or an item by the end of its id. */
function isInJson(json: string, fragment: string): boolean {
  const value = JSON.parse(json) as { items?: { id: string }[] };
  if (!fragment.startsWith('/'))
    return value.items?.some(({ id }) => id.endsWith(`#${fragment}`)) ?? false;
  const found = fragment
    .slice(1)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
  return found !== undefined;
}
