/**
 * How to cite an article or a claim: CSL-JSON, BibTeX, RIS and one line of text.
 *
 * Whoever cites a claim has read the article, not the speaker. So what is cited is the article, as the style guides
 * have it for words taken from a secondary source (APA, 7th ed., section 8.6; the Chicago Manual's “quoted in”;
 * MLA's “qtd. in”): its authors, title, outlet and date, at the claim's own address; and the words, with whose they
 * are and who passed them on, are its note. A claim of nobody has nobody in it.
 */
import type { ArticleRecord, ClaimRecord, SiteCard } from '../../model/records.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimFilePath,
  claimPath,
  dataPath,
} from '../../model/urls.ts';
import { capital, placeInCapture } from '../../model/wording.ts';
import { bibEntry } from './bibtex.ts';
import { citedDate, type CitedDate, type CslDate } from './cited-dates.ts';
import { claimAsNote, mannerOf, sentence, singleMarks, wordsInLine } from './describe.ts';
import type { Exporter } from './exporter.ts';
import { sha256 } from '../../text/digest.ts';
import { risRecord } from './ris.ts';

export interface CslName {
  literal?: string;
  family?: string;
  given?: string;
  suffix?: string;
  /** The family name stands first in the name as it is printed. */
  'static-ordering'?: true;
}

/** The fields of CSL-JSON that the archive fills. */
export interface CslItem {
  id: string;
  'citation-key': string;
  /** A page of this archive where nobody knows in what the article was printed. */
  type: 'article-newspaper' | 'webpage';
  title: string;
  author?: CslName[];
  /** Whom the byline names as the one who is interviewed. BibTeX and RIS have no place for them but the note. */
  contributor?: CslName[];
  'container-title'?: string;
  issued?: CslDate;
  archive?: string;
  /** The page of the capture on which a claim begins. */
  page?: string;
  genre?: string;
  note: string;
  language: string;
  URL: string;
}

/** Words that somebody said, for the line to copy. */
interface Said {
  by: CslName | null;
  words: string;
  /** `via Reuters, as reported in`. */
  manner: string;
  /** `page 3`; null where the capture has no such places. */
  place: string | null;
}

/** What is cited, and the date of its article, which each format says in its own way. */
export interface Cited {
  item: CslItem;
  date: CitedDate;
  /** Null where the article itself is cited. */
  said: Said | null;
}

/** Longer words are cut in the line to copy, never in a file. */
const WORDS = 240;

const defined = <T extends object>(item: T): T =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;

/** `sortName` of a person's card is `Obi, Mara` or `King, Martin Luther, Jr.`; a name without a comma stays whole. */
const nameOf = (name: string, sortName: string | undefined): CslName => {
  const [family, given, ...suffix] = sortName?.split(/,\s+/) ?? [];
  if (!family || !given || sortName === name) return { literal: name };
  return {
    family,
    given,
    ...(suffix.length > 0 && { suffix: suffix.join(', ') }),
    ...(name === `${family} ${given}` && { 'static-ordering': true }),
  };
};

export type SortNames = (speaker: string) => string | undefined;

/** The article as a CSL item, with its date. */
export function articleItem(
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames,
): Cited {
  const named = (isInterviewed: boolean) =>
    article.byline
      .filter(({ role }) => (role === 'interviewee') === isInterviewed)
      .map((one) => nameOf(one.name, (one.speaker && sortNames(one.speaker)) ?? one.sortName));
  const authors = named(false);
  const interviewed = named(true);
  const date = citedDate(article.published);
  const item = defined<CslItem>({
    id: article.id,
    'citation-key': article.id,
    type: article.outlet ? 'article-newspaper' : 'webpage',
    title: article.title,
    author: authors.length > 0 ? authors : undefined,
    contributor: interviewed.length > 0 ? interviewed : undefined,
    'container-title': article.outlet?.name,
    issued: date.csl,
    genre: article.kind === 'interview' ? 'Interview' : undefined,
    archive: site.name,
    note: [
      interviewWith(interviewed),
      date.note,
      firstPublished(article),
      `Source SHA-256 ${article.source.sha256}.`,
    ]
      .filter(Boolean)
      .join(' '),
    language: article.language,
    URL: absolute(root, articlePath(article.id)),
  });
  return { item, date, said: null };
}

const interviewWith = (names: readonly CslName[]): string | null =>
  names.length > 0 ? `Interview with ${namesAsSaid(names).join('')}.` : null;

const firstPublished = ({ original }: ArticleRecord): string | null =>
  original ? `First published at ${original}.` : null;

/** The claim as a CSL item: its article at the claim's address, the words and whose they are as its note. */
export function claimItem(
  claim: ClaimRecord,
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames,
): Cited {
  const { item, date } = articleItem(article, site, root, sortNames);
  return {
    item: {
      ...item,
      id: claim.id,
      'citation-key': claim.id,
      ...(claim.page !== undefined && { page: String(claim.page) }),
      // the words last, so that they need no mark of their own end
      note: [
        interviewWith(item.contributor ?? []),
        date.note,
        firstPublished(article),
        claimAsNote(claim),
      ]
        .filter(Boolean)
        .join(' '),
      URL: absolute(root, claimPath(claim.id)),
    },
    date,
    said: {
      by: claim.speaker ? nameOf(claim.speaker.name, sortNames(claim.speaker.id)) : null,
      // A comma that led over to the attribution leads nowhere here.
      words: wordsInLine(claim, WORDS).replace(/(?<=[^“])[,;:](?=”?$)/u, ''),
      manner: [...claim.via.map(({ name }) => `via ${name}`), mannerOf(claim)].join(', '),
      place: placeInCapture(claim),
    },
  };
}

/** BibTeX and BibLaTeX of one item. */
export const toBibtex = ({ item, date }: Cited): string =>
  bibEntry({
    // `online` is of BibLaTeX; the styles of BibTeX print what they do not know as `misc`
    type: item.type === 'article-newspaper' ? 'article' : 'online',
    subtype: item.type === 'article-newspaper' ? 'newspaper' : undefined,
    key: item.id,
    author: item.author,
    title: item.title,
    journal: item['container-title'],
    pages: item.page,
    date: date.bib,
    parts: date.parts,
    kind: item.genre,
    url: item.URL,
    note: item.note,
  });

/**
 * `Obi, Mara`, `King, Martin Luther, Jr.`; a name in one piece without its commas, at which readers would part it into
 * the family name and given name of a person.
 */
export const nameTurned = ({ literal, family, given, suffix }: CslName): string =>
  literal === undefined
    ? [family, given, suffix].filter(Boolean).join(', ')
    : literal.replace(/\s*,+(?=\s|$)/g, '').replaceAll(',', ' ');

/** RIS of one item. */
export function toRis({ item, date }: Cited): string {
  return risRecord(item.type === 'article-newspaper' ? 'NEWS' : 'ELEC', [
    ...(item.author ?? []).map((name) => ['AU', nameTurned(name)] as const),
    ['DA', date.ris?.date],
    ['PY', date.ris?.year],
    ['SP', item.page],
    ['ID', item.id],
    ['LA', item.language],
    ['N1', item.note],
    ['TI', item.title],
    ['UR', item.URL],
    ['T2', item['container-title']],
    ['DP', item.archive],
  ]);
}

/** `Obi, Mara`, `Obi, Mara, and Tove Lindqvist`: the first name turned round, as in a bibliography. */
export function namesInLine(names: readonly CslName[]): string {
  const written = names.map((name, i) => {
    const { family, given, suffix } = name;
    if (!family || i > 0 || name['static-ordering']) return nameAsSaid(name);
    return [family, given, suffix].filter(Boolean).join(', ');
  });
  if (written.length < 2) return written[0] ?? '';
  return `${written.slice(0, -1).join(', ')}, and ${written.at(-1)}`;
}

/** `Mara Obi`, `Olu Benn Jr.`, and `Li Wen`, whose family name stands first. */
function nameAsSaid(name: CslName): string {
  const { literal, family, given, suffix } = name;
  if (literal !== undefined) return literal;
  const parts = name['static-ordering'] ? [family, given] : [given, family];
  return [...parts, suffix].filter(Boolean).join(' ');
}

/** `Mara Obi and Tove Lindqvist`, in one piece; none where there are no names. */
export function namesAsSaid(names: readonly CslName[]): string[] {
  const said = names.map(nameAsSaid);
  if (said.length < 2) return said;
  return [`${said.slice(0, -1).join(', ')}${said.length > 2 ? ',' : ''} and ${said.at(-1)}`];
}

/** One line for a reader to copy: `Obi, Mara. “We will keep it”. Quoted in Ann Lee, “Night ferry to stay”, …`. */
export function citationLine({ item, date, said }: Cited): string {
  const title = `“${singleMarks(item.title)}”`;
  const where = [item['container-title'], date.line];
  const line = said
    ? [
        said.by && sentence(namesInLine([said.by])),
        sentence(said.words),
        sentence(
          [
            `${capital(said.manner)} ${namesThenTitle(item.author ?? [], title)}`,
            ...where,
            said.place,
          ]
            .filter(Boolean)
            .join(', '),
        ),
      ]
    : [
        item.author && sentence(namesInLine(item.author)),
        sentence(title),
        sentence(where.filter(Boolean).join(', ')),
      ];
  return [...line, item.archive && sentence(item.archive), item.URL].filter(Boolean).join(' ');
}

/** Names as they are said, before what they wrote. */
const namesThenTitle = (names: readonly CslName[], title: string): string =>
  [...namesAsSaid(names), title].join(', ');

/** How to cite an article, as a line of text. */
export const citeArticle = (
  article: ArticleRecord,
  site: SiteCard,
  root: string,
  sortNames: SortNames = () => undefined,
): string => citationLine(articleItem(article, site, root, sortNames));

/** What stands before the first item of a list in JSON, and before any other. */
const FIRST = '[\n';
const NEXT = ',\n';

export const citations: Exporter = {
  name: 'citations',
  begin({ root, site, speakers, claimFiles }, files) {
    const people = new Map<string, string>();
    for (const { id, kind, sortName } of speakers) if (kind === 'person') people.set(id, sortName);
    const sortNames: SortNames = (id) => people.get(id);
    let before = FIRST;
    const add = (cited: Cited, path: ((file: string) => string) | null) => {
      const [bib, ris] = [toBibtex(cited), toRis(cited)];
      files.append(dataPath('archive.bib'), bib);
      files.append(dataPath('archive.ris'), ris);
      files.append(dataPath('archive.csl.json'), before + JSON.stringify(cited.item));
      before = NEXT;
      if (!path) return;
      files.write(path('cite.bib'), bib);
      files.write(path('cite.ris'), ris);
      files.write(path('cite.json'), `${JSON.stringify([cited.item], null, 1)}\n`);
    };
    return {
      article({ article, digest }) {
        const isBeside = article.beside !== undefined;
        const named = [...article.byline, ...article.claims].flatMap(({ speaker }) =>
          speaker === null ? [] : [sortNames(typeof speaker === 'string' ? speaker : speaker.id)],
        );
        const key =
          digest === null || isBeside || claimFiles
            ? null
            : sha256(JSON.stringify([digest, before, named]));
        files.grow(article.id, key, () => {
          add(
            articleItem(article, site, root, sortNames),
            isBeside ? (file) => articleFilePath(article.id, file) : null,
          );
          for (const claim of article.claims)
            add(
              claimItem(claim, article, site, root, sortNames),
              claimFiles ? (file) => claimFilePath(claim.id, file) : null,
            );
        });
        before = NEXT;
      },
      end() {
        for (const file of ['archive.bib', 'archive.ris']) files.append(dataPath(file), '');
        files.append(dataPath('archive.csl.json'), before === FIRST ? '[]\n' : '\n]\n');
      },
    };
  },
};
