/** What a page says of claims and captures, by the attributes that tell which element shows what. */
import { sourceCheck } from '../../publish/shell-check.ts';
import { versionSourcePath } from '../../model/urls.ts';
import { brief } from './lines.ts';
import { readPage, type PageFacts } from './page.ts';
import { meeting } from './remade.ts';
import { type Site, reasonOf, ownerOf, DATA_FILES, captureOf, addTarget } from './site.ts';
import { spaced, numbersIn } from './words.ts';

/** Reads a page once: its links are followed, and what it says of claims and captures is held against the data. */
export function pageOf(site: Site, name: string): PageFacts | null {
  const bytes = site.read(name);
  if (!bytes) return null;
  const page = readPage(bytes.toString('utf8'));
  if (site.pages.has(name)) return page;
  site.counts.pages++;
  site.pages.set(name, page.ids);
  for (const link of page.links) addTarget(site, link, name);
  const owner = ownerOf(name);
  const known = owner.claim ? site.claims.get(owner.claim)?.article : null;
  const where = { ...(known ? { article: known } : {}), ...owner };
  const complain = (message: string) => site.complain('page', `${name}: ${message}`, where);
  for (const mark of page.marks) checkMark(site, mark, complain);
  for (const { of, first, second } of page.sources) {
    const [one, other = one] = of.split(' ') as [string, string?];
    for (const [key, shown] of [
      [one, first],
      [other, second],
    ] as const) {
      const capture = captureOf(site, key);
      if (!capture)
        complain(`it shows the source ${key}, which ${DATA_FILES.versions} does not have`);
      // As an HTML parser reads line breaks.
      else if (
        shown !== capture.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') &&
        shown !== capture.text.replace(/\r\n?/g, '\n')
      )
        complain(
          `the text shown as ${key} is not that of its source.txt: ${meeting(shown, capture.text.replace(/\r\n?/g, '\n'))}`,
        );
    }
  }
  for (const text of page.ld) checkLd(site, text, complain);
  return page;
}

export function checkMark(
  site: Site,
  { name, of, text }: PageFacts['marks'][number],
  complain: (message: string) => void,
): void {
  if (name === 'words' || name === 'begins' || name === 'speaker') {
    const claim = site.claims.get(of);
    if (!claim) complain(`it shows claim ${of}, which the data files do not have`);
    else if (
      name === 'speaker'
        ? spaced(text) !== spaced(claim.speaker)
        : name === 'words'
          ? spaced(text) !== spaced(claim.words ?? '')
          : !spaced(claim.words ?? '').startsWith(spaced(text).replace(/ …$/, ''))
    )
      complain(
        `it shows the ${name === 'speaker' ? 'speaker' : 'words'} “${brief(spaced(text))}” of claim ${of}, expected “${brief(spaced(name === 'speaker' ? claim.speaker : (claim.words ?? '')))}”`,
      );
  } else if (name === 'hash' || name === 'bytes' || name === 'characters') {
    const row = site.versions.get(of);
    // The captures of an article that was withdrawn went with it.
    if (!row) {
      if (site.articles.has(of.split('/')[0]!))
        complain(`it shows the capture ${of}, which ${DATA_FILES.versions} does not have`);
      return;
    }
    const expected =
      name === 'hash'
        ? row.sha256
        : name === 'bytes'
          ? row.bytes
          : captureOf(site, of)?.points.length;
    const found = name === 'hash' ? text.replace(/\s/g, '') : numbersIn(text).join(' ');
    if (expected !== undefined && found !== String(expected))
      complain(
        `the ${name === 'hash' ? 'SHA-256' : `number of ${name}`} shown of ${of} is ${found}, expected ${expected}`,
      );
  } else if (name === 'check' && of.includes('/')) {
    const row = site.versions.get(of);
    if (
      row &&
      site.root &&
      text !==
        sourceCheck({
          ...row,
          url: new URL(versionSourcePath(row.article, row.version), site.root).href,
        })
    )
      complain(
        `the line to check ${of} at home is “${brief(text, 200)}”, expected the one with ${row.sha256}`,
      );
  }
}

/** What search engines are told of claims is what the data says. */
export function checkLd(site: Site, text: string, complain: (message: string) => void): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { '@type': type, '@id': id, text: words, creator } = value as Record<string, unknown>;
    if (type === 'Quotation' && typeof id === 'string') {
      const claim = site.claims.get(/claims\/([^/]+)\/$/.exec(id)?.[1] ?? '');
      const name = (creator as { name?: unknown } | undefined)?.name;
      if (!claim) complain(`its structured data have ${id}, which the data files do not have`);
      else if (
        (words !== undefined && words !== claim.words) ||
        (name !== undefined && name !== claim.speaker)
      )
        complain(
          `its structured data have “${brief(String(words))}” by ${String(name ?? 'nobody')}, expected “${brief(claim.words ?? '')}” by ${claim.speaker}`,
        );
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  try {
    visit(JSON.parse(text));
  } catch (error) {
    complain(`its structured data are no JSON: ${reasonOf(error)}`);
  }
}

export function expectMarks(
  page: PageFacts,
  complain: (message: string) => void,
  expected: readonly (readonly [PageFacts['marks'][number]['name'], string])[],
): void {
  for (const [name, of] of expected)
    if (!page.marks.some((mark) => mark.name === name && mark.of === of))
      complain(`nothing on it is marked as data-${name}="${of}"`);
}
