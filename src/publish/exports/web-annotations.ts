/**
 * Claims as W3C Web Annotations: a page for each article, a collection for the archive.
 * Targets are stretches of the source, in code points, as the model asks.
 */
import type { ArticleRecord, ClaimRecord, Part, Relation } from '../../model/records.ts';
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
import { lastAsked } from '../../text/last-asked.ts';
import { claimInLine } from './describe.ts';
import type { Exporter, SourceText } from './exporter.ts';
import { ReadBackError } from './lines.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const FIRST_CONTEXT = 32;

/**
 * The stretch with enough of its surroundings to stand only once in the source: 32 characters
 * on either side, doubled until that is so.
 */
export function textQuote(source: string, start: number, end: number) {
  const exact = source.slice(start, end);
  for (let size = FIRST_CONTEXT; ; size *= 2) {
    const from = wholeCharacter(source, Math.max(0, start - size));
    const to = wholeCharacter(source, Math.min(source.length, end + size));
    const stretch = source.slice(from, to);
    const unique = source.indexOf(stretch) === from && source.indexOf(stretch, from + 1) === -1;
    if (unique || (from === 0 && to === source.length))
      return {
        type: 'TextQuoteSelector',
        exact,
        prefix: source.slice(from, start),
        suffix: source.slice(end, to),
      };
  }
}

/** An offset that does not cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

/** What all targets in one article share: its source, the bytes that were checked, its page. */
const sharedOf = lastAsked((article: ArticleRecord, root: string) => ({
  source: {
    id: absolute(root, sourcePath(article.id)),
    type: 'Text',
    format: 'text/plain',
    language: article.language,
  },
  // The bytes that the selectors were checked against, whatever becomes of the newest version.
  state: {
    type: 'TimeState',
    cached: absolute(root, versionSourcePath(article.id, article.source.version)),
  },
  scope: absolute(root, articlePath(article.id)),
}));

function target(article: ArticleRecord, part: Part, source: SourceText, root: string) {
  const { text, points } = source;
  if (text.slice(part.start, part.end) !== part.exact)
    throw new ReadBackError(
      `Article ${article.id}: the source at ${part.start} to ${part.end} reads differently from the record`,
    );
  return {
    type: 'SpecificResource',
    ...sharedOf(article, root),
    selector: [
      textQuote(text, part.start, part.end),
      { type: 'TextPositionSelector', start: points.at(part.start), end: points.at(part.end) },
    ],
  };
}

/** The root of a site, and whether claims have files of their own there. */
export interface Annotated {
  root: string;
  claimFiles: boolean;
}

/** The annotation of one claim, without its context. */
export function annotation(
  article: ArticleRecord,
  claim: ClaimRecord,
  source: SourceText,
  { root, claimFiles }: Annotated,
) {
  const targets = claim.parts.map((part) => target(article, part, source, root));
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

/** A relation as an annotation of the one claim's page that links to the other. */
export function linking(
  claim: Pick<ClaimRecord, 'id' | 'article'>,
  relation: Relation,
  { root, claimFiles }: Annotated,
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

export const webAnnotations: Exporter = {
  name: 'web-annotations',
  begin(input, files) {
    const { root, site, claimFiles } = input;
    const collection = absolute(root, dataPath('annotations.json'));
    let startIndex = 0;
    let first: string | undefined;
    /** The last article with claims, whose page waits for the address of the next one's. */
    let waiting:
      { article: string; prev?: string; items: object[]; startIndex: number } | undefined;
    const page = (
      { article, prev, items, startIndex }: NonNullable<typeof waiting>,
      next?: string,
    ) =>
      files.write(
        articleFilePath(article, 'annotations.json'),
        pageJson(
          {
            '@context': CONTEXT,
            id: pageId(article, root),
            type: 'AnnotationPage',
            partOf: collection,
            ...(prev === undefined ? {} : { prev: pageId(prev, root) }),
            ...(next === undefined ? {} : { next: pageId(next, root) }),
            startIndex,
          },
          items,
        ),
      );
    return {
      article({ article, source }) {
        const items = article.claims.flatMap((claim) => {
          const made = annotation(article, claim, source, input);
          if (claimFiles)
            files.write(
              claimFilePath(claim.id, 'anno.json'),
              json({ '@context': CONTEXT, ...made }),
            );
          return [made, ...claim.relations.map((relation) => linking(claim, relation, input))];
        });
        const { id } = article;
        // Articles without claims have a page too, but stand outside the chain: its pages are not empty.
        if (items.length === 0) page({ article: id, items, startIndex });
        else {
          if (waiting) page(waiting, id);
          waiting = { article: id, ...(waiting && { prev: waiting.article }), items, startIndex };
          first ??= id;
        }
        startIndex += items.length;
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
            total: startIndex,
            ...(first !== undefined && waiting
              ? { first: pageId(first, root), last: pageId(waiting.article, root) }
              : {}),
          }),
        );
      },
    };
  },
};
