/**
 * What a claim can be taken along as from its page: a line to copy, and links to its citations, its text,
 * its annotation and its record. Where claims have no files of their own the page holds the citations and
 * the text within its links, and annotation and record are places in the article's files.
 */
import type { ArticleRecord, ClaimRecord, SiteCard } from '../../model/records.ts';
import {
  articleFilePath,
  claimAnnotationPath,
  claimFilePath,
  claimRecordPath,
} from '../../model/urls.ts';
import { dataLink } from '../../text/data-link.ts';
import {
  citationLine,
  claimItem,
  toBibtex,
  toRis,
  type Cited,
  type SortNames,
} from './citations.ts';
import { claimMarkdown } from './plain.ts';
import { inStyles, type StyledCitation } from './styles.ts';

/** A link: a path from the site's root, or a whole address with the name under which it is saved. */
export type TakenLink = { name: string } & ({ path: string } | { address: string; saved: string });

export interface TakenAlong {
  citation: string;
  styles: StyledCitation[];
  links: TakenLink[];
}

type Held = Extract<TakenLink, { saved: string }>;

/** A file within its link, saved as `name.ending`. */
const held = (
  name: string,
  of: string,
  [ending, mediaType, text]: [string, string, string],
): Held => ({
  name,
  address: dataLink(mediaType, text),
  saved: `${of}.${ending}`,
});

/** The citations of one article or claim within their links, saved under its id. */
const heldCitations = (id: string, cited: Cited): Held[] => [
  held('BibTeX', id, ['bib', 'application/x-bibtex', toBibtex(cited)]),
  held('RIS', id, ['ris', 'application/x-research-info-systems', toRis(cited)]),
  held('CSL-JSON', id, [
    'json',
    'application/vnd.citationstyles.csl+json',
    JSON.stringify([cited.item]),
  ]),
];

/** The citations of an article: files beside its page, or within their links. */
export const articleCitations = ({ id, beside }: ArticleRecord, cited: Cited): TakenLink[] =>
  beside
    ? [
        { name: 'BibTeX', path: articleFilePath(id, 'cite.bib') },
        { name: 'RIS', path: articleFilePath(id, 'cite.ris') },
        { name: 'CSL-JSON', path: articleFilePath(id, 'cite.json') },
      ]
    : heldCitations(id, cited);

/** Of one claim, `cited` as its page is. `root` is the address of the site's root; it ends with a slash. */
export function takenAlong(
  claim: ClaimRecord,
  article: ArticleRecord,
  { site, root, cited }: { site: SiteCard; root: string; cited: Cited },
): TakenAlong {
  const own = site.claimFiles === 'each';
  const file = (name: string, path: string): TakenLink => ({
    name,
    path: claimFilePath(claim.id, path),
  });
  return {
    citation: citationLine(cited),
    styles: inStyles(cited, article, claim),
    links: [
      ...(own
        ? [
            file('BibTeX', 'cite.bib'),
            file('RIS', 'cite.ris'),
            file('CSL-JSON', 'cite.json'),
            file('Markdown', 'claim.md'),
          ]
        : [
            ...heldCitations(claim.id, cited),
            held('Markdown', claim.id, [
              'md',
              'text/markdown',
              claimMarkdown(claim, article, root),
            ]),
          ]),
      { name: 'Web Annotation', path: claimAnnotationPath(claim, own) },
      { name: 'Record', path: claimRecordPath(claim, own) },
    ],
  };
}

/** Stands for the words of a claim where only what is around them is wanted. */
const WORDS = '\u{e000}';

/** How many letters stand before and after the words of a claim in a citation, as data of the element that shows it. */
type AroundWords = { 'data-around': string };

/** `bare` is the citation `whole` with `WORDS` for the words of the claim, which may end with a full stop of their own. */
const partedAt = (bare: string, whole: string): AroundWords | undefined => {
  const [before = '', after] = bare.split(WORDS);
  if (after === undefined) return undefined;
  const stands = whole.endsWith(after) ? after : after.slice(1);
  return { 'data-around': `${before.length} ${stands.length}` };
};

/** Of each citation that has the words of the claim in it, what is around them: for citing part of them. */
export function aroundWords(
  { citation, styles }: Pick<TakenAlong, 'citation' | 'styles'>,
  claim: ClaimRecord,
  article: ArticleRecord,
  { site, root, sortNames }: { site: SiteCard; root: string; sortNames: SortNames },
): { line: AroundWords | undefined; styles: Record<string, AroundWords | undefined> } {
  const bare = { ...claim, text: WORDS };
  const cited = claimItem(bare, article, site, root, sortNames);
  const bareStyles = inStyles(cited, article, bare);
  return {
    line: partedAt(citationLine(cited), citation),
    styles: Object.fromEntries(
      styles.map(({ style, text }, i) => [style, partedAt(bareStyles[i]?.text ?? '', text)]),
    ),
  };
}
