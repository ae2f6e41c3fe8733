/** What a page says of claims and captures, by the attributes that tell which element shows what. */
import { sourceCheck } from '../../publish/shell-check.ts';
import { versionSourcePath } from '../../model/urls.ts';
import { controlsShown } from '../../text/unseen.ts';
import { brief } from './lines.ts';
import { readPage, type Mark, type PageFacts } from './page.ts';
import { meeting } from './remade.ts';
import { leadsOf } from './tags.ts';
import { ownerOf } from './owner.ts';
import { type Site, reasonOf, DATA_FILES, captureOf } from './site.ts';
import { spaced, numbersIn } from './words.ts';

type Complain = (message: string) => void;

/**
 * Reads a page once: its links are followed, and what it says of claims and captures is held against
 * the data. Null for one that is not there, for one that is not read whole, and for one that was proved before.
 */
export function pageOf(site: Site, name: string): PageFacts | null {
  const isNew = !site.pages.has(name);
  if (isNew && site.isProved(name)) {
    site.count('pages');
    site.pages.add(name);
    return null;
  }
  const isWhole = site.isReadWhole(name);
  const bytes = isNew || isWhole ? site.read(name) : null;
  if (!bytes) return null;
  if (!isWhole) {
    followed(site, name, leadsOf(bytes) ?? readPage(bytes.toString('utf8')));
    return null;
  }
  const page = readPage(bytes.toString('utf8'));
  if (!isNew) return page;
  site.count('read whole');
  followed(site, name, page);
  const owner = ownerOf(name);
  const known = owner.claim ? site.claims.get(owner.claim)?.article : null;
  const where = { ...(known ? { article: known } : {}), ...owner };
  const complain = (message: string) => site.complain('page', `${name}: ${message}`, where);
  for (const mark of page.marks) checkMark(site, mark, complain);
  for (const source of page.sources) checkShownSource(site, source, complain);
  for (const text of page.ld) checkLd(site, text, complain);
  return page;
}

/** Follows the links of a page that was proved before: where they lead is not there as it was. */
export function followAgain(site: Site, name: string): void {
  const bytes = site.read(name);
  const { links } = (bytes && leadsOf(bytes)) ??
    (bytes && readPage(bytes.toString('utf8'))) ?? { links: [] };
  for (const link of links) site.links.add(link, name);
}

/** The elements of a page and where it leads. */
function followed(
  { count, pages, links: all }: Site,
  name: string,
  { ids, links }: { ids: Iterable<string>; links: readonly string[] },
): void {
  count('pages');
  pages.add(name);
  all.page(name, new Set(ids));
  for (const link of links) all.add(link, name);
}

/** The elements of a page that was read before; null where it cannot be read. */
export function idsOf(site: Site, name: string): Iterable<string> | null {
  const bytes = site.read(name);
  const leads = bytes && !site.isReadWhole(name) ? leadsOf(bytes) : null;
  return leads?.ids ?? (bytes && readPage(bytes.toString('utf8')).ids);
}

/** A source shown as captured, or two of them compared, is what the files have. */
function checkShownSource(
  site: Site,
  { of, first, second }: PageFacts['sources'][number],
  complain: Complain,
): void {
  const [one = of, other = one] = of.split(' ');
  for (const [key, shown] of [
    [one, first],
    [other, second],
  ] as const) {
    const capture = captureOf(site, key);
    if (!capture) {
      complain(`it shows the source ${key}, which ${DATA_FILES.versions} does not have`);
      continue;
    }
    // As an HTML parser reads line breaks.
    const text = controlsShown(capture.text).replace(/\r\n?/g, '\n');
    if (shown !== text && shown !== text.replace(/^\uFEFF/, ''))
      complain(`the text shown as ${key} is not that of its source.txt: ${meeting(shown, text)}`);
  }
}

/** Holds a fact that an element shows against the data; facts that need the claim's line are not looked at. */
function checkMark(site: Site, mark: Mark, complain: Complain): void {
  switch (mark.name) {
    case 'words':
    case 'begins':
    case 'speaker':
      return checkShownClaim(site, mark, complain);
    case 'hash':
    case 'bytes':
    case 'characters':
      return checkShownCapture(site, mark, mark.name, complain);
    case 'check':
      return checkShownLine(site, mark, complain);
    default:
  }
}

/** A claim's words, their beginning or its speaker. */
function checkShownClaim(site: Site, { name, of, text }: Mark, complain: Complain): void {
  const claim = site.claims.get(of);
  if (!claim) {
    complain(`it shows claim ${of}, which the data files do not have`);
    return;
  }
  const what = name === 'speaker' ? 'speaker' : 'words';
  const expected = spaced(claim[what] ?? '');
  const shown = spaced(text);
  const same =
    name === 'begins' ? expected.startsWith(shown.replace(/ …$/, '')) : shown === expected;
  if (!same)
    complain(
      `it shows the ${what} “${brief(shown)}” of claim ${of}, expected “${brief(expected)}”`,
    );
}

/** A capture's hash or length. */
function checkShownCapture(
  site: Site,
  { of, text }: Mark,
  name: 'hash' | 'bytes' | 'characters',
  complain: Complain,
): void {
  const row = site.versions.get(of);
  if (!row) {
    // The captures of an article that was withdrawn went with it.
    if (site.articles.has(of.replace(/\/.*$/s, '')))
      complain(`it shows the capture ${of}, which ${DATA_FILES.versions} does not have`);
    return;
  }
  const expected = {
    hash: () => row.sha256,
    bytes: () => row.bytes,
    characters: () => captureOf(site, of)?.points.length,
  }[name]();
  const found = name === 'hash' ? text.replace(/\s/g, '') : numbersIn(text).join(' ');
  if (expected === undefined || found === String(expected)) return;
  const what = name === 'hash' ? 'SHA-256' : `number of ${name}`;
  complain(`the ${what} shown of ${of} is ${found}, expected ${expected}`);
}

/** The line for a terminal that checks a capture; that of a claim has no slash in its id. */
function checkShownLine(site: Site, { of, text }: Mark, complain: Complain): void {
  const row = site.versions.get(of);
  if (!row || !site.root) return;
  const url = new URL(versionSourcePath(row.article, row.version), site.root).href;
  if (text !== sourceCheck({ ...row, url }))
    complain(
      `the line to check ${of} at home is “${brief(text, 200)}”, ` +
        `expected the one with ${row.sha256}`,
    );
}

/** What search engines are told of claims is what the data says. */
function checkLd(site: Site, text: string, complain: Complain): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    checkQuotation(site, value, complain);
    for (const inner of Object.values(value)) visit(inner);
  };
  try {
    visit(JSON.parse(text));
  } catch (error) {
    complain(`its structured data are no JSON: ${reasonOf(error)}`);
  }
}

/** A quotation of the structured data has the claim's words and speaker, where it has any. */
function checkQuotation(site: Site, value: object, complain: Complain): void {
  const { '@type': type, '@id': id, text, creator } = value as Record<string, unknown>;
  if (type !== 'Quotation' || typeof id !== 'string') return;
  const claim = site.claims.get(/claims\/([^/]+)\/$/.exec(id)?.[1] ?? '');
  if (!claim) {
    complain(`its structured data have ${id}, which the data files do not have`);
    return;
  }
  const name = (creator as { name?: unknown } | undefined)?.name;
  const unlike =
    (text !== undefined && text !== claim.words) || (name !== undefined && name !== claim.speaker);
  if (unlike)
    complain(
      `its structured data have “${brief(inJson(text))}” by ${inJson(name ?? 'nobody')}, ` +
        `expected “${brief(claim.words ?? '')}” by ${claim.speaker}`,
    );
}

const inJson = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');

/** Complains of each fact that no element of the page shows. */
export function expectMarks(
  page: PageFacts,
  complain: Complain,
  expected: readonly (readonly [Mark['name'], string])[],
): void {
  for (const [name, of] of expected)
    if (!page.marks.some((mark) => mark.name === name && mark.of === of))
      complain(`nothing on it is marked as data-${name}="${of}"`);
}
