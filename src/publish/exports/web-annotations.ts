/**
 * Claims as W3C Web Annotations: a page for each article, a collection for the archive.
 * Targets are stretches of the source, of the text of the article's page, and of the publisher's own page where its
 * address is known; in code points, as the model asks. Each target names what it is a stretch of as its `source`.
 */
import type { ArticleRecord, ClaimRecord, Part, Relation, SiteCard } from '../../model/records.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimAnnotationPath,
  claimFilePath,
  claimPath,
  dataPath,
  sourcePath,
  speakerPath,
  topicPath,
  versionSourcePath,
} from '../../model/urls.ts';
import { RELATIONS_IN_WORDS } from '../../model/wording.ts';
import { sha256 } from '../../text/digest.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { codePoints } from '../../text/offsets.ts';
import type { Span } from '../../text/span.ts';
import { claimInLine } from './describe.ts';
import type { ExportedArticle, Exporter, SourceText } from './exporter.ts';
import { ReadBackError } from './lines.ts';
import type { PagePlace, PageText } from './page-text.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const FIRST_CONTEXT = 32;

/**
 * The stretch with enough of its surroundings to stand only once in the source: 32 characters on either side,
 * doubled until that is so; none of them from outside of `within`, as long as it stands only once without those.
 */
export function textQuote(
  source: string,
  start: number,
  end: number,
  within: Span = { start: 0, end: source.length },
): { type: string; exact: string; prefix: string; suffix: string } {
  for (let size = FIRST_CONTEXT; ; size *= 2) {
    const from = wholeCharacter(source, Math.max(within.start, start - size));
    const to = wholeCharacter(source, Math.min(within.end, end + size));
    const stretch = source.slice(from, to);
    const unique = source.indexOf(stretch) === from && source.indexOf(stretch, from + 1) === -1;
    const isAll = from <= within.start && to >= within.end;
    if (!unique && isAll && stretch.length < source.length) return textQuote(source, start, end);
    if (unique || isAll)
      return {
        type: 'TextQuoteSelector',
        exact: source.slice(start, end),
        prefix: source.slice(from, start),
        suffix: source.slice(end, to),
      };
  }
}

/**
 * The stretch of a text around a place that holds no carriage return. A browser that shows a text file leaves them
 * out, so that surroundings which hold one are found in the file and not in what is shown of it.
 */
function withoutReturns(text: string, start: number, end: number): Span {
  const next = text.indexOf('\r', end);
  return { start: text.slice(0, start).lastIndexOf('\r') + 1, end: next < 0 ? text.length : next };
}

/** An offset that does not cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

/**
 * When the bytes of a target were what the selectors were checked against. The model knows moments, and what is
 * known is a day or more of them. Without a date there is no such state, so none where nobody noted one.
 */
const timeState = (from: string | null, to: string | null, cached: string | undefined) =>
  from === null || to === null
    ? {}
    : {
        state: {
          type: 'TimeState',
          sourceDateStart: `${from}T00:00:00Z`,
          sourceDateEnd: `${to}T23:59:59Z`,
          ...(cached !== undefined && { cached }),
        },
      };

/** What all targets in one article's source share: the source, when it was that, its page. */
const sourceOf = lastAsked((article: ArticleRecord, taken: string | null, root: string) => ({
  source: {
    id: absolute(root, sourcePath(article.id)),
    type: 'Text',
    format: 'text/plain',
    language: article.language,
  },
  ...timeState(taken, taken, absolute(root, versionSourcePath(article.id, article.source.version))),
  scope: absolute(root, articlePath(article.id)),
}));

const position = (points: ReturnType<typeof codePoints>, start: number, end: number) => ({
  type: 'TextPositionSelector',
  start: points.at(start),
  end: points.at(end),
});

function inSource(article: ArticleRecord, part: Part, source: SourceText, to: Annotated) {
  const { text, points } = source;
  if (text.slice(part.start, part.end) !== part.exact)
    throw new ReadBackError(
      `Article ${article.id}: the source at ${part.start} to ${part.end} reads differently from the record`,
    );
  return {
    type: 'SpecificResource',
    ...sourceOf(article, to.taken, to.root),
    selector: [
      textQuote(text, part.start, part.end, withoutReturns(text, part.start, part.end)),
      position(points, part.start, part.end),
    ],
  };
}

const pointsOf = lastAsked(codePoints);

function onPage(
  article: ArticleRecord,
  { start, end, block }: PagePlace,
  { text }: PageText,
  root: string,
) {
  const page = absolute(root, articlePath(article.id));
  return {
    type: 'SpecificResource',
    source: { id: page, type: 'Text', format: 'text/html' },
    // what stands around a block is the page's own: numbers, names, controls
    selector: [textQuote(text, start, end, block), position(pointsOf(text), start, end)],
  };
}

/** The publisher's page, as far as it is known: where it is, when it was captured, where a copy of it is. */
const originalOf = lastAsked(({ original, archived, captured }: ArticleRecord) =>
  original !== null && /^https?:/i.test(original) && URL.canParse(original)
    ? {
        source: { id: original, type: 'Text' },
        ...timeState(captured?.from ?? null, captured?.to ?? null, archived),
      }
    : null,
);

/** The words as they are read, since nothing is known of the markup there; their surroundings in the same block. */
function inOriginal(shared: object, { start, end, block }: PagePlace, { text }: PageText) {
  return {
    type: 'SpecificResource',
    ...shared,
    selector: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, Math.max(block.start, start - FIRST_CONTEXT)), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(block.end, end + FIRST_CONTEXT))),
    },
  };
}

/** The targets outside of the source; a claim that its page does not mark is a fault, which throws. */
function elsewhere(
  article: ArticleRecord,
  claim: ClaimRecord,
  { page, root }: Annotated,
): object[] {
  if (!page) return [];
  const places = page.claims.get(claim.id);
  if (!places)
    throw new ReadBackError(
      `Article ${article.id}, claim ${claim.id}: its words are not marked on ${articlePath(article.id)}`,
    );
  const original = originalOf(article);
  return [
    ...places.map((place) => onPage(article, place, page, root)),
    ...(original ? places.map((place) => inOriginal(original, place, page)) : []),
  ];
}

/** The root of a site, whether claims have files of their own there, and what else is known of the article. */
export interface Annotated {
  root: string;
  claimFiles: boolean;
  /** The day on which the newest version of the source was taken in, where it is known. */
  taken: string | null;
  /** The text of the article's page; left out where there are no pages. */
  page?: PageText;
}

/** The annotation of one claim, without its context. */
export function annotation(
  article: ArticleRecord,
  claim: ClaimRecord,
  source: SourceText,
  to: Annotated,
) {
  const { root, claimFiles } = to;
  const targets = [
    ...claim.parts.map((part) => inSource(article, part, source, to)),
    ...elsewhere(article, claim, to),
  ];
  const [only, ...more] = targets;
  return {
    id: absolute(root, claimAnnotationPath(claim, claimFiles)),
    type: 'Annotation',
    motivation: claim.speaker ? 'identifying' : 'highlighting',
    body: [
      ...(claim.speaker
        ? [
            {
              type: 'SpecificResource',
              purpose: 'identifying',
              source: absolute(root, speakerPath(claim.speaker.id)),
            },
          ]
        : []),
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: claimInLine(claim, article),
      },
      ...claim.topics.map((topic) => ({
        type: 'SpecificResource',
        purpose: 'classifying',
        source: absolute(root, topicPath(topic)),
      })),
    ],
    target: only && more.length === 0 ? only : targets,
  };
}

/**
 * The relations of a claim that annotations tell of. Where claims have no files of their own, which is so in large
 * archives, those that were computed stand in the claim's record and on its page alone.
 */
export const annotatedRelations = (
  { relations }: Pick<ClaimRecord, 'relations'>,
  claimFiles: boolean,
): Relation[] => relations.filter(({ basis }) => claimFiles || basis === 'curated');

/** A relation as an annotation of the one claim's page that links to the other. */
export function linking(
  claim: Pick<ClaimRecord, 'id' | 'article'>,
  relation: Relation,
  { root, claimFiles }: Pick<Annotated, 'root' | 'claimFiles'>,
) {
  const { to, kind, basis, why, by } = relation;
  const set = basis === 'curated' ? `set by ${by ?? 'a curator'}` : 'computed';
  return {
    id: `${absolute(root, claimAnnotationPath(claim, claimFiles))}${claimFiles ? '#' : '-'}${kind}-${to}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: absolute(root, claimPath(to)) },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: [`${RELATIONS_IN_WORDS[kind]} (${set})`, why].filter(Boolean).join(': '),
      },
    ],
    target: absolute(root, claimPath(claim.id)),
  };
}

const pageId = (article: string, root: string) =>
  absolute(root, articleFilePath(article, 'annotations.json'));
const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

/** A page whose items are a line of the file each. */
function pageJson(head: object, items: readonly object[]): string[] {
  const lines = items.flatMap((item, i) => [i === 0 ? '\n' : ',\n', JSON.stringify(item)]);
  return [
    `${JSON.stringify(head).slice(0, -1)},"items":[`,
    ...lines,
    items.length > 0 ? '\n]}\n' : ']}\n',
  ];
}

const rightsOf = ({ licence }: Pick<SiteCard, 'licence'>): { rights?: string } =>
  licence?.url ? { rights: licence.url } : {};

/** How many annotations the claims of an article are told of in. */
export const annotationsOf = (
  claims: readonly Pick<ClaimRecord, 'relations'>[],
  claimFiles: boolean,
): number =>
  claims.reduce((sum, claim) => sum + 1 + annotatedRelations(claim, claimFiles).length, 0);

/** An annotation as a file of its own. */
export const standingAlone = (made: object, site: Pick<SiteCard, 'licence'>): object => ({
  '@context': CONTEXT,
  ...made,
  ...rightsOf(site),
});

export const webAnnotations: Exporter = {
  name: 'web-annotations',
  begin(input, files) {
    const { root, site, claimFiles } = input;
    const collection = absolute(root, dataPath('annotations.json'));
    const rights = rightsOf(site);
    let startIndex = 0;
    let first: string | undefined;
    /** The last article with claims, whose page waits for the address of the next one's. */
    let waiting: { one: ExportedArticle; prev?: string; startIndex: number } | undefined;
    const itemsOf = ({ article, source, page: shown }: ExportedArticle): object[] => {
      const to: Annotated = {
        root,
        claimFiles,
        taken: input.versions(article).at(-1)?.taken ?? null,
        ...(shown && { page: shown }),
      };
      return article.claims.flatMap((claim) => {
        const made = annotation(article, claim, source, to);
        if (claimFiles)
          files.write(claimFilePath(claim.id, 'anno.json'), json(standingAlone(made, site)));
        const relations = annotatedRelations(claim, claimFiles);
        return [made, ...relations.map((relation) => linking(claim, relation, input))];
      });
    };
    const page = ({ one, prev, startIndex }: NonNullable<typeof waiting>, next?: string) => {
      const { id } = one.article;
      const head = {
        '@context': CONTEXT,
        id: pageId(id, root),
        type: 'AnnotationPage',
        partOf: collection,
        ...rights,
        ...(prev === undefined ? {} : { prev: pageId(prev, root) }),
        ...(next === undefined ? {} : { next: pageId(next, root) }),
        startIndex,
      };
      const digest = one.digest && sha256(one.digest + JSON.stringify(head));
      files.together(id, digest, () =>
        files.write(articleFilePath(id, 'annotations.json'), pageJson(head, itemsOf(one))),
      );
    };
    return {
      article(one) {
        const { id, claims } = one.article;
        // Articles without claims have a page too, but stand outside the chain: its pages are not empty.
        if (claims.length === 0) page({ one, startIndex });
        else {
          if (waiting) page(waiting, id);
          waiting = { one, ...(waiting && { prev: waiting.one.article.id }), startIndex };
          first ??= id;
        }
        startIndex += annotationsOf(claims, claimFiles);
      },
      end() {
        if (waiting) page(waiting);
        files.write(
          dataPath('annotations.json'),
          json({
            '@context': CONTEXT,
            id: collection,
            type: 'AnnotationCollection',
            label: `${site.name}: who said what`,
            ...rights,
            total: startIndex,
            ...(first !== undefined && waiting
              ? { first: pageId(first, root), last: pageId(waiting.one.article.id, root) }
              : {}),
          }),
        );
      },
    };
  },
};
