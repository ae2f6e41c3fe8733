/**
 * How to cite an article or a claim: CSL-JSON, BibTeX, RIS and one line of text.
 * A claim is cited as words of its speaker that stand in an article; the article is always named.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { ArticleRecord, ClaimRecord, DateFact, SiteCard } from '../schema.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimFilePath,
  claimPath,
  dataPath,
} from '../urls.ts';
import { dateInWords, intervalInWords, speakerName } from '../wording.ts';
import { CITATION_STYLE } from './citation-style.ts';
import { claimInLine, whereFound, wordsInLine } from './describe.ts';
import type { Exporter } from './index.ts';

const STYLE = 'verbatim';
plugins.config.get('@csl').styles.add(STYLE, CITATION_STYLE);
// Ids are unique and hold letters, digits and hyphens: they are the citation keys as they stand.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

interface CslName {
  literal?: string;
  family?: string;
  given?: string;
}
interface CslDate {
  'date-parts': number[][];
  circa?: boolean;
}

/** The fields of CSL-JSON that the archive fills. */
export interface CslItem {
  id: string;
  'citation-key': string;
  type: 'article-newspaper' | 'webpage';
  title: string;
  author?: CslName[];
  'container-title'?: string;
  issued?: CslDate;
  archive?: string;
  annote?: string;
  genre?: string;
  note: string;
  language: string;
  URL: string;
}

const WORDS = 240;

/** A date that the source states as it stands, an inferred one as uncertain, an unknown one not at all. */
function issued({ edtf, from, to, basis }: DateFact): CslDate | undefined {
  if (basis === 'unknown' || !from) return undefined;
  const parts = (day: string, like: string | undefined) =>
    day
      .split('-')
      .map(Number)
      .slice(0, like?.split('-').length ?? 3);
  const [first, last] = (edtf ?? '').split('/').map((half) => half.replace(/[?~%]/g, ''));
  const plain = /^\d{4}(-\d{2}){0,2}$/;
  const start = parts(from, first && plain.test(first) ? first : undefined);
  const until = to && to !== from && last !== undefined ? to : null;
  const end =
    until && last !== undefined ? parts(until, plain.test(last) ? last : undefined) : null;
  // citeproc refuses a range whose ends are given to different precision, so both are given to the day.
  const range =
    until && end && end.length !== start.length
      ? [parts(from, undefined), parts(until, undefined)]
      : [start, ...(end ? [end] : [])];
  return {
    'date-parts': range,
    ...(basis === 'inferred' || /[?~%]/.test(edtf ?? '') ? { circa: true } : {}),
  };
}

/** Says in words what a bare year would hide. */
const dateNote = (published: DateFact): string | null => {
  if (published.basis === 'unknown') return 'The article states no date of publication.';
  if (published.basis === 'stated') return null;
  const { from, to } = published;
  return `Date of publication inferred: ${from && to ? intervalInWords(from, to) : dateInWords(published)}.`;
};

const defined = <T extends object>(item: T): T =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;

/** `sortName` of a person's card is `Obi, Mara`; a name without a comma stays whole. */
const nameOf = (name: string, sortName: string | undefined): CslName => {
  const [family, given] = sortName?.split(', ') ?? [];
  return family && given ? { family, given } : { literal: name };
};

export type SortNames = (speaker: string) => string | undefined;

/** The article as a CSL item. */
export function articleItem(
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames,
): CslItem {
  const authors = article.byline.filter(({ role }) => role !== 'interviewee');
  return defined<CslItem>({
    id: article.id,
    'citation-key': article.id,
    type: 'article-newspaper',
    title: article.title,
    author:
      authors.length > 0
        ? authors.map(({ name, speaker }) => nameOf(name, speaker ? sortNames(speaker) : undefined))
        : undefined,
    'container-title': article.outlet?.name,
    issued: issued(article.published),
    genre: article.kind === 'interview' ? 'Interview' : undefined,
    archive: site.name,
    note: [
      dateNote(article.published),
      article.original ? `First published at ${article.original}.` : null,
      `Source SHA-256 ${article.source.sha256}.`,
    ]
      .filter(Boolean)
      .join(' '),
    language: article.language,
    URL: absolute(root, articlePath(article.id)),
  });
}

/** The claim as a CSL item: its title is its words, its note says where they stand and who passed them on. */
export function claimItem(
  claim: ClaimRecord,
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames,
): CslItem {
  const where = [...claim.via.map(({ name }) => `via ${name}`), whereFound(claim, article)].join(
    ', ',
  );
  return defined<CslItem>({
    id: claim.id,
    'citation-key': claim.id,
    type: 'webpage',
    // A comma that led over to the attribution leads nowhere here.
    title: wordsInLine(claim, WORDS).replace(/[,;:](?=”?$)/, ''),
    author: claim.speaker
      ? [nameOf(claim.speaker.name, sortNames(claim.speaker.id))]
      : [{ literal: speakerName(claim) }],
    'container-title': site.name,
    issued: issued(article.published),
    archive: site.name,
    annote: where,
    note: [claimInLine(claim, article, WORDS), dateNote(article.published)]
      .filter(Boolean)
      .join(' — '),
    language: article.language,
    URL: absolute(root, claimPath(claim.id)),
  });
}

/** BibTeX and RIS know no intervals: what both ends share is left, so that no day is claimed that nobody knows. */
function oneDate(date: CslDate | undefined): CslDate | undefined {
  const [first, last] = date?.['date-parts'] ?? [];
  if (!first || !last) return date;
  const differs = first.findIndex((value, i) => value !== last[i]);
  return differs === 0
    ? undefined
    : { 'date-parts': [first.slice(0, differs === -1 ? first.length : differs)] };
}

const toCslJson = (items: CslItem[]) => `${JSON.stringify(items, null, 1)}\n`;

export const toBibtex = (item: CslItem): string => {
  // `annote` and `archive` serve the line of text only; the note says the same and more.
  const { annote: _, archive: __, ...fields } = item;
  return `${(new Cite(defined({ ...fields, issued: oneDate(fields.issued) })).format('bibtex') as string).trim()}\n`;
};

/**
 * RIS of one item. The package folds every line at 70 characters, in the middle of words and
 * addresses, and gives a newspaper article neither author nor day; so its object is set here.
 */
export function toRis(item: CslItem): string {
  const { annote: _, archive, ...fields } = item;
  const [record] = new Cite(
    defined({ ...fields, issued: oneDate(fields.issued), type: 'webpage' }),
  ).format('ris', { type: 'object' }) as [Record<string, string | string[]>];
  const { TY: _type, ...tags } = record;
  if (item['container-title']) tags['T2'] = item['container-title'];
  if (archive) tags['DP'] = archive;
  // `2024/3/7/` as the format has it: `2024/03/07/`.
  if (typeof tags['DA'] === 'string') tags['DA'] = tags['DA'].replace(/(?<=\/)\d(?=\/)/g, '0$&');
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().map((value) => `${tag}  - ${String(value).replace(/\s+/g, ' ')}`),
  );
  return `${[`TY  - ${item.type === 'webpage' ? 'ELEC' : 'NEWS'}`, ...lines, 'ER  - '].join('\n')}\n`;
}

/** One line for a reader to copy. */
export const toText = (item: CslItem): string =>
  (
    new Cite(item).format('bibliography', { style: STYLE, lang: 'en-US', format: 'text' }) as string
  ).trim();

/** How to cite an article, as a line of text. */
export const citeArticle = (
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames = () => undefined,
): string => toText(articleItem(article, site, root, sortNames));

/** How to cite a claim, as a line of text: `Obi, Mara. “We will keep it”. Quoted in “Night ferry to stay”, …`. */
export const citeClaim = (
  claim: ClaimRecord,
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames = () => undefined,
): string => toText(claimItem(claim, article, site, root, sortNames));

export const citations: Exporter = {
  name: 'citations',
  *files({ root, site, articles, speakers, claimFiles }) {
    const people = new Map<string, string>();
    for (const { id, kind, sortName } of speakers) if (kind === 'person') people.set(id, sortName);
    const sortNames: SortNames = (id) => people.get(id);
    const beside = (path: (file: string) => string, item: CslItem) => [
      { path: path('cite.bib'), chunks: [toBibtex(item)] },
      { path: path('cite.ris'), chunks: [toRis(item)] },
      { path: path('cite.json'), chunks: [toCslJson([item])] },
    ];
    for (const article of articles) {
      yield* beside(
        (file) => articleFilePath(article.id, file),
        articleItem(article, site, root, sortNames),
      );
      if (!claimFiles) continue;
      for (const claim of article.claims)
        yield* beside(
          (file) => claimFilePath(claim.id, file),
          claimItem(claim, article, site, root, sortNames),
        );
    }
    const items = function* () {
      for (const article of articles) {
        yield articleItem(article, site, root, sortNames);
        if (claimFiles)
          for (const claim of article.claims)
            yield claimItem(claim, article, site, root, sortNames);
      }
    };
    yield { path: dataPath('archive.bib'), chunks: each(items(), toBibtex) };
    yield { path: dataPath('archive.ris'), chunks: each(items(), toRis) };
    yield { path: dataPath('archive.csl.json'), chunks: jsonList(items()) };
  },
};

function* each(items: Iterable<CslItem>, write: (item: CslItem) => string): Iterable<string> {
  for (const item of items) yield write(item);
}

/** A JSON array, one item a line, without holding all of it. */
function* jsonList(items: Iterable<CslItem>): Iterable<string> {
  let before = '[\n';
  for (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
